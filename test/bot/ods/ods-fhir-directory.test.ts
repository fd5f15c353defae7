import assert from 'node:assert/strict';
import { createOdsFhirDirectory } from '../../../bot/ods/ods-fhir-directory.ts';
import { handClock } from '../../delivery/sample-delivery.ts';
import { type FakeOdsApi, startFakeOdsApi } from './fake-ods-api.ts';

describe('The register of organisations', () => {
  let api: FakeOdsApi;
  before(async () => {
    api = await startFakeOdsApi({});
  });
  beforeEach(() => {
    api.asked.length = 0;
    api.organisations = Object.assign(api.organisations, {
      VNZ05: { name: 'LARKFIELD HOME CARE', operatedBy: { code: 'AZ06', name: 'LARKFIELD HOLDINGS' } },
      AZ06: { name: 'LARKFIELD HOLDINGS' },
      VLZ70: { name: 'SHUT HOUSE', active: false },
      VLZ88: 'silent',
      VLZ89: 'broken',
      VLZ90: 'html',
    });
  });
  after(() => api.stop());

  const directory = (more = {}) =>
    createOdsFhirDirectory(
      { url: api.url, key: api.key, ...more },
      { clock: handClock().now, timeoutMs: 50 },
    );

  it('names a site and the one that operates it, not the one that commissions it', async () => {
    assert.deepEqual(await directory().lookUp('VNZ05'), {
      outcome: 'found',
      code: 'VNZ05',
      name: 'LARKFIELD HOME CARE',
      active: true,
      parent: { code: 'AZ06', name: 'LARKFIELD HOLDINGS' },
    });
  });

  it('names a head office, which nobody operates, and says when one has closed', async () => {
    const head = { outcome: 'found', code: 'AZ06', name: 'LARKFIELD HOLDINGS', active: true };
    assert.deepEqual(await directory().lookUp('AZ06'), head);
    const shut = await directory().lookUp('VLZ70');
    assert.equal(shut.outcome === 'found' && shut.active, false);
  });

  it('knows no such code', async () => {
    assert.deepEqual(await directory().lookUp('ZZZ99'), { outcome: 'not-found' });
  });

  for (const [code, what] of [
    ['VLZ88', 'is silent'],
    ['VLZ89', 'is broken'],
    ['VLZ90', 'answers with a page'],
  ] as const) {
    it(`is unavailable when it ${what}, and works again when it does`, async () => {
      const one = directory();
      assert.deepEqual(await one.lookUp(code), { outcome: 'unavailable' });
      api.organisations[code] = { name: 'BACK AGAIN' };
      assert.equal((await one.lookUp(code)).outcome, 'found');
    });
  }

  it('is unavailable with a wrong key, and when nothing listens', async () => {
    assert.deepEqual(await directory({ key: 'wrong' }).lookUp('VNZ05'), { outcome: 'unavailable' });
    assert.deepEqual(await directory({ url: 'http://127.0.0.1:9' }).lookUp('VNZ05'), {
      outcome: 'unavailable',
    });
  });

  it('is asked once a day for the same code', async () => {
    const clock = handClock();
    const one = createOdsFhirDirectory(api, { clock: clock.now });
    await one.lookUp('VNZ05');
    await one.lookUp('VNZ05');
    assert.equal(api.asked.length, 2);
    clock.forward(25 * 60 * 60 * 1000);
    await one.lookUp('VNZ05');
    assert.equal(api.asked.length, 4);
  });
});
