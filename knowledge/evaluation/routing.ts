/** How often a message finds its feature. */
import type { FeatureId } from '../entry.ts';
import type { Understanding } from '../understand.ts';

export interface LabelledMessage {
  id: string;
  message: string;
  feature: string;
}

/** Reads `id message feature`, tab separated, with a header. */
export function readMessages(text: string): LabelledMessage[] {
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [id = '', message = '', feature = ''] = line.split('\t');
      return { id, message, feature: feature.trim() };
    });
}

/** The feature of what is shown, of the best candidate when there is a choice. */
export function featureOf(understanding: Understanding): FeatureId {
  switch (understanding.outcome) {
    case 'answered':
      return understanding.entry.feature;
    case 'choose':
      return understanding.options[0]?.feature ?? 'none';
    case 'browse':
      return 'aup';
    case 'not-covered':
      return understanding.gap?.feature ?? 'none';
  }
}

export function countRouted(
  messages: readonly LabelledMessage[],
  understand: (text: string) => Understanding,
) {
  const misses = messages.flatMap(({ id, message, feature }) => {
    const got = featureOf(understand(message));
    return got === feature ? [] : [`${id} wants ${feature}, got ${got}: ${message}`];
  });
  return { right: messages.length - misses.length, of: messages.length, misses };
}
