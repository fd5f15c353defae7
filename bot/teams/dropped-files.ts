/** The files that a person dropped into the chat. Everything else that may be attached is passed over. */
import { z } from 'zod';
import type { DroppedFile } from '../../dialogs/person-files.ts';

const LONGEST_NAME = 200;
const MOST = 10;

/** "Send and receive files using bots" of the Teams documentation, "Message activity with file attachment example". */
const fileAttachment = z.looseObject({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().max(1000),
  content: z.looseObject({
    downloadUrl: z.url().max(8000),
    fileType: z.string().max(50).optional(),
  }),
});

/** @param attachments of the activity, as they came. */
export function droppedFiles(attachments: readonly unknown[] = []): DroppedFile[] {
  return attachments.slice(0, MOST).flatMap((attachment) => {
    const read = fileAttachment.safeParse(attachment);
    if (!read.success) return [];
    const { name, content } = read.data;
    const type = content.fileType || (/\.([^.]+)$/.exec(name)?.[1] ?? '');
    return [
      {
        name: readable(name),
        type: type.toLowerCase().replace(/[^a-z0-9]/g, ''),
        downloadUrl: content.downloadUrl,
      },
    ];
  });
}

/** In one line, without characters that nobody sees, and no longer than anybody reads. */
function readable(name: string): string {
  return name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}
