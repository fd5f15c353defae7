import { publicationThatCounts } from './publication-that-counts.ts';
import type { Rule } from './rule.ts';

export const assessmentIsPublished: Rule = {
  id: 'assessment-is-published',
  motivation:
    'The Acceptable Use Policy (clause 3.1.14) asks organisations to complete and publish the toolkit.',
  source: 'aup',
  outcome(facts) {
    const { mandatory } = facts.answers;
    if (publicationThatCounts(facts) || mandatory === 'published') return 'ok';
    const saysNotPublished = facts.organisation?.publication?.status.level === 'not-published';
    return saysNotPublished || mandatory === 'yes' ? 'warn' : 'unknown';
  },
  remedy: {
    warn: 'Publish your assessment in the toolkit.',
    unknown: 'Check in the public search whether your assessment is published.',
  },
};
