import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TokenCredential } from '@azure/identity';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import { createGraphClient } from '../../../bot/graph/graph-client.ts';
import { organisationRule } from '../../../bot/graph/organisation-of.ts';
import { readDirectory } from '../../../bot/graph/read-directory.ts';
import type { ReadUser } from '../../../bot/graph/read-user.ts';
import { forget, type Reading, usersOf } from '../../../bot/graph/reading.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { type FakeGraph, graphUsers, type Mishap, startFakeGraph } from './fake-graph.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const PROGRAM = fileURLToPath(new URL('./reading.ts', import.meta.url));

describe('reading Microsoft Graph', () => {
  let graph: FakeGraph;
  let waited: number[];
  beforeEach(async () => {
    graph = await startFakeGraph(graphUsers(500));
    waited = [];
  });
  afterEach(() => graph.stop());

  const credential: TokenCredential = {
    getToken: async (scope) => ({ token: `for ${scope}`, expiresOnTimestamp: NOW.getTime() + 3_600_000 }),
  };
  const read = (database: OpenDatabase, more: { now?: Date; credential?: TokenCredential } = {}) =>
    readDirectory({
      database,
      client: createGraphClient({
        url: graph.url,
        credential: more.credential ?? credential,
        wait: async (ms) => void waited.push(ms),
        random: () => 0.5,
      }),
      url: graph.url,
      organisation: organisationRule('companyName', undefined),
      timeZone: 'Europe/London',
      clock: () => more.now ?? NOW,
    });
  const befalls = (mishaps: Record<number, Mishap>) => {
    for (const [request, mishap] of Object.entries(mishaps)) graph.mishaps.set(Number(request), mishap);
  };

  forEachDatabase('a reading', (open) => {
    it('takes every user once, 120 a page, and asks for no more of them than it needs', async () => {
      const database = await open();
      const reading = await read(database);
      assert.deepEqual([reading.pages, reading.users, reading.isWhole], [5, 500, true]);
      const users = await all(database, reading);
      assert.equal(new Set(users.map(addressOf)).size, 500);
      assert.deepEqual(users[0], {
        kind: 'account',
        address: 'person.0@north.example',
        displayName: 'Person 0',
        status: null,
        lastActiveOn: '2026-11-02',
        attemptOnly: false,
        neverUsed: false,
        createdOn: '2022-03-01',
        organisation: 'N1',
      });
      assert.match(
        decodeURIComponent(graph.asked[0] ?? ''),
        /^\/v1\.0\/users\?\$select=userPrincipalName,.*&\$top=120$/,
      );
      assert.doesNotMatch(graph.asked.join(), /jobTitle|\bmail\b|mobilePhone/);
      assert.deepEqual([...new Set(graph.tokens)], [`Bearer for ${graph.url}/.default`]);
      await forget(database, reading);
      assert.deepEqual(await database.query('select 1 from graph_page limit 1'), []);
    });

    it('waits as long as Graph asks, goes on after broken answers, and loses nothing', async () => {
      const database = await open();
      befalls({
        1: { throttle: 7 },
        3: 'dropped',
        4: 'half an answer',
        6: { status: 503, code: 'ServiceUnavailable' },
        7: { throttle: 30 },
      });
      const reading = await read(database);
      assert.equal(new Set((await all(database, reading)).map(addressOf)).size, 500);
      assert.deepEqual(waited, [7000, 1000, 2000, 1000, 30_000]);
    });

    it('begins again when a link has run out, and no more than twice', async () => {
      const database = await open();
      befalls({ 4: { status: 400, code: 'Directory_ExpiredPageToken' } });
      const reading = await read(database);
      assert.equal((await all(database, reading)).length, 500);
      assert.equal(graph.asked.length, 3 + 1 + 5);
      await forget(database, reading);
      for (let request = 10; request < 100; request += 1) {
        graph.mishaps.set(request, { status: 400, code: 'Directory_ExpiredPageToken' });
      }
      await assert.rejects(read(database), { code: 'GRAPH_UNAVAILABLE' });
    });

    it('keeps what it has when Graph stops answering, and goes on from there', async () => {
      const database = await open();
      for (let request = 4; request < 12; request += 1)
        graph.mishaps.set(request, { status: 500, code: 'x' });
      await assert.rejects(read(database), {
        code: 'GRAPH_UNAVAILABLE',
        message: /8 times.*run the command again/,
      });
      const reading = await read(database);
      assert.equal(new Set((await all(database, reading)).map(addressOf)).size, 500);
      assert.equal(graph.asked.length, 3 + 8 + 2);
    });

    it('does not go on with what is a day old, or with another question', async () => {
      const database = await open();
      for (let request = 3; request < 11; request += 1) graph.mishaps.set(request, 'dropped');
      await assert.rejects(read(database));
      const reading = await read(database, { now: new Date(NOW.getTime() + 24 * 3_600_000) });
      assert.equal(reading.pages, 5);
      assert.equal(graph.asked.length, 2 + 8 + 5);
    });

    it('is not read by two processes at once', async () => {
      const database = await open();
      const results = await Promise.allSettled([read(database), read(database)]);
      const whole = results.filter(({ status }) => status === 'fulfilled');
      assert.ok(whole.length >= 1);
      const [row] = await database.query<{ users: number }>('select users from graph_reading');
      assert.equal(row?.users, 500);
    });
  });

  describe('with an empty database', () => {
    let database: OpenDatabase;
    before(async () => {
      database = await openDatabase({ dataFolder: 'memory:' });
    });
    beforeEach(() => database.query('delete from graph_reading'));
    after(() => database.close());

    const refusals: [title: string, mishap: Mishap, message: RegExp][] = [
      [
        'which permissions to grant',
        { status: 403, code: 'Authorization_RequestDenied' },
        /403 \(Authorization_RequestDenied\).*User\.Read\.All and AuditLog\.Read\.All/,
      ],
      [
        'that the tenant has no licence for it',
        { status: 403, code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant' },
        /Entra ID P1/,
      ],
      ['which settings to check', { status: 401, code: 'InvalidAuthenticationToken' }, /MICROSOFT_APP_/],
      ['which property Graph does not know', { status: 400, code: 'BadRequest' }, /GRAPH_ORGANISATION_FROM/],
    ];
    for (const [title, mishap, message] of refusals) {
      it(`says ${title}, and does not try again`, async () => {
        befalls({ 1: mishap });
        await assert.rejects(read(database), { code: 'GRAPH_REFUSED', message });
        assert.equal(graph.asked.length, 1);
      });
    }

    it('sends its token to no other host, even when Graph links to one', async () => {
      befalls({ 2: 'link to another host' });
      await assert.rejects(read(database), { code: 'GRAPH_REFUSED', message: /another place/ });
    });

    it('says which settings to check when Entra gives no token, and never what Entra said', async () => {
      const refusing: TokenCredential = {
        getToken: async () => Promise.reject(new Error('AADSTS7000215 hush')),
      };
      await assert.rejects(read(database, { credential: refusing }), (fault: Error) => {
        assert.match(fault.message, /MICROSOFT_APP_/);
        return !fault.message.includes('hush');
      });
    });
  });

  it('goes on after kill -9 where the last whole page ended, with every user once', async function () {
    this.timeout(60_000);
    const dataFolder = mkdtempSync(join(tmpdir(), 'graph-'));
    try {
      graph.mishaps.set(4, 'silent');
      const child = spawn(process.execPath, [PROGRAM, dataFolder, graph.url], { stdio: 'inherit' });
      const ended = once(child, 'exit');
      while (graph.asked.length < 4 && child.exitCode === null) await sleep(20);
      child.kill('SIGKILL');
      await ended;
      const database = await openDatabase({ dataFolder });
      try {
        const reading = await read(database);
        assert.equal(graph.asked.length, 4 + 2, 'three pages were kept, and are not asked for again');
        const users = await all(database, reading);
        assert.deepEqual(
          users.map(addressOf),
          graph.users.map((user) => String(user.userPrincipalName).toLowerCase()),
        );
      } finally {
        await database.close();
      }
    } finally {
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});

async function all(database: OpenDatabase, reading: Reading): Promise<ReadUser[]> {
  const users: ReadUser[] = [];
  for await (const user of usersOf(database, reading)) users.push(user);
  return users;
}

function addressOf(user: ReadUser): string {
  return user.kind === 'account' ? user.address : '';
}
