import assert from 'node:assert/strict';
import type { CardNode, CardValue } from '../../../cards/adaptive-card.ts';
import { clauseReply } from '../../../dialogs/aup/clause-reply.ts';
import {
  type Assistant,
  type Exchange,
  play,
  sharedKnowledge,
  startAssistant,
} from '../../support/assistant.ts';

/** Teams' limit is larger; a client on a ward's network should not wait. */
const MOST_BYTES = 28 * 1024;

describe('reading the policy on', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[]][] = [
    [
      'turns the pages of a section, and goes on to the next section',
      [
        ['section 3.1', ['Page 1 of 3', '3.1.6', '!3.1.7']],
        ['next', ['Page 2 of 3', '3.1.7', '3.1.12']],
        ['more please', ['Page 3 of 3', '3.1.14']],
        ['Next', ['3.2 Responsibilities when using the NHSmail service', 'Page 1 of 2']],
        ['back', ['Page 3 of 3', '3.1.14']],
      ],
    ],
    [
      'turns pages by buttons and by words alike',
      [
        ['section 2', 'Page 1 of 3'],
        ['[Next page]', 'Page 2 of 3'],
        ['next page', 'Page 3 of 3'],
        ['[Previous page]', 'Page 2 of 3'],
      ],
    ],
    [
      'says where the policy ends and begins',
      [
        ['section 4', 'Page 1 of 3'],
        ['next', 'Page 2 of 3'],
        ['next', ['Page 3 of 3', '4.3.10']],
        ['next', 'That is the end of the policy'],
        ['section 1', 'This document explains how the NHSmail service should be used'],
        ['back', 'Choose a section.'],
      ],
    ],
    [
      'opens the parts of a section that has no clauses of its own',
      [
        ['section 3', ['Section 3', '3.5 Information governance considerations', '!Introduction']],
        ['[All sections]', 'Introduction'],
      ],
    ],
    [
      'opens the section on a topic',
      [
        ['what does the AUP say about calendars', ['3.4 Responsibilities when using your calendar', '3.4.2']],
        ['section 4.3', 'Clause 4.3\n'],
      ],
    ],
    [
      'goes back to a question in progress after a page, and takes its answer',
      [
        ['what DSPT stage are we', 'DSPT'],
        ['skip', 'Question 2 of 3'],
        ['section 3.3', ['3.3.1', 'Question 2 of 3']],
        ['yes', 'Question 3 of 3'],
      ],
    ],
  ];
  for (const [title, exchanges] of conversations) {
    it(title, () => play(assistant.chat('a member of staff'), exchanges));
  }

  it('shows the words of the clauses that belong together, behind a button', async () => {
    const { cards, text } = await assistant.chat('a member of staff').says('clause 3.1.12');
    assert.match(text, /This clause belongs with it\nClause 4\.3\.9: /);
    const nodes = nodesIn(cards[0]);
    const toggle = nodes.find(({ type }) => type === 'Action.ToggleVisibility');
    const [target] = (toggle?.targetElements ?? []) as string[];
    const hidden = nodes.find(({ id }) => id === target);
    assert.equal(hidden?.isVisible, false);
    assert.match(JSON.stringify(hidden), /you must gain explicit permission from your organisation/);
  });

  it('keeps every clause small enough for a phone', () => {
    const knowledge = sharedKnowledge();
    for (const clause of knowledge.sections.flatMap(({ clauses }) => clauses)) {
      const { card } = clauseReply(knowledge, clause).reply;
      assert.ok(Buffer.byteLength(JSON.stringify(card?.content)) < MOST_BYTES, clause.number);
    }
  });

  it('names the version that the text has, when it has one', () => {
    const knowledge = sharedKnowledge();
    const clause = knowledge.clause('3.2.4');
    assert.ok(clause);
    const { card } = clauseReply(knowledge, {
      ...clause,
      source: { ...clause.source, version: '3.2' },
    }).reply;
    assert.match(card?.content.fallbackText ?? '', /version 3\.2, undated; text copied/);
  });
});

function nodesIn(value: CardValue | undefined): CardNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (value === null || typeof value !== 'object') return [];
  return [value, ...Object.values(value).flatMap(nodesIn)];
}
