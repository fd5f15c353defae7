/** A person's answer to a file that was offered: yes with the place where it may be written, or no. */
import { z } from 'zod';
import type { UploadPlace } from '../../dialogs/person-files.ts';
import type { CardAction } from '../../dialogs/turn.ts';

const address = z.url().max(8000);

/** Invoke activity `fileConsent/invoke`, "Send and receive files using bots" of the Teams documentation. */
const fileConsent = z.looseObject({
  type: z.literal('fileUpload'),
  action: z.enum(['accept', 'decline']),
  context: z.looseObject({ verb: z.string().max(100) }),
  uploadInfo: z
    .object({
      uploadUrl: address,
      contentUrl: address,
      name: z.string().max(400),
      uniqueId: z.string().max(200),
      fileType: z.string().max(50),
    })
    .optional(),
});

/** @returns undefined when it is no such answer, or a yes that does not say where. */
export function readFileConsent(value: unknown): { action: CardAction; upload?: UploadPlace } | undefined {
  const read = fileConsent.safeParse(value);
  if (!read.success) return undefined;
  const { action: answer, context, uploadInfo: upload } = read.data;
  const { verb, ...data } = context;
  const action = { verb, data };
  if (answer === 'decline') return { action };
  return upload && { action, upload };
}
