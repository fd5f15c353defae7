import type { Rule } from './rule.ts';

export const odsCodeIsKnown: Rule = {
  id: 'ods-code-is-known',
  motivation: 'Registering for the toolkit asks for the organisation’s ODS code.',
  source: 'deck-2020',
  outcome: ({ organisation }) => (organisation ? 'ok' : 'unknown'),
  remedy: {
    warn: '',
    unknown: 'Find your Organisation Data Service (ODS) code. The public search finds it by name.',
  },
};
