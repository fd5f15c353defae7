import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEMONSTRATION_PEOPLE } from '../../bot/demo/demonstration-people.ts';
import type { CardNode } from '../../cards/adaptive-card.ts';
import { features } from '../../dialogs/index.ts';
import { CLASSIFIED } from '../access/wrong-administrator/classified.ts';
import { everyVerb } from '../access/wrong-administrator/every-action.ts';
import { type Assistant, sharedKnowledge, startAssistant } from '../support/assistant.ts';
import { type Heard, MENTION } from '../support/chat.ts';

const OWN_CHAT = /Ask me in our own chat/;
const QUESTION = 'can I forward chain emails';
const SCOPES = ['groupChat', 'channel'] as const;
/** Tickets are worked on in the helper channel: who may do that is tested with them. */
const IN_THE_HELPER_CHANNEL = /^human\./;

const verbs = await everyVerb(sharedKnowledge());

describe('in a chat that others read', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const links = ({ cards }: Heard) =>
    cards.flatMap(({ actions }) => (actions as CardNode[] | undefined) ?? []).map(({ url }) => url);
  /** The address that the roster gives, the organisation and its code: none of it belongs there. */
  const TELLTALES = [DEMONSTRATION_PEOPLE.staff.address, DEMONSTRATION_PEOPLE.administrator.address, 'A9X4'];
  function assertNothingPersonal({ activities, body }: Heard, what: string) {
    const read = JSON.stringify([activities, body]);
    for (const telltale of TELLTALES) assert.ok(!read.includes(telltale), `${what} told of ${telltale}`);
  }

  for (const scope of SCOPES) {
    describe(`(${scope})`, () => {
      it('answers a question that mentions it, and not one that does not', async () => {
        const chat = assistant.chat('a member of staff', scope);
        assert.match((await chat.says(QUESTION)).text, /chain/i);
        const before = await assistant.dump();
        const overheard = await chat.sends({ type: 'message', text: QUESTION });
        assert.equal(overheard.status, 200);
        assert.equal(overheard.text, '');
        assert.equal(await assistant.dump(), before, 'something was kept of what was not meant for it');
      });

      it('does not answer when somebody else is mentioned, nor for marks that somebody typed', async () => {
        const chat = assistant.chat('a member of staff', scope);
        const other = { type: 'mention', mentioned: { id: '29:priya' }, text: '<at>NHSmail assistant</at>' };
        const text = `<at>NHSmail assistant</at> ${QUESTION}`;
        assert.equal((await chat.sends({ type: 'message', text, entities: [other] })).text, '');
        assert.equal((await chat.sends({ type: 'message', text, entities: [] })).text, '');
        assert.equal((await chat.sends({ type: 'message', text, entities: 'odd' })).text, '');
      });

      it('reads the words around its name, wherever it stands and however it is called', async () => {
        const chat = assistant.chat('a member of staff', scope);
        const named = { ...MENTION, text: '<at>Mail & Co (test)</at>' };
        for (const text of [
          `${named.text}&nbsp;show me clause 3.1.5`,
          `show me clause 3.1.5 ${named.text}`,
          `\n${named.text}\u00a0show me ${named.text} clause 3.1.5`,
        ]) {
          const heard = await chat.sends({ type: 'message', text, entities: [named] });
          assert.match(heard.text, /Clause 3\.1\.5/, text);
        }
      });

      it('answers every line of the menu, or shows the way to a chat of their own', async () => {
        for (const item of features.flatMap(({ menu }) => menu)) {
          const { say } = item;
          for (const who of ['a member of staff', 'an administrator'] as const) {
            if (item.for === 'administrators' && who !== 'an administrator') continue;
            const heard = await assistant.chat(who, scope).says(say);
            assertNothingPersonal(heard, say);
            assert.doesNotMatch(heard.text, /I do not have an answer|Did you mean/, say);
          }
        }
      });

      it('shows the way for every button that is about a person or their organisation', async () => {
        const personal = Object.keys(CLASSIFIED).filter(
          (verb) => CLASSIFIED[verb] !== 'anybody' && !IN_THE_HELPER_CHANNEL.test(verb),
        );
        for (const verb of personal) {
          const heard = await assistant.chat('an administrator', scope).invents(verb, { ods: 'A9X4' });
          assert.match(heard.text, OWN_CHAT, verb);
          assert.deepEqual(links(heard), ['https://teams.microsoft.com/l/chat/0/0?users=28:assistant'], verb);
          assertNothingPersonal(heard, verb);
        }
      });

      it('shows nothing personal, whatever is pressed by whomever', async () => {
        for (const verb of verbs.keys()) {
          for (const who of ['a member of staff', 'an administrator', 'a guest'] as const) {
            assertNothingPersonal(await assistant.chat(who, scope).invents(verb, {}), verb);
          }
        }
      });

      for (const says of [
        'is my account at risk',
        'my reminders',
        'remind me of the DSPT deadline',
        'what do you know about me',
        'delete my data',
      ]) {
        it(`shows the way when somebody says "${says}"`, async () => {
          assert.match((await assistant.chat('a member of staff', scope).says(says)).text, OWN_CHAT);
        });
      }

      for (const says of ['hygiene report', 'administrators', 'who is due', 'export our accounts']) {
        it(`shows an administrator the way who says "${says}"`, async () => {
          assert.match((await assistant.chat('an administrator', scope).says(says)).text, OWN_CHAT);
        });
      }

      it('goes on with a question in progress after it has shown the way', async () => {
        const chat = assistant.chat('a member of staff', scope);
        await chat.says('what DSPT stage are we');
        assert.match(
          (await chat.says('is my account at risk')).text,
          /Ask me in our own chat[\s\S]*Question 1/,
        );
      });

      it('says how to ask when it is added, and offers nothing that belongs elsewhere', async () => {
        const chat = assistant.chat('a member of staff', scope);
        const { text } = await chat.installs();
        assert.match(text, /Mention me/);
        assert.doesNotMatch(text, /Is my account at risk/);
        assert.match((await chat.presses('What the policy says')).text, /Choose a section/);
      });

      it('does what the manifest offers there', async () => {
        const manifest = JSON.parse(
          readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8'),
        );
        const scopeName = scope === 'channel' ? 'team' : scope;
        const { commands } = manifest.bots[0].commandLists.find((each: { scopes: string[] }) =>
          each.scopes.includes(scopeName),
        );
        assert.ok(commands.length > 0);
        for (const { title } of commands as { title: string }[]) {
          const { text } = await assistant.chat('a member of staff', scope).says(title);
          assert.doesNotMatch(text, /I do not have an answer|Did you mean|Ask me in our own chat/, title);
        }
      });
    });
  }

  it('keeps a message that does not mention it from everybody, secrets and all', async () => {
    const chat = assistant.chat('a member of staff', 'channel');
    await chat.sends({ type: 'message', text: 'my password is Winter2024! by the way' });
    assert.doesNotMatch(await assistant.dump(), /Winter2024/);
    assert.doesNotMatch(assistant.log.join('\n'), /Winter2024/);
  });

  it('reads a name that somebody types in a chat of their own as words', async () => {
    const heard = await assistant.chat('a member of staff').says(`<at>Priya</at> ${QUESTION}`);
    assert.match(heard.text, /chain/i);
  });
});
