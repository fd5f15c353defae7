import assert from 'node:assert/strict';
import { type Assistant, sharedKnowledge, startAssistant } from '../../support/assistant.ts';
import type { Channel, Chat, Heard } from '../../support/chat.ts';
import type { Chatter } from '../../support/people.ts';
import { CLASSIFIED } from './classified.ts';
import { everyCommand, everyVerb, hearings } from './every-action.ts';
import {
  addHouse,
  CHANNEL,
  endRheasAccess,
  GUEST,
  HOUSE,
  type House,
  NAMESAKE,
  OWN_STAFF,
  RHEA,
  STAFF,
  TELLTALES,
  VALUES,
  YAN,
} from './house-x.ts';
import { changed, type Rows, rowsOf } from './whose-rows.ts';

const knowledge = sharedKnowledge();
const verbs = await everyVerb(knowledge);
const commands = await everyCommand(knowledge);

/** One for each pattern that is heard without being looked up, and what somebody would try who looks for the house. */
const TRIED = [
  'my reminders',
  'cancel my reminders',
  'stop reminding me',
  'remind me',
  'somebody rang for my password and I told them',
  'i clicked a phishing link',
  'somebody rang me and asked for it',
  'IT rang me and asked for my password',
  'somebody else has my password',
  'administrators',
  'who has access',
  'who can see our accounts',
  'give someone access',
  'give access to quillon.3@xanthe.example',
  'add an administrator',
  'make quillon.3@xanthe.example an administrator',
  'remove an administrator',
  "end somebody's access",
  `hygiene report ${HOUSE}`,
  `hygiene report Xanthorhoea House`,
  'is quillon.3@xanthe.example at risk',
  'search Quillon',
  'find the account of Quillon Xavier 3',
  'open Quillon’s account',
  'show our accounts',
  'export our accounts',
  'who is due',
  'that is not what I asked',
  'who is away',
  'automatic warnings',
  'turn off automatic warnings',
  'weekly summary',
  'stop the weekly summary',
  'send me the weekly summary',
  'my digest',
  'Quillon’s account has been deleted',
  'find Quillon Xavier 3',
  `use this channel for ${HOUSE}`,
  'stop using this channel',
  'do not use this channel',
  `what DSPT stage is ${HOUSE}`,
];

const REFUSED = /for Local Administrators|Ask me in our own chat|cannot do that for you/;
const REFUSED_IN_CHANNEL = /not answered here|cannot do that for you|has expired|in the channel/;
/** The number of accounts counts as a number by itself: a port or an id can hold it by chance. */
const tells = (text: string, telltale: string) =>
  /^\d+$/.test(telltale) ? new RegExp(`\\b${telltale}\\b`).test(text) : text.includes(telltale);
/** Ids of forms are made by chance, and a number can stand in one by chance. */
const IDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The tables in which rows may change: of their own, and of the administrators whom they ask for something. */
interface May {
  write: readonly string[];
  tell: readonly string[];
}

interface Wrong {
  who: string;
  person: Chatter;
  scope?: 'groupChat' | 'channel' | Channel;
  /** Their own address and organisation are theirs to read. */
  knows?: readonly string[];
  first?: (assistant: Assistant) => Promise<void>;
}

const WRONG: readonly Wrong[] = [
  { who: 'an administrator of another organisation', person: YAN },
  { who: 'a member of staff of another organisation', person: STAFF },
  {
    who: 'a member of its own staff',
    person: OWN_STAFF,
    knows: ['Xanthorhoea', HOUSE, 'quillon.3@xanthe.example'],
  },
  { who: 'a guest of another tenant whom somebody named by mistake', person: GUEST },
  { who: 'somebody of another tenant with the administrator’s id', person: NAMESAKE },
  { who: 'its administrator in a group chat', person: RHEA, scope: 'groupChat' },
  { who: 'its administrator in a channel', person: RHEA, scope: 'channel' },
  { who: 'an administrator of another organisation in its channel', person: YAN, scope: CHANNEL },
  { who: 'a guest in its channel', person: GUEST, scope: CHANNEL },
  { who: 'its administrator whose access has just ended', person: RHEA, first: endRheasAccess },
];

