import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadConfig, settingNames } from '../../bot/config.ts';
import { AssistantError } from '../../bot/errors.ts';

type Settings = Record<string, string>;

/** The problems that the settings have, one a line. */
function problemsOf(settings: Settings): string[] {
  try {
    loadConfig({}, settings);
    return [];
  } catch (error) {
    assert.ok(error instanceof AssistantError && error.code === 'CONFIG_INVALID');
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
}

const namesIn = (problems: string[]) => problems.map((problem) => problem.split(':')[0]);
const BOT = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant' };

describe('the settings', () => {
  it('are told of every problem at once, by name and with what to write', () => {
    const problems = problemsOf({
      ASSISTANT_MODE: 'test',
      PORT: '99999',
      DATABASE_URL: 'mysql://localhost',
      MICROSOFT_APP_TYPE: 'Password',
      LIFECYCLE_PROFILE: 'Deck 2020',
      TIME_ZONE: 'London',
      SENDS_PER_SECOND: 'fast',
      PLAYGROUND_PORT: '0',
      LOG_LEVEL: 'loud',
    });
    assert.deepEqual(namesIn(problems), [
      'ASSISTANT_MODE',
      'PORT',
      'DATABASE_URL',
      'MICROSOFT_APP_TYPE',
      'LIFECYCLE_PROFILE',
      'TIME_ZONE',
      'SENDS_PER_SECOND',
      'PLAYGROUND_PORT',
      'LOG_LEVEL',
      'MICROSOFT_APP_ID',
    ]);
    for (const problem of problems) assert.match(problem, /: .*write /, problem);
  });

  it('never repeat a secret in what they complain about', () => {
    const problems = problemsOf({ ...BOT, MICROSOFT_APP_PASSWORD: 'hush-hush', PORT: 'hush-hush', HOST: '' });
    assert.equal(problems.length, 1);
    assert.doesNotMatch(problems.join(), /hush/);
  });

  it('cannot be changed once they are read', () => {
    assert.ok(Object.isFrozen(loadConfig({ ASSISTANT_MODE: 'playground' }, {})));
  });

  it('that a command gives go before those of the environment', () => {
    const config = loadConfig({ ASSISTANT_MODE: 'playground', PORT: '1234' }, { PORT: '5678' });
    assert.equal(config.port, 1234);
  });

  it('stand in .env.example, each with one line on what it is, in the same order', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const named = lines.flatMap((line, at) =>
      /^[A-Z_]+=/.test(line) ? [{ line, above: lines[at - 1] ?? '' }] : [],
    );
    assert.deepEqual(
      named.map(({ line }) => line.split('=')[0]),
      settingNames,
    );
    for (const { line, above } of named) assert.match(above, /^# \S.*\.$/, line);
  });

  it('of .env.example are what applies without it, and lack the app id only', () => {
    const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const example = Object.fromEntries(
      [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    assert.deepEqual(namesIn(problemsOf(example)), ['MICROSOFT_APP_ID']);
    const playground = { ASSISTANT_MODE: 'playground' };
    assert.deepEqual(loadConfig(playground, example), loadConfig(playground, {}));
  });
});

describe('a service without an app id', () => {
  for (const HOST of ['127.0.0.1', 'localhost', '::1']) {
    it(`starts in playground mode on ${HOST}`, () => {
      const config = loadConfig({}, { ASSISTANT_MODE: 'playground', HOST });
      assert.deepEqual(config.identity, { type: 'none' });
      assert.deepEqual(config.allowedServiceHosts, ['127.0.0.1', 'localhost', '::1']);
    });
  }
  for (const HOST of ['0.0.0.0', '::', '10.0.0.4', 'assistant.example', '127.0.0.1.evil.example']) {
    it(`does not start on ${HOST}, in any mode`, () => {
      assert.deepEqual(namesIn(problemsOf({ ASSISTANT_MODE: 'playground', HOST })), ['HOST']);
      assert.deepEqual(namesIn(problemsOf({ HOST })), ['MICROSOFT_APP_ID']);
    });
  }
  it('does not start in production, and says why', () => {
    const [problem = ''] = problemsOf({});
    assert.match(problem, /^MICROSOFT_APP_ID: write the bot's app id\. Without one no token is checked/);
  });
});

describe('a service with an app id', () => {
  it('does not start in playground mode', () => {
    assert.deepEqual(namesIn(problemsOf({ ...BOT, ASSISTANT_MODE: 'playground' })), ['MICROSOFT_APP_ID']);
  });

  const types: [type: string, needs: Settings, identity: object][] = [
    [
      'SingleTenant',
      { MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_PASSWORD: 'secret' },
      { type: 'SingleTenant', appId: 'app', tenantId: 'tenant', password: 'secret' },
    ],
    [
      'UserAssignedMSI',
      { MICROSOFT_APP_TENANT_ID: 'tenant' },
      { type: 'UserAssignedMSI', appId: 'app', tenantId: 'tenant' },
    ],
    [
      'Certificate',
      {
        MICROSOFT_APP_TENANT_ID: 'tenant',
        MICROSOFT_APP_CERTIFICATE_FILE: 'bot.pem',
        MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'bot.key',
      },
      {
        type: 'Certificate',
        appId: 'app',
        tenantId: 'tenant',
        certificateFile: 'bot.pem',
        keyFile: 'bot.key',
      },
    ],
    [
      'FederatedCredential',
      { MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_FEDERATED_CLIENT_ID: 'managed' },
      { type: 'FederatedCredential', appId: 'app', tenantId: 'tenant', managedIdentityClientId: 'managed' },
    ],
    [
      'MultiTenant',
      { MICROSOFT_APP_PASSWORD: 'secret', ALLOWED_TENANTS: 'tenant, other' },
      { type: 'MultiTenant', appId: 'app', tenantId: '', password: 'secret' },
    ],
  ];
  for (const [MICROSOFT_APP_TYPE, needs, identity] of types) {
    it(`proves who it is as ${MICROSOFT_APP_TYPE}, and names each setting that this lacks`, () => {
      const settings = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TYPE, ...needs };
      assert.deepEqual(loadConfig({}, settings).identity, identity);
      for (const name of Object.keys(needs)) {
        const without = Object.fromEntries(Object.entries(settings).filter(([each]) => each !== name));
        assert.ok(namesIn(problemsOf(without)).includes(name), name);
      }
    });
  }

  it('lets in its own tenant, or those that are named', () => {
    const own = { ...BOT, MICROSOFT_APP_PASSWORD: 'secret' };
    assert.deepEqual(loadConfig({}, own).allowedTenants, ['tenant']);
    assert.deepEqual(loadConfig({}, { ...own, ALLOWED_TENANTS: 'a, b,' }).allowedTenants, ['a', 'b']);
  });

  it('answers to Teams only, and sends nothing until a rule is chosen', () => {
    const config = loadConfig({}, { ...BOT, MICROSOFT_APP_PASSWORD: 'secret' });
    assert.ok(config.allowedServiceHosts.includes('smba.trafficmanager.net'));
    assert.equal(config.lifecycleProfile, undefined);
  });
});
