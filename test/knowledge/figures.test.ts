import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createBaseline } from '../../knowledge/evaluation/bm25-baseline.ts';
import { count, readQuestions, shownBy } from '../../knowledge/evaluation/evaluate.ts';
import { REACHED, TOLERANCE } from '../../knowledge/evaluation/floor.ts';
import { sharedKnowledge } from '../support/assistant.ts';

describe('people who ask about the policy in their own words', () => {
  const knowledge = sharedKnowledge();
  const file = new URL('../../knowledge/evaluation/aup.tsv', import.meta.url);
  const questions = readQuestions(readFileSync(file, 'utf8'));
  const figures = count(questions, (question) => shownBy(knowledge.understand(question)));
  const { answerable, unanswerable } = figures;
  const atLeast = (share: number, reached: number) =>
    assert.ok(
      share >= reached - TOLERANCE,
      `${(share * 100).toFixed(1)} %, was ${(reached * 100).toFixed(1)} %`,
    );
  const atMost = (share: number, reached: number) =>
    assert.ok(
      share <= reached + TOLERANCE,
      `${(share * 100).toFixed(1)} %, was ${(reached * 100).toFixed(1)} %`,
    );

  it('get the right clause first as often as before', () =>
    atLeast(figures.first / answerable, REACHED.first));
  it('see the right clause as often as before', () => atLeast(figures.shown / answerable, REACHED.shown));
  it('are not told a wrong clause more often', () => atMost(figures.wrong / answerable, REACHED.wrong));
  it('are not asked to choose more often', () => atMost(figures.choose / answerable, REACHED.choose));
  it('are told no clause where the policy does not answer', () => {
    atMost(figures.asserted / unanswerable, REACHED.asserted);
    atMost(figures.anyClause / unanswerable, REACHED.anyClause);
  });

  it('are served far better than by a search box', () => {
    const searchBox = count(questions, createBaseline(knowledge.contents));
    assert.ok(figures.first > searchBox.first * 2, `${figures.first} and ${searchBox.first}`);
  });
});
