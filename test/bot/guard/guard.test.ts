import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { detectors } from '../../../bot/guard/detectors/index.ts';
import { guard, guardFields, MARK, secretInWords } from '../../../bot/guard/guard.ts';
import { plainView } from '../../../bot/guard/plain-view.ts';
import { askedWithPassword, madeUpPassword, typedByAnyone } from './made-up-messages.ts';

const [, ...lines] = readFileSync(new URL('messages.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const messages = lines.map((line) => {
  const [, kind = '', secrets = '', message = ''] = line.split('\t');
  return { kind, secrets: secrets.split(' | '), message };
});

describe('the guard', () => {
  for (const detector of detectors) {
    it(`hides every example of: ${detector.title}`, () => {
      for (const { text, secret } of detector.examples.yes) {
        const { text: shown, masked } = guard(text);
        assert.ok(!shown.includes(secret), `${text} => ${shown}`);
        assert.ok(masked.includes(detector.kind), `${text} => ${masked}`);
        assert.ok(detector.find(plainView(text).text).length > 0, `another detector found it: ${text}`);
      }
    });

    it(`leaves alone what is none: ${detector.title}`, () => {
      for (const text of detector.examples.no) assert.deepEqual(guard(text), { text, masked: [] });
    });

    it(`has enough examples of: ${detector.title}`, () => {
      const least = detector.kind === 'password' ? 25 : 12;
      assert.ok(detector.examples.yes.length >= least && detector.examples.no.length >= least);
      for (const { text, secret } of detector.examples.yes) assert.ok(text.includes(secret), text);
    });
  }

  it('hides at least 95% of the secrets in messages of its own, and cries wolf over 5% at most', () => {
    const secret = messages.filter(({ kind }) => kind !== 'none');
    const plain = messages.filter(({ kind }) => kind === 'none');
    const leaks = secret.filter(({ message, secrets }) =>
      secrets.some((each) => guard(message).text.includes(each)),
    );
    const alarms = plain.filter(({ message }) => guard(message).text !== message);
    const told = JSON.stringify([...leaks, ...alarms].map(({ message }) => message));
    assert.ok(secret.length + plain.length >= 150);
    assert.ok(leaks.length <= secret.length * 0.05, told);
    assert.ok(alarms.length <= plain.length * 0.05, told);
  });

  it('names the kind of secret, so that the reply can say what to do', () => {
    const wrong = messages.filter(
      ({ kind, message }) => kind !== 'none' && !guard(message).masked.some((each) => each === kind),
    );
    assert.ok(wrong.length <= messages.length * 0.05, JSON.stringify(wrong));
    for (const { kind } of detectors) assert.match(secretInWords[kind], /^(?:an? |patient)/);
  });

  it('hides what a phone puts markup, entities and invisible characters into', () => {
    for (const text of [
      '<p>my password is <b>Sun</b>flower<i>-Bus-77</i></p>',
      'my password is Sun\u200bflower\u200d-Bus-\ufeff77',
      'my pass\u00adword is Sunflower&#45;Bus&#x2d;77',
      'my&nbsp;password&nbsp;is&nbsp;Sunflower\u2011Bus\u201177',
      'my password is \uff33unflower-Bus-\uff17\uff17',
    ]) {
      const { text: shown, masked } = guard(text);
      assert.deepEqual(masked, ['password'], text);
      assert.doesNotMatch(shown, /flower|Bus|77/);
    }
    assert.deepEqual(guard('<div>943<span>476</span>5919</div>').masked, ['nhs-number']);
  });

  it('hides a secret in every place where the message holds it', () => {
    const { text } = guard('my password is lemonade. I typed lemonade, LEMONADE and Lemonade');
    assert.doesNotMatch(text, /lemonade/i);
  });

  it('keeps the question that stands beside the secret', () => {
    const { text } = guard('my password is Sunflower-Bus-77 and it wont let me in');
    assert.equal(text, `my password is ${MARK} and it wont let me in`);
  });

  it('hides secrets in card inputs, however deep, and keeps everything else', () => {
    const sent = {
      verb: 'password/expiry',
      changed: '2026-03-12',
      times: 3,
      more: [{ note: 'pw: Teapot2031!' }, null],
    };
    assert.deepEqual(guardFields(sent), {
      data: { ...sent, more: [{ note: `pw: ${MARK}` }, null] },
      masked: ['password'],
    });
  });

  it('keeps the ids that our own buttons carry', () => {
    for (const id of [
      'aup/3.1.5',
      'password/how-long-it-lasts',
      'deck-2020',
      'c9a646d3-9c61-4cb7-bfcd-ee2522c8f633',
    ]) {
      assert.deepEqual(guardFields({ id }), { data: { id }, masked: [] });
    }
  });

  it('survives card inputs that try to change other objects or go too deep', () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":"my pin is 4821"}}') as Record<string, unknown>;
    assert.deepEqual(guardFields(hostile).masked, ['pin']);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    let deep: Record<string, unknown> = { note: 'pw: Teapot2031!' };
    for (let level = 0; level < 5000; level++) deep = { deep };
    assert.doesNotMatch(JSON.stringify(guardFields(deep).data), /Teapot/);
  });

  it('never throws, whatever somebody types', () => {
    fc.assert(
      fc.property(typedByAnyone, (text) => typeof guard(text).text === 'string'),
      { numRuns: 500 },
    );
  });

  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          typedByAnyone,
          askedWithPassword.map(({ text }) => text),
        ),
        (text) => {
          const once = guard(text).text;
          assert.deepEqual(guard(once), { text: once, masked: [] });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never shows a made-up password, whatever the wording', () => {
    fc.assert(
      fc.property(askedWithPassword, ({ text, secret }) => {
        const { text: shown, masked } = guard(text);
        assert.ok(!shown.includes(secret), `${text} => ${shown}`);
        assert.ok(masked.includes('password'));
      }),
      { numRuns: 1000 },
    );
  });

  it('never shows a made-up password with markup or an invisible character in it', () => {
    fc.assert(
      fc.property(
        madeUpPassword,
        fc.nat(),
        fc.constantFrom('\u200b', '<b>', '\u2060', '</span>'),
        (secret, at, hidden) => {
          const cut = 1 + (at % (secret.length - 1));
          const { text } = guard(`my password is ${secret.slice(0, cut)}${hidden}${secret.slice(cut)} help`);
          assert.ok(!text.includes(secret.slice(0, cut)) || !text.includes(secret.slice(cut)), text);
        },
      ),
    );
  });
});
