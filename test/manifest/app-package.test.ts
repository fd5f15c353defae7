import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readSearch } from '../../bot/teams/search-invoke.ts';
import { features } from '../../dialogs/index.ts';
import { makeAppPackage, type PackageValues } from '../../manifest/app-package.ts';
import { problemsOfIcon } from '../../manifest/icon.ts';

const ROOT = new URL('../../', import.meta.url);
const ORGANISATION = {
  MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
  DEVELOPER_NAME: 'Example Health Trust',
  DEVELOPER_WEBSITE_URL: 'https://example.nhs.uk/assistant',
  DEVELOPER_PRIVACY_URL: 'https://example.nhs.uk/assistant/privacy',
  DEVELOPER_TERMS_URL: 'https://example.nhs.uk/assistant/terms',
};
const values: PackageValues = {
  ...ORGANISATION,
  TEAMS_APP_ID: ORGANISATION.MICROSOFT_APP_ID,
  VERSION: '1.2.3',
};

interface Command {
  title: string;
  description?: string;
  type?: string;
  prompt?: string;
}
interface Manifest {
  manifestVersion: string;
  bots: {
    scopes: string[];
    supportsFiles: boolean;
    commandLists: { scopes: string[]; commands: Command[] }[];
  }[];
  composeExtensions: {
    botId: string;
    commands: { id: string; type: string; initialRun: boolean; parameters: { name: string }[] }[];
  }[];
  permissions: string[];
  validDomains: string[];
  webApplicationInfo?: unknown;
  authorization?: unknown;
}

function manifestOf(files: Record<string, Uint8Array>): Manifest {
  return JSON.parse(new TextDecoder().decode(files['manifest.json']));
}

function made(): Manifest {
  const result = makeAppPackage(values);
  assert.equal(result.outcome, 'made');
  return manifestOf(result.files);
}

/** `npm run package` as an administrator runs it, with these settings and no others. */
function runPackage(settings: Record<string, string>, out: string) {
  return spawnSync(process.execPath, ['bot/command-line/package.ts', '--out', out], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...settings },
  });
}

describe('the Teams app package', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is a zip of the manifest and the two icons, with the organisation in it, the same bytes each time', () => {
    const [one, two] = [join(folder, 'one.zip'), join(folder, 'two.zip')];
    assert.equal(runPackage(ORGANISATION, one).status, 0);
    assert.equal(runPackage(ORGANISATION, two).status, 0);
    assert.deepEqual(readFileSync(one), readFileSync(two));
    const files = unzipSync(new Uint8Array(readFileSync(one)));
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png']);
    const text = new TextDecoder().decode(files['manifest.json']);
    assert.match(text, /Example Health Trust/);
    assert.doesNotMatch(text, /\$\{\{/);
  });

  it('is not made without an id, and the administrator is told what to write', () => {
    const out = join(folder, 'none.zip');
    const run = runPackage({ DEVELOPER_NAME: 'Example Health Trust' }, out);
    assert.equal(run.status, 1);
    assert.match(run.stderr, /MICROSOFT_APP_ID: write the bot's app id/);
    assert.match(run.stderr, /DEVELOPER_PRIVACY_URL: write/);
    assert.doesNotMatch(run.stderr, /\bat .*\.ts/);
    assert.ok(!readdirSync(folder).includes('none.zip'));
  });

  it('is refused with the place and the reason when Teams would not take it', () => {
    const result = makeAppPackage({ ...values, MICROSOFT_APP_ID: 'my-bot', VERSION: '' });
    assert.equal(result.outcome, 'refused');
    assert.match(result.problems.join('\n'), /^bots\.0\.botId: must match/m);
  });

  it('follows the newest schema that Microsoft has published to us', () => {
    const schemas = new URL('node_modules/@microsoft/app-manifest/build/json-schemas/teams/', ROOT);
    const minors = readdirSync(schemas).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
    assert.equal(made().manifestVersion, `1.${Math.max(...minors.map(Number))}`);
  });

  it('asks for no permission but who is speaking, loads no web page and uses no delegated rights', () => {
    const manifest = made();
    assert.deepEqual(manifest.permissions, ['identity']);
    assert.deepEqual(manifest.validDomains, []);
    assert.equal(manifest.webApplicationInfo, undefined);
    assert.equal(manifest.authorization, undefined);
  });

  it('offers each of the assistant’s own menu items as a prompt, word for word, and nothing it cannot do', () => {
    const [bot] = made().bots;
    const personal = bot?.commandLists.find(({ scopes }) => scopes.includes('personal'));
    const prompts = personal?.commands.filter(({ type }) => type === 'prompt') ?? [];
    const menu = features.flatMap((feature) => feature.menu).filter((item) => item.for !== 'administrators');
    assert.deepEqual(
      prompts.map(({ title, description, prompt }) => ({ title, detail: description, say: prompt })),
      menu.map(({ title, detail, say }) => ({ title, detail, say })),
    );
  });

  it('offers one search beside the compose box, by the names that the service answers to', () => {
    const [extension, ...more] = made().composeExtensions;
    assert.deepEqual(more, []);
    assert.equal(extension?.botId, values.MICROSOFT_APP_ID);
    const [command, ...others] = extension?.commands ?? [];
    assert.deepEqual(others, []);
    assert.equal(command?.type, 'query');
    const [parameter] = command?.parameters ?? [];
    const asked = { commandId: command?.id, parameters: [{ name: parameter?.name, value: 'own phone' }] };
    assert.equal(readSearch(asked)?.words, 'own phone');
  });

  it('works in a chat of one’s own, in a team and in a group chat, and takes files', () => {
    const [bot] = made().bots;
    assert.deepEqual(bot?.scopes, ['personal', 'team', 'groupChat']);
    assert.equal(bot?.supportsFiles, true);
  });

  it('has icons of the size that Teams asks for', () => {
    assert.deepEqual(
      problemsOfIcon('manifest.json', new TextEncoder().encode('{"a": "not a picture at all"}'), 32),
      ['manifest.json: it is not a PNG.'],
    );
    const color = readFileSync(new URL('manifest/color.png', ROOT));
    assert.deepEqual(problemsOfIcon('color.png', color, 32), [
      'color.png: it is 192 by 192 pixels. Make it 32 by 32.',
    ]);
  });
});
