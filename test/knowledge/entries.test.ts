import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Entry } from '../../knowledge/entry.ts';
import { loadContents } from '../../knowledge/load-entries.ts';

const LONGEST_SENTENCE = 20;
/** Sentences that may be longer: a name or an address that cannot be parted makes them so. */
const LONG_SENTENCES = 10;
/** NHSmail's own, the toolkit's own, and the one more that the slides name. */
const ALLOWED_HOSTS = [
  'portal.nhs.net',
  'support.nhs.net',
  'www.dsptoolkit.nhs.uk',
  'odsportal.hscic.gov.uk',
];

/** The slides' text has marks for bold and underlined words; what they mark is theirs. */
const words = (text: string) =>
  text
    .replaceAll('**', '')
    .replace(/<\/?\w+[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What people read of an entry that is in words of ours. */
function ourWords(entry: Entry): string[] {
  switch (entry.kind) {
    case 'clause':
      return [
        entry.summary,
        entry.caution ?? '',
        entry.ask,
        ...entry.twins.map(({ adds }) => adds),
        ...laterOf(entry),
      ];
    case 'fact':
      return [entry.answer, entry.ask, ...entry.steps, ...laterOf(entry)];
    case 'gap':
      return [entry.answer, entry.ask];
    case 'small-talk':
      return [entry.answer];
    case 'opener':
      return [];
  }
}

function laterOf({ later }: { later: { text: string }[] }): string[] {
  return later.map(({ text }) => text);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[A-Z“"])/).filter(Boolean);
}

describe('what the assistant knows', () => {
  const contents = loadContents();
  const entries = [...contents.entries.values()];

  it('has no problem that reading it would tell', () => {
    assert.ok(entries.length > 200);
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
  });

  it('has an entry for every clause, in the words of the policy', () => {
    for (const { number, text, section } of contents.policy) {
      const entry = contents.entries.get(`aup/${number}`);
      assert.ok(entry?.kind === 'clause', number);
      assert.deepEqual([entry.text, entry.section], [text, section]);
      assert.equal(entry.source.year, 'undated');
    }
  });

  it('quotes its sources word for word', () => {
    const texts = new Map<string, string>();
    const wrong = entries.flatMap((entry) => {
      const { file } = entry.kind === 'fact' ? entry.source : {};
      if (entry.kind !== 'fact' || !entry.quote) return [];
      if (!file) return [`${entry.id}: quotes ${entry.source.id}, whose text is not here`];
      const text =
        texts.get(file) ?? readFileSync(new URL(`../../knowledge/sources/${file}`, import.meta.url), 'utf8');
      texts.set(file, text);
      return words(text).includes(words(entry.quote)) ? [] : [`${entry.id}: ${entry.quote}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('names a source for every fact, and a year that is the source’s own', () => {
    for (const source of contents.sources.values()) {
      assert.ok(source.title && source.publisher, source.id);
      if (source.year === 'undated') continue;
      assert.ok(source.year >= 2015 && source.year <= 2026, source.id);
    }
  });

  it('knows at least 60 ways to ask for every clause', () => {
    const few = contents.policy.flatMap(({ number }) => {
      const count = contents.phrasings.filter((each) => each.entries[0] === `aup/${number}`).length;
      return count < 60 ? [`${number}: ${count}`] : [];
    });
    assert.deepEqual(few, []);
  });

  it('knows at least 80 questions that no source answers, by at least 1,000 phrasings', () => {
    const gaps = new Set(entries.filter(({ kind }) => kind === 'gap').map(({ id }) => id));
    const phrasings = contents.phrasings.filter((each) => gaps.has(each.entries[0] ?? ''));
    assert.ok(gaps.size >= 80, `${gaps.size} gaps`);
    assert.ok(phrasings.length >= 1000, `${phrasings.length} phrasings`);
  });

  it('has at least one way to ask for every entry', () => {
    const asked = new Set(contents.phrasings.flatMap((each) => each.entries));
    assert.deepEqual(
      entries.filter(({ id }) => !asked.has(id)).map(({ id }) => id),
      [],
    );
  });

  it('keeps its own sentences to 20 words', () => {
    const long = entries.flatMap((entry) =>
      ourWords(entry)
        .flatMap(sentencesOf)
        .filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE)
        .map((sentence) => `${entry.id}: ${sentence}`),
    );
    assert.ok(long.length <= LONG_SENTENCES, `${long.length} sentences are too long:\n${long.join('\n')}`);
  });

  it('says nothing of a look-alike address, nor of what stood at the foot of somebody’s page', () => {
    for (const entry of entries) {
      const text = JSON.stringify(entry);
      assert.doesNotMatch(text, /portalnhs\.net/i, entry.id);
      assert.doesNotMatch(text, /registered charity|charity (number|no)\b|all rights reserved|©/i, entry.id);
    }
  });

  it('links to the places that its sources name, and to no others', () => {
    const links = entries.flatMap((entry) => (entry.kind === 'fact' ? entry.links : []));
    const inText = entries.flatMap(
      (entry) =>
        ourWords(entry)
          .join(' ')
          .match(/https?:\/\/[^\s)]+/g) ?? [],
    );
    const readAt = [...contents.sources.values()].flatMap((source) => source.readAt ?? []);
    const wrong = [...links.map(({ url }) => url), ...inText, ...readAt].filter((url) => {
      const { protocol, hostname } = new URL(url);
      return protocol !== 'https:' || !ALLOWED_HOSTS.includes(hostname);
    });
    assert.deepEqual([...new Set(wrong)], []);
  });

  it('never invites a password', () => {
    for (const entry of entries) {
      assert.doesNotMatch(
        ourWords(entry).join(' '),
        /\b(type|send|give|tell) (me|us) your (password|code|pin|security answer)/i,
        entry.id,
      );
    }
  });
});
