/** What an activity has to look like to be read at all: it comes from outside, so every field has a limit. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** Not even PostgreSQL can keep a zero character, and no id of Teams' has one. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed());
/** It becomes a part of addresses, in which dots alone would mean another place. */
const id = text(1000)
  .min(1)
  .refine((value) => !/^\.{1,2}$/.test(value));
const account = z.looseObject({
  id,
  aadObjectId: text(200).optional(),
  role: z.string().max(50).optional(),
});
/** The fields that are read. Others may be there, and are dropped later. */
export const activityShape = z.looseObject({
  type: z.string().min(1).max(100),
  id: text(1000).optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  deliveryMode: z.string().max(50).optional(),
  channelId: text(100).min(1),
  serviceUrl: z.url().max(1000),
  locale: z.string().max(50).optional(),
  replyToId: text(1000).optional(),
  text: z.string().optional(),
  entities: z.unknown().optional(),
  value: z.unknown().optional(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(50).optional(),
    tenantId: text(200).optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text(200).optional() }).optional(),
      team: z.looseObject({ id: text(1000).optional() }).optional(),
    })
    .optional(),
  /** Only files that were dropped into the chat are read: see `dropped-files.ts`. */
  attachments: z.array(z.unknown()).max(200).optional(),
  membersAdded: z.array(z.looseObject({ id })).max(1000).optional(),
  membersRemoved: z.array(z.looseObject({ id })).max(1000).optional(),
});

/** Whether it is an activity as the Bot Framework documents them. */
export function isActivity(body: unknown): body is Activity {
  return activityShape.safeParse(body).success;
}
