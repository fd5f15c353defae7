import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organisationRule } from '../../../bot/graph/organisation-of.ts';

const user = {
  userPrincipalName: 'jo@North.example',
  companyName: ' Willowbrook Care ',
  onPremisesExtensionAttributes: { extensionAttribute3: 'a9x4', extensionAttribute4: null },
};

describe('whose an account is', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'organisations-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const list = (text: string) => {
    const path = join(folder, 'organisations.yaml');
    writeFileSync(path, text);
    return path;
  };

  it('is told by a property, by an extension attribute or by what follows the @', () => {
    const told = ['companyName', 'extensionAttribute3', 'extensionAttribute4', 'domain', 'department'].map(
      (from) => organisationRule(from, undefined).valueIn(user),
    );
    assert.deepEqual(told, ['Willowbrook Care', 'a9x4', null, 'north.example', null]);
  });

  it('asks Graph for that property', () => {
    const asked = ['companyName', 'extensionAttribute3', 'domain'].map(
      (from) => organisationRule(from, undefined).property,
    );
    assert.deepEqual(asked, ['companyName', 'onPremisesExtensionAttributes', 'userPrincipalName']);
  });

  it('is the code itself without a list, and with one what the list says, and nothing else', () => {
    assert.equal(organisationRule('extensionAttribute3', undefined).odsCodeFor('a9x4'), 'A9X4');
    const { odsCodeFor } = organisationRule('companyName', list('Willowbrook Care: A9X4\nNorth: n1\n'));
    assert.deepEqual(['willowbrook care', 'NORTH', 'Willowbrook'].map(odsCodeFor), ['A9X4', 'N1', undefined]);
  });

  it('is not read from a list with something other than codes in it, or from none', () => {
    assert.throws(
      () => organisationRule('companyName', list('Willowbrook: not a code!')),
      /GRAPH_ORGANISATIONS: .*A9X4/s,
    );
    assert.throws(() => organisationRule('companyName', join(folder, 'none')), /GRAPH_ORGANISATIONS: .*none/);
  });
});
