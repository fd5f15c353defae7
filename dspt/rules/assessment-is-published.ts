import { hasPublished } from '../organisation.ts';
import { ownPublication } from './own-publication.ts';
import type { Rule } from './rule.ts';

export const assessmentIsPublished: Rule = {
  id: 'assessment-is-published',
  motivation:
    'The Acceptable Use Policy (clause 3.1.14) asks organisations to complete and publish the toolkit.',
  source: 'aup',
  outcome(facts) {
    const { mandatory } = facts.answers;
    if (ownPublication(facts) || mandatory === 'published') return 'ok';
    // What the head office published may cover it.
    if (facts.headOffice && hasPublished(facts.headOffice)) return 'unknown';
    const saysNotPublished = facts.organisation?.publication?.status.level === 'not-published';
    return saysNotPublished || mandatory === 'yes' ? 'warn' : 'unknown';
  },
  remedy: {
    warn: 'Publish your assessment in the toolkit.',
    unknown: 'Check in the public search whether your assessment is published.',
  },
};
