import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAdministratorsFile } from '../../bot/administrators-file.ts';
import { AssistantError } from '../../bot/errors.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const PERSON = '22222222-2222-4222-8222-2222222222AB';

describe('the file that names administrators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-administrators-'));
  const path = join(folder, 'administrators.yaml');
  after(() => rmSync(folder, { recursive: true, force: true }));

  const read = (...lines: string[]) => {
    writeFileSync(path, lines.join('\n'));
    return readAdministratorsFile({ path, allowedTenants: [TENANT], timeZone: 'Europe/London' });
  };
  const problems = (...lines: string[]) => {
    try {
      read(...lines);
    } catch (error) {
      assert.ok(error instanceof AssistantError && error.code === 'CONFIG_INVALID');
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    }
    return [];
  };

  it('names them with their organisations, and the last day of their access', () => {
    const administrators = read(
      '# The care home, and its deputy while the manager is away.',
      `- tenant: ${TENANT}`,
      `  person: ${PERSON}`,
      '  organisations: [A1B2, "0123"]',
      `- { tenant: ${TENANT}, person: ${PERSON}, organisations: [C3], until: 2027-03-31 }`,
    );
    assert.deepEqual(administrators, [
      { tenantId: TENANT, aadObjectId: PERSON.toLowerCase(), odsCodes: ['A1B2', '0123'] },
      {
        tenantId: TENANT,
        aadObjectId: PERSON.toLowerCase(),
        odsCodes: ['C3'],
        // British Summer Time has begun by then.
        until: new Date('2027-03-31T23:00:00Z'),
      },
    ]);
  });

  it('names nobody when it is empty', () => {
    assert.deepEqual(read('# Nobody yet.'), []);
  });

  it('is told of every problem with its line', () => {
    const found = problems(
      '- tenant: contoso',
      `  person: ${PERSON}`,
      '  organisations: []',
      `- tenant: ${TENANT}`,
      `  person: ${PERSON}`,
      '  organisations: [a1b2, 0123]',
      '  untill: 2027-03-31',
    );
    assert.deepEqual(
      found.map((line) => line.replace(/:.*/, '')),
      ['line 1', 'line 3', 'line 6', 'line 6', 'line 4'],
    );
    assert.match(found.join('\n'), /write the tenant id as Microsoft Entra shows it/);
    assert.match(found.join('\n'), /untill/);
  });

  it('is refused when it is no YAML, no list, not there, or names a tenant that may not use the assistant', () => {
    assert.match(problems('- tenant: [').join(), /line 1: this is not YAML/);
    assert.match(problems('tenant: x').join(), /write a list/);
    const stranger = TENANT.replaceAll('1', '3');
    assert.match(
      problems(`- { tenant: ${stranger}, person: ${PERSON}, organisations: [A1] }`).join(),
      /line 1: tenant: this one is not on ALLOWED_TENANTS/,
    );
    const missing = { path: join(folder, 'none.yaml'), allowedTenants: [], timeZone: 'Europe/London' };
    assert.throws(() => readAdministratorsFile(missing), /it cannot be read \(ENOENT\)/);
  });
});
