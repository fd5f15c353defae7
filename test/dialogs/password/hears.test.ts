import assert from 'node:assert/strict';
import { hears } from '../../../dialogs/password/hears.ts';

const CLAUSE = 'aup/3.1.5';
const place = (says: string, entry = CLAUSE) =>
  hears.find((each) => (!each.insteadOf || each.insteadOf === entry) && each.says.test(says))?.opens;

const SAID: [says: string, place: string | undefined, entry?: string][] = [
  ['my reminders', 'password.reminders'],
  ['Show me my password reminders please', 'password.reminders'],
  ['what reminders do I have?', 'password.reminders'],
  ['cancel my reminders', 'password.noreminders'],
  ['please stop the password reminders', 'password.noreminders'],
  ['does NHSmail send reminders', undefined],
  ['how do I stop calendar reminders', undefined],
  ['stop reminding me', 'password.reminders'],
  ['unsubscribe me from reminders', 'password.reminders'],
  ['i dont want reminders any more', 'password.reminders'],
  ['stop reminding me of my ex in every email', undefined],
  ['someone rang me for it', 'password.asked'],
  ['a man called asking for it', 'password.asked'],
  ['someone rang me about my rota', undefined, 'none/greeting'],
  ['someone has my password', 'password.known'],
  ['somebody rang for my password and I have told him', 'password.known'],
  ['someone rang from IT and wanted my password and i told them', 'password.known'],
  ['they phoned me asking for my password and I gave it to them', 'password.known'],
  ['someone rang for my password and I told him no', 'password.asked'],
  ['someone rang for my password but I did not tell them', 'password.asked'],
  ['IT rang for my password, should I have told them', 'password.asked'],
  ['someone has my password', undefined, 'aup/3.2.1'],
  ['i clicked a phishing link', 'password.clicked', 'aup/3.1.6'],
  ['i opened a dodgy attachment', 'password.clicked', 'aup/3.1.6'],
  ['I’ve clicked a strange link in Teams', 'password.clicked', 'aup/3.1.7'],
  ['i opened a spam email, what should i do', 'password.clicked', 'password/someone-knows'],
  ['I have not opened it', undefined, 'aup/3.1.6'],
  ['should i click the link', undefined, 'aup/3.1.6'],
  ['i clicked the link and put my password in', undefined, 'password/someone-knows'],
  ['is it ok to put my password into another website', undefined],
  ['who can I tell my password', undefined],
];

describe('what is plain from the words alone', () => {
  for (const [says, opens, entry] of SAID) {
    it(`"${says}" opens ${opens ?? 'what was understood'}${entry ? `, of ${entry}` : ''}`, () => {
      assert.equal(place(says, entry), opens);
    });
  }

  it('is read quickly, however long the message', () => {
    const long = 'cancel '.repeat(600) + 'someone has '.repeat(300);
    for (const { says } of hears) says.test(long.slice(0, 4000));
  });
});
