/** Step 2: masks secrets in everything a person typed, before any other step sees it. */
import { guard, guardFields, type SecretKind, secretInWords } from '../guard/guard.ts';
import type { Incoming } from '../teams/incoming.ts';

/** Masks in place. @returns what was masked, in words for people, such as `a password`. */
export type Guard = (incoming: Incoming) => string[];

export const guardIncoming: Guard = (incoming) => {
  const kinds = new Set<SecretKind>();
  const text = guard(incoming.text);
  incoming.text = text.text;
  for (const kind of text.masked) kinds.add(kind);
  for (const file of incoming.files ?? []) {
    const name = guard(file.name);
    file.name = name.text;
    for (const kind of name.masked) kinds.add(kind);
  }
  if (incoming.action) {
    const fields = guardFields({ ...incoming.action.data });
    incoming.action = { verb: incoming.action.verb, data: fields.data };
    for (const kind of fields.masked) kinds.add(kind);
  }
  if (incoming.search) incoming.search = { ...incoming.search, words: guard(incoming.search.words).text };
  if (incoming.feedback) {
    const words = guard(incoming.feedback.words);
    incoming.feedback.words = words.text;
    for (const kind of words.masked) kinds.add(kind);
  }
  return [...kinds].map((kind) => secretInWords[kind]);
};
