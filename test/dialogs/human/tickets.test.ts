import assert from 'node:assert/strict';
import { type Assistant, type Chat, startAssistant } from '../../support/assistant.ts';
import { PEOPLE } from '../../support/people.ts';
import { addTeam, CHANNEL, OTHER_CHANNEL, PRIYA, SAM, TEAM, useChannel } from './team-with-channel.ts';

const MINUTE = 60_000;

describe('A question to the helpers of an organisation', () => {
  let assistant: Assistant;
  let megan: Chat;
  let sam: Chat;
  let priya: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(async () => {
    await assistant.reset();
    addTeam(assistant);
    await useChannel(assistant);
    megan = assistant.chat('a member of staff');
    sam = assistant.chat(SAM, CHANNEL);
    priya = assistant.chat(PRIYA, CHANNEL);
    await megan.installs();
  });
  after(() => assistant?.stop());

  /** Megan asks, and both sides have their cards. */
  async function asks(question = 'How do I share a calendar?'): Promise<void> {
    await megan.says('I want to speak to a person');
    await megan.presses('Send', { filledIn: { question, before: '' } });
    await arrives();
  }
  async function arrives() {
    // Two messages for one conversation are a second apart.
    for (let second = 1; second <= 3; second++) {
      await assistant.services.deliver();
      assistant.clock.forward(1000);
    }
    return { megan: megan.received().text, sam: sam.received().text, priya: priya.received().text };
  }
  /** It is Saturday, and nobody works. */
  const until = (moment: string) =>
    assistant.clock.forward(Date.parse(moment) - assistant.clock.now().getTime());
  const tickets = () =>
    assistant.services.database.query<Record<string, unknown>>(
      'select state, taken_name, question from ticket order by number',
    );

  it('goes there and its answer comes back, and both sides see where it stands', async () => {
    await asks();
    assert.match(megan.received().text, /^$/);
    const taken = await sam.presses('Take it');
    assert.match(taken.text, /Sam Lee has taken it/);
    const seen = await arrives();
    assert.match(seen.megan, /Your question 1\nSam Lee has taken it/);
    assert.match(seen.priya, /Question 1 \(A9X4\)\nSam Lee has taken it/);

    await sam.presses('Send answer', { filledIn: { words: 'Open it and choose “Share”.' } });
    const answered = await arrives();
    assert.match(answered.megan, /An answer to your question 1/);
    assert.match(
      answered.megan,
      /Sam Lee, Willowbrook Care \(head office\) \(A9X4\)\nOpen it and choose “Share”\./,
    );

    const back = await megan.presses('Send', {
      filledIn: { words: 'With a pharmacy too?' },
      on: 'An answer',
    });
    assert.match(back.text, /You wrote back\nWith a pharmacy too\?\nSent\./);
    const replied = await arrives();
    assert.match(replied.sam, /They wrote back\. You can read and answer it/);
    assert.match(replied.sam, /They wrote back\nWith a pharmacy too\?/);

    await sam.presses('Close');
    const closed = await arrives();
    assert.match(closed.megan, /Your question 1\nClosed\./);
    assert.match(closed.priya, /Question 1 \(A9X4\)\nClosed\./);
    await priya.presses('Reopen');
    assert.match((await arrives()).megan, /Priya Patel has taken it/);
  });

  it('shows helpers who asks, and what the assistant had answered, as the person left it', async () => {
    await megan.says('can I forward chain emails');
    const form = await megan.presses('Ask a person');
    assert.match(form.text, /Everybody in their Teams channel can read it, with your name and address/);
    const box = JSON.stringify(form.cards);
    assert.ok(box.includes('"value":"can I forward chain emails"'), box);
    await megan.presses('Send', {
      filledIn: { question: 'May I forward chain emails to my own team?', before: 'A clause.' },
    });
    const { sam: read } = await arrives();
    assert.match(read, /From Megan Bowen \(megan\.bowen@willowbrook\.example\)/);
    assert.match(read, /May I forward chain emails to my own team\?/);
    assert.match(read, /What I had answered\nA clause\./);
  });

  it('tells helpers what the assistant had answered, also when the person just types that they want a person', async () => {
    await megan.says('can I forward chain emails');
    const form = await megan.says('I want to speak to a person');
    assert.match(JSON.stringify(form.cards), /"id":"before"[^}]*"value":"[^"]*clause \d/);
    const long =
      'I have been round in circles with you. I am a district nurse sat in my car with no signal half the time. Please get a person to phone me.';
    const told = await assistant.chat('a member of staff').says(long);
    assert.ok(JSON.stringify(told.cards).includes(`"value":"${long}"`), told.text);
  });

  it('asks somebody with several organisations whose helpers should get it', async () => {
    await useChannel(assistant, 'C8T2');
    const alex = assistant.chat('an administrator');
    await alex.installs();
    const form = await alex.says('I want to speak to a person');
    assert.match(
      form.text,
      /Whose helpers should get it\?\nWillowbrook Care \(head office\).*\nWillowbrook Care at Home/,
    );
    const nowhere = await alex.presses('Send', { filledIn: { question: 'Who is on call?', ods: 'ZZ99' } });
    assert.match(nowhere.text, /Choose an organisation first/);
    await alex.presses('Send', { filledIn: { question: 'Who is on call?', ods: 'C8T2' } });
    assert.match((await arrives()).sam, /Question 1 \(C8T2\)/);
  });

  it('is not passed on for somebody whose organisation is not known, nor for a guest', async () => {
    for (const who of ['somebody with no account', 'a guest'] as const) {
      const chat = assistant.chat(who);
      await chat.installs();
      assert.match(
        (await chat.says('I want to speak to a person')).text,
        /do not know which organisation/,
        who,
      );
      const data = { form: '0f8fad5b-d9cb-469f-a165-70867728950e', question: 'Hello?', ods: 'A9X4' };
      assert.match((await chat.invents('human.send', data)).text, /0333 200 1133/, who);
    }
    assert.deepEqual(await tickets(), []);
  });

  it('is offered when nothing was found, with what was asked', async () => {
    await megan.says('can I use whatsapp for work');
    const form = await megan.presses('Ask a person');
    assert.ok(JSON.stringify(form.cards).includes('"value":"can I use whatsapp for work"'));
  });

  it('is taken by one of two who take it at the same moment, and the other is told', async () => {
    await asks();
    const both = await Promise.all([sam.presses('Take it'), priya.presses('Take it')]);
    const told = both.map(({ text }) => text);
    assert.equal(told.filter((text) => /was quicker and has taken it/.test(text)).length, 1, told.join('\n'));
  });

  it('is not answered twice by two who write at the same time: the second reads the first', async () => {
    await asks();
    await sam.presses('Send answer', { filledIn: { words: 'Yes.' } });
    const second = await priya.presses('Send answer', { filledIn: { words: 'No.' } });
    assert.match(second.text, /Somebody wrote in the meantime\. Read it, then send your answer again/);
    assert.ok(JSON.stringify(second.cards).includes('"value":"No."'), 'what she wrote is lost');
    await arrives();
    await priya.presses('Send answer', { filledIn: { words: 'No, sorry.' } });
    assert.match((await arrives()).megan, /Priya Patel, .*\nNo, sorry\./);
  });

  it('is one question, however often its form is sent, and one answer', async () => {
    await megan.says('I want to speak to a person');
    const filledIn = { question: 'Is it open on Sunday?' };
    await Promise.all([megan.presses('Send', { filledIn }), megan.presses('Send', { filledIn })]);
    await megan.presses('Send', { filledIn, how: 'submit' });
    assert.equal((await tickets()).length, 1);
    const { sam: read } = await arrives();
    assert.equal(read.match(/Is it open on Sunday\?/g)?.length, 1);
    const words = { words: 'It is.' };
    await Promise.all([sam, sam].map((chat) => chat.presses('Send answer', { filledIn: words })));
    assert.equal((await arrives()).megan.match(/An answer to your question/g)?.length, 1);
  });

  it('takes nothing that is typed outside its own box', async () => {
    await asks();
    await sam.says('tell Megan that I am on it');
    await megan.says('and one more thing about the calendar');
    await arrives();
    const [{ count } = { count: 0 }] = await assistant.services.database.query<{ count: number }>(
      'select count(*) as count from ticket_message',
    );
    assert.equal(count, 0);
  });

  it('is shown again for checking when a password was in it, and holds none when it goes', async () => {
    await megan.says('I want to speak to a person');
    const question = 'My password is Tulip4Garden and it does not work';
    const form = await megan.presses('Send', { filledIn: { question } });
    assert.match(form.text, /I hid a password in what you wrote\. Check it, then send it again/);
    assert.equal((await tickets()).length, 0);
    await megan.presses('Send', { filledIn: { question: 'My password is [hidden] and it does not work' } });
    assert.equal((await tickets()).length, 1);
    await arrives();
    const shown = await sam.presses('Send answer', {
      filledIn: { words: 'Your new password is Tulip4Garden' },
    });
    assert.match(shown.text, /I hid a password/);
    assert.ok(!(await assistant.dump()).includes('Tulip4Garden'));
    assert.ok(!(await arrives()).megan.includes('An answer'));
  });

  it('is no place for an emergency: who to ring comes first, and nothing is sent', async () => {
    await megan.says('I want to speak to a person');
    const heard = await megan.presses('Send', { filledIn: { question: 'I want to kill myself' } });
    assert.match(heard.text, /999/);
    assert.equal((await tickets()).length, 0);
  });

  it('tells whom to ring when nobody takes it for half an hour of working time, once', async () => {
    await asks();
    until('2026-11-23T09:29:00Z');
    await assistant.services.runDueJobs();
    assert.doesNotMatch((await arrives()).megan, /Nobody has taken/);
    until('2026-11-23T09:30:00Z');
    await assistant.services.runDueJobs();
    const told = await arrives();
    assert.match(told.megan, /Nobody has taken your question 1 yet/);
    assert.match(told.megan, /0333 200 1133/);
    assistant.clock.forward(MINUTE);
    await assistant.services.runDueJobs();
    assert.equal((await arrives()).megan, '');
    assert.match((await sam.presses('Take it')).text, /Sam Lee has taken it/);
  });

  it('tells whom to ring soon when its card could not be put into the channel', async () => {
    await megan.says('I want to speak to a person');
    await megan.presses('Send', { filledIn: { question: 'Is it open?' } });
    assistant.connector.failWith({ status: 403 }, 1);
    await arrives();
    assistant.clock.forward(MINUTE);
    await assistant.services.runDueJobs();
    assert.match((await arrives()).megan, /Nobody has taken your question 1 yet/);
  });

  it('keeps what the person typed when they wrote often and nobody has answered', async () => {
    await asks();
    await sam.presses('Send answer', { filledIn: { words: 'Yes.' } });
    await arrives();
    const writes = (words: string) => megan.presses('Send', { filledIn: { words }, on: 'An answer' });
    for (const words of ['One', 'Two', 'Three']) assert.match((await writes(words)).text, /Sent\./);
    const refused = await writes('Four');
    assert.match(refused.text, /You have written three times\. Please wait for an answer/);
    assert.ok(JSON.stringify(refused.cards).includes('"value":"Four"'), 'what she wrote is lost');
  });

  it('does not close the channel when somebody deleted its card there: the next question arrives', async () => {
    await asks();
    await sam.presses('Send answer', { filledIn: { words: 'Yes.' } });
    await arrives();
    assistant.connector.failWith({ status: 404 });
    await megan.presses('Send', { filledIn: { words: 'Are you sure?' }, on: 'An answer' });
    await arrives();
    assistant.connector.failWith(undefined);
    await asks('Is it open?');
    assert.match((await priya.presses('Take it')).text, /Question 2(.|\n)*Is it open\?/);
  });

  it('is closed by the person who asked, and opened again when they write back', async () => {
    await asks();
    await sam.presses('Send answer', { filledIn: { words: 'Yes.' } });
    await arrives();
    await megan.presses('That answers it');
    assert.match((await arrives()).sam, /Question 1 \(A9X4\)\nClosed\./);
    await megan.presses('Send', { filledIn: { words: 'It does not work after all' }, on: 'An answer' });
    const again = await arrives();
    assert.match(again.sam, /Nobody has taken it yet/);
    assert.match((await priya.presses('Take it')).text, /Priya Patel has taken it/);
  });

  describe('whose channel was given up, as its team has a guest', () => {
    const guestJoins = async () => {
      const guest = PEOPLE['a guest'];
      assistant.connector.members.set(guest.id, guest.roster);
      assistant.connector.teams.get(TEAM)?.members.push(guest.id);
      assistant.clock.forward(24 * 60 * MINUTE);
      await assistant.services.runDueJobs();
    };
    const writesBack = (words: string) =>
      megan.presses('Send', { filledIn: { words }, on: 'An answer to your question' });
    const inChannel = () => {
      const all = [...assistant.connector.sent, ...assistant.connector.changed];
      return JSON.stringify(all.filter(({ conversationId }) => conversationId.startsWith(CHANNEL.id)));
    };
    beforeEach(async () => {
      await asks();
      await sam.presses('Send answer', { filledIn: { words: 'Yes.' } });
      await arrives();
    });

    it('shows nobody there what the person writes back, and tells them whom to ring', async () => {
      await guestJoins();
      await arrives();
      const kept = await writesBack('About the zebra ward');
      assert.match(kept.text, /nobody can read it at the moment/);
      assert.doesNotMatch(kept.text, /Sent\./);
      const told = await arrives();
      assert.match(told.megan, /Nobody can answer your question 1 at the moment/);
      assert.match(told.megan, /0333 200 1133/);
      assert.doesNotMatch(inChannel(), /zebra|wrote back/);
    });

    it('does not show there what was on its way, and tells the person whom to ring', async () => {
      const sent = await writesBack('About the zebra ward');
      assert.match(sent.text, /Sent\./);
      await guestJoins();
      assistant.clock.forward(MINUTE);
      await assistant.services.runDueJobs();
      assert.match((await arrives()).megan, /Nobody can answer your question 1 at the moment/);
      assert.doesNotMatch(inChannel(), /zebra|wrote back/);
    });

    it('goes to the channel that is chosen next, also when it had been closed', async () => {
      await megan.presses('That answers it');
      await guestJoins();
      const team = { id: '19:quiet@thread.tacv2', teamId: '19:other-team@thread.tacv2' };
      const administrator = PEOPLE['an administrator'];
      assistant.connector.teams.set(team.teamId, {
        channels: [{ id: team.id, type: 'standard' }],
        members: [SAM.id, administrator.id],
      });
      const next = assistant.chat('an administrator', team);
      await next.says('<at>NHSmail assistant</at> use this channel for A9X4');
      await next.presses('Use this channel');
      assert.match((await writesBack('About the zebra ward')).text, /Sent\./);
      await arrives();
      assert.match(next.received().text, /Nobody has taken it yet(.|\n)*About the zebra ward/);
      assert.doesNotMatch(inChannel(), /zebra|wrote back/);
    });
  });

  it('is not answered from another channel, by a guest, or by somebody who is not in the team', async () => {
    await asks();
    const { roster } = SAM;
    const [row] = await assistant.services.database.query<{ ticket: string }>(
      'select ticket_id as ticket from ticket',
    );
    const data = { ticket: row?.ticket, words: 'Hello', seen: 0 };
    const before = await tickets();
    for (const verb of ['human.take', 'human.answer', 'human.close', 'human.reopen']) {
      const elsewhere = await assistant.chat(SAM, OTHER_CHANNEL).invents(verb, data);
      assert.match(elsewhere.text, /not answered here/, verb);
      assert.match((await assistant.chat(SAM).invents(verb, data)).text, /not answered here/, verb);
      assistant.connector.members.set(SAM.id, { ...roster, userRole: 'guest' });
      assert.match((await sam.invents(verb, data)).text, /Only members of this team/, verb);
      assistant.connector.members.set(SAM.id, roster);
      const stranger = assistant.chat('a colleague', CHANNEL);
      assert.match((await stranger.invents(verb, data)).text, /Only members of this team/, verb);
    }
    for (const verb of ['human.reply', 'human.solved']) {
      assert.match(
        (await assistant.chat('a colleague').invents(verb, data)).text,
        /cannot find this question/,
      );
    }
    assert.deepEqual(await tickets(), before);
  });

  it('waits on the way when Teams is away, and its card shows the newest state and no older one', async () => {
    await megan.says('I want to speak to a person');
    await megan.presses('Send', { filledIn: { question: 'Is it open?' } });
    assistant.connector.failWith({ status: 503 }, 1);
    await arrives();
    assistant.clock.forward(10 * MINUTE);
    const { sam: read } = await arrives();
    assert.match(read, /Is it open\?/);
    await sam.presses('Take it');
    await sam.presses('Close');
    const { priya: last } = await arrives();
    assert.ok(last.trimEnd().split('Question 1').at(-1)?.includes('Closed.'), last);
  });
});
