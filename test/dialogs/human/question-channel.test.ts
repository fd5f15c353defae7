import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';
import { PEOPLE } from '../../support/people.ts';
import { addTeam, CHANNEL, OTHER_CHANNEL, PRIYA, SAM, TEAM, useChannel } from './team-with-channel.ts';

const SAY = '<at>NHSmail assistant</at> use this channel for A9X4';

describe('An administrator who names a channel for questions', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(async () => {
    await assistant.reset();
    addTeam(assistant);
  });
  after(() => assistant?.stop());

  const inUse = async () => {
    const rows = await assistant.services.database.query<{ place: string }>(
      `select ods_code || ' ' || conversation_id as place from helper_channel where state = 'in-use' order by 1`,
    );
    return rows.map(({ place }) => place);
  };
  const audited = async () => {
    const rows = await assistant.services.database.query<{ what: string; actor: string; why: string | null }>(
      `select what, actor, after ->> 'why' as why from audit where what like 'helper-channel%' order by audit_id`,
    );
    return rows.map(({ what, actor, why }) => [what, actor, ...(why ? [why] : [])].join(' '));
  };
  const team = () => {
    const found = assistant.connector.teams.get(TEAM);
    if (!found) throw new Error('There is no team.');
    return found;
  };

  it('is asked first, says yes, and can stop it again; all of it is in the audit', async () => {
    const channel = assistant.chat('an administrator', CHANNEL);
    assert.match((await channel.says(SAY)).text, /Use this channel for questions of A9X4\?/);
    assert.deepEqual(await inUse(), []);
    assert.match((await channel.presses('Use this channel')).text, /This channel is in use/);
    assert.match((await channel.presses('Use this channel')).text, /This channel is in use/, 'pressed twice');
    assert.deepEqual(await inUse(), [`A9X4 ${CHANNEL.id}`]);
    assert.match((await channel.says('stop using this channel')).text, /no longer used/);
    assert.deepEqual(await inUse(), []);
    assert.deepEqual(await audited(), [
      'helper-channel.confirmed person',
      'helper-channel.ended person asked',
    ]);
  });

  it('has one for each organisation: another one takes its place, with what is not closed', async () => {
    await useChannel(assistant);
    const megan = assistant.chat('a member of staff');
    await megan.installs();
    await megan.says('I want to speak to a person');
    await megan.presses('Send', { filledIn: { question: 'Is it open?' } });
    await assistant.services.deliver();
    const elsewhere = assistant.chat('an administrator', OTHER_CHANNEL);
    assert.match((await elsewhere.says(SAY)).text, /The channel that you use now is then given up/);
    await elsewhere.presses('Use this channel');
    assert.deepEqual(await inUse(), [`A9X4 ${OTHER_CHANNEL.id}`]);
    await assistant.services.deliver();
    assert.match(elsewhere.received().text, /Is it open\?/);
    const [row] = await assistant.services.database.query<{ id: string }>(
      'select ticket_id as id from ticket',
    );
    const old = await assistant.chat(SAM, CHANNEL).invents('human.take', { ticket: row?.id });
    assert.match(old.text, /not answered here/);
  });

  it('writes it in the channel, with a code, and administers that organisation', async () => {
    for (const [where, says, reads] of [
      ['personal', 'use this channel for A9X4', /write this in the channel/],
      ['groupChat', 'use this channel for A9X4', /write this in the channel/],
      [CHANNEL, 'use this channel', /For which organisation\?/],
      [CHANNEL, 'use this channel for ZZ99', /Only a Local Administrator/],
    ] as const) {
      assert.match((await assistant.chat('an administrator', where).says(says)).text, reads, says);
    }
    assert.match((await assistant.chat(SAM, CHANNEL).says(SAY)).text, /Only a Local Administrator/);
    const own = assistant.chat('an administrator', CHANNEL);
    await own.says(SAY);
    const channel = { channel: 1 };
    assert.match(
      (await assistant.chat(SAM, CHANNEL).invents('human.usechannel', channel)).text,
      /Only a Local/,
    );
    const other = await assistant
      .chat('an administrator', OTHER_CHANNEL)
      .invents('human.usechannel', channel);
    assert.match(other.text, /has expired/);
    assistant.clock.forward(61 * 60_000);
    assert.match((await own.presses('Use this channel')).text, /has expired/);
    assert.deepEqual(await inUse(), []);
  });

  it('cannot stop another organisation’s', async () => {
    await useChannel(assistant);
    assert.match(
      (await assistant.chat(SAM, CHANNEL).says('stop using this channel')).text,
      /nothing to stop/,
    );
    assert.deepEqual(await inUse(), [`A9X4 ${CHANNEL.id}`]);
  });

  const unfit: [what: string, make: () => void, reads: RegExp][] = [
    [
      'a private channel',
      () => {
        team().channels = [{ id: CHANNEL.id, type: 'private' }];
      },
      /standard channel/,
    ],
    [
      'a shared channel',
      () => {
        team().channels = [{ id: CHANNEL.id, type: 'shared' }];
      },
      /standard channel/,
    ],
    [
      'a channel that Teams does not list',
      () => {
        team().channels = [];
      },
      /standard channel/,
    ],
    [
      'a team with a guest on its second page',
      () => {
        const guest = PEOPLE['a guest'];
        assistant.connector.members.set(guest.id, guest.roster);
        team().members.push(guest.id);
      },
      /This team has guests/,
    ],
    [
      'a team with somebody of another tenant',
      () => {
        assistant.connector.members.set('29:far', { id: '29:far', tenantId: 'elsewhere' });
        team().members.push('29:far');
      },
      /This team has guests/,
    ],
  ];
  for (const [what, make, reads] of unfit) {
    it(`cannot use ${what}, neither at first nor between the question and the yes`, async () => {
      const channel = assistant.chat('an administrator', CHANNEL);
      await channel.says(SAY);
      make();
      assert.match((await channel.presses('Use this channel')).text, reads);
      assert.match((await channel.says(SAY)).text, reads);
      assert.deepEqual(await inUse(), []);
    });
  }

  it('is told to try again when Teams cannot be asked', async () => {
    const channel = assistant.chat('an administrator', CHANNEL);
    await channel.says('hello');
    assistant.connector.failWith({ status: 503 }, 1);
    assert.match((await channel.says(SAY)).text, /try again in a minute/);
    assert.deepEqual(await inUse(), []);
  });

  it('loses it when the team gets a guest, and whoever asks then is told whom to ring', async () => {
    await useChannel(assistant);
    const guest = PEOPLE['a guest'];
    assistant.connector.members.set(guest.id, guest.roster);
    team().members.push(guest.id);
    const megan = assistant.chat('a member of staff');
    await megan.installs();
    await megan.says('I want to speak to a person');
    const heard = await megan.presses('Send', { filledIn: { question: 'Is it open?' } });
    assert.match(heard.text, /cannot be used at the moment/);
    assert.match(heard.text, /0333 200 1133/);
    assert.deepEqual(await inUse(), []);
    assert.equal((await audited()).at(-1), 'helper-channel.ended service guests');
  });

  it('loses it overnight too, without anybody asking, and is told why', async () => {
    await useChannel(assistant);
    const own = assistant.chat('an administrator');
    await own.installs();
    assistant.connector.members.set(PRIYA.id, { ...PRIYA.roster, userRole: 'guest' });
    assistant.clock.forward(24 * 60 * 60_000);
    await assistant.services.runDueJobs();
    assert.deepEqual(await inUse(), []);
    await assistant.services.deliver();
    assert.match(
      own.received().text,
      /no longer used\nThis is about .* \(A9X4\)\.\nIts team has a guest now/,
    );
  });
});