describe('the things of an organisation', function () {
  // Thousands of messages: everything that can be pressed and said, by everybody who should not.
  this.timeout(240_000);
  let assistant: Assistant;
  let house: House;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  const begin = async () => {
    await assistant.reset();
    house = await addHouse(assistant);
  };

  it('are named on every button in a way that this test knows', () => {
    const unclassified = [...verbs.keys()].filter((verb) => !(verb in CLASSIFIED));
    assert.deepEqual(unclassified, [], 'say in classified.ts whom they are for');
    const gone = Object.keys(CLASSIFIED).filter((verb) => !verbs.has(verb));
    assert.deepEqual(gone, [], 'classified.ts names buttons that there are no longer');
    const keys = new Set([...verbs.values()].flatMap((each) => [...each]));
    const without = [...keys].filter((key) => !(key in VALUES));
    assert.deepEqual(without, [], 'say in house-x.ts what the house has for them');
    const unheard = hearings.filter(({ says }) => ![...TRIED, ...commands].some((words) => says.test(words)));
    assert.deepEqual(
      unheard.map(({ opens, says }) => `${opens}: ${says}`),
      [],
      'add words that are heard so to TRIED',
    );
  });

  /** What a button brings when somebody aims it at the house: its own keys, with all that the house has for them. */
  const aimed = (verb: string): Record<string, unknown>[] => {
    const values = [...(verbs.get(verb) ?? [])].map((key) => [key, VALUES[key]?.(house) ?? []] as const);
    const most = Math.max(1, ...values.map(([, each]) => each.length));
    return Array.from({ length: most }, (_, at) =>
      Object.fromEntries(values.map(([key, each]) => [key, each[at % each.length]])),
    );
  };
  /** Everything at once: what no card of ours would bring. */
  const everything = () =>
    Object.fromEntries(Object.entries(VALUES).map(([key, value]) => [key, value(house).at(-1)]));

  for (const wrong of WRONG) {
    describe(`are kept from ${wrong.who}`, () => {
      const conversations: string[] = typeof wrong.scope === 'object' ? [wrong.scope.id] : [];
      let stood: Rows;
      async function rows(): Promise<Rows> {
        await assistant.services.settled();
        return rowsOf(assistant.services.database, wrong.person, conversations);
      }
      before(async () => {
        await begin();
        await wrong.first?.(assistant);
        stood = await rows();
      });

      async function tries(what: string, may: May, acts: ((chat: Chat) => Promise<Heard>)[]) {
        const { person, scope, knows = [] } = wrong;
        const chats = acts.map(() => assistant.chat(person, scope));
        conversations.push(...chats.map(({ conversationId }) => conversationId));
        for (const [at, act] of acts.entries()) {
          const heard = await act(chats[at] as Chat);
          assert.equal(heard.status, 200, what);
          const read = JSON.stringify([heard.body, heard.activities]).replaceAll(IDS, '');
          const given = JSON.stringify(heard.sent) + knows.join();
          for (const telltale of TELLTALES) {
            const rest = knows.reduce((text, word) => text.replaceAll(word, ''), read);
            assert.ok(
              !tells(rest, telltale) || given.includes(telltale),
              `${what} told ${wrong.who} of ${telltale}:\n${heard.text}`,
            );
          }
        }
        const before = stood;
        stood = await rows();
        const others = changed(before.others, stood.others).filter((table) => !may.tell.includes(table));
        assert.deepEqual(others, [], `${what} changed what is not theirs`);
        const own = changed(before.own, stood.own).filter((table) => !may.write.includes(table));
        assert.deepEqual(own, [], `${what} changed more than it says`);
      }

      it('whatever they press', async () => {
        for (const verb of verbs.keys()) {
          const group = CLASSIFIED[verb];
          const write = typeof group === 'object' ? group.writes : [];
          const tell = typeof group === 'object' && group.tellsAdministrators ? write : [];
          await tries(verb, { write, tell }, [
            ...aimed(verb).map((data) => (chat: Chat) => chat.invents(verb, data)),
            (chat) => chat.invents(verb, everything(), 'submit'),
          ]);
        }
      });

      it('whatever they say', async () => {
        // An administrator of another organisation gets a dry run of their own, and what they chose goes with their data.
        const yans = wrong.person === YAN ? ['send', 'send_recipient', 'digest_choice'] : [];
        // A report of their own that waits goes with their data, and so do their questions.
        const may = {
          write: [
            'owed_message',
            'owed_message_change',
            'staged_report',
            'ticket',
            'weekly_summary_off',
            ...yans,
          ],
          tell: [],
        };
        for (const words of [...commands, ...TRIED]) {
          await tries(words, may, [(chat) => chat.says(words)]);
        }
      });
    });
  }

  describe('are there for its administrator', () => {
    for (const verb of Object.keys(CLASSIFIED).filter((each) => CLASSIFIED[each] === 'administrators')) {
      it(verb, async () => {
        await begin();
        const heard = await assistant.chat(RHEA).invents(verb, aimed(verb)[0]);
        assert.doesNotMatch(
          heard.text,
          REFUSED,
          'it is refused to everybody, so the walk proves nothing of it',
        );
      });
    }

    it('and to its helpers in the channel for its questions', async () => {
      for (const verb of Object.keys(CLASSIFIED).filter((each) => CLASSIFIED[each] === 'its channel')) {
        await begin();
        const heard = await assistant.chat(RHEA, CHANNEL).invents(verb, aimed(verb)[0]);
        assert.doesNotMatch(heard.text, REFUSED_IN_CHANNEL, verb);
      }
    });

    it('who reads its name and its people in the report', async () => {
      await begin();
      const { text } = await assistant.chat(RHEA).says('hygiene report');
      for (const telltale of TELLTALES) assert.ok(text.includes(telltale), telltale);
    });
  });
});
