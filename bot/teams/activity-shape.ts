/** What an activity has to look like to be read at all: it comes from outside, so every field has a limit. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';

const id = z.string().min(1).max(1000);
const account = z.looseObject({
  id,
  aadObjectId: z.string().max(200).optional(),
  role: z.string().max(50).optional(),
});
/** The fields that are read. Others may be there, and are dropped later. */
export const activityShape = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(1000).optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url().max(1000),
  deliveryMode: z.string().max(50).optional(),
  locale: z.string().max(50).optional(),
  replyToId: z.string().max(1000).optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(50).optional(),
    tenantId: z.string().max(200).optional(),
  }),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string().max(200).optional() }).optional() })
    .optional(),
  membersAdded: z.array(z.looseObject({ id })).max(1000).optional(),
  membersRemoved: z.array(z.looseObject({ id })).max(1000).optional(),
});

/** Whether it is an activity as the Bot Framework documents them. */
export function isActivity(body: unknown): body is Activity {
  return activityShape.safeParse(body).success;
}
