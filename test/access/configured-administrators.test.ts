import assert from 'node:assert/strict';
import { applyConfiguredAdministrators } from '../../access/configured-administrators.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addPeople,
  audited,
  end,
  give,
  holders,
  later,
  NOW,
  OPERATOR,
  person,
} from './people-with-access.ts';

forEachDatabase('administrators named by the configuration', (open) => {
  it('have access while they are named, and none afterwards', async () => {
    const database = await open();
    await addPeople(database);
    const named = [
      { ...person('amina'), odsCodes: ['A1', 'B2'] },
      { ...person('nia'), odsCodes: ['A1'], until: later(3) },
    ];
    const first = await applyConfiguredAdministrators(database, named, NOW);
    assert.deepEqual(first, { outcome: 'applied', given: 3, ended: 0, guests: [] });
    const again = await applyConfiguredAdministrators(database, named, later(1));
    assert.deepEqual(again, { outcome: 'applied', given: 0, ended: 0, guests: [] });
    assert.deepEqual(await holders(database), ['amina A1', 'amina B2', 'nia A1 until 2026-11-25']);
    await applyConfiguredAdministrators(database, [], later(2));
    assert.deepEqual(await holders(database), []);
    assert.equal((await audited(database)).length, 6);
  });

  it('lose what they gave to others when they are no longer named', async () => {
    const database = await open();
    await addPeople(database);
    await applyConfiguredAdministrators(database, [{ ...person('amina'), odsCodes: ['A1'] }], NOW);
    await give(database, 'amina', 'bola', ['A1']);
    await give(database, OPERATOR, 'carys', ['A1']);
    await applyConfiguredAdministrators(database, [], later(1));
    assert.deepEqual(await holders(database), ['carys A1'], 'what others gave stays');
  });

  it('cannot be changed anywhere else: the file decides', async () => {
    const database = await open();
    await addPeople(database);
    await give(database, OPERATOR, 'amina', ['A1']);
    const named = [
      { ...person('amina'), odsCodes: ['A1'], until: later(5) },
      { ...person('dan'), odsCodes: ['A1'] },
    ];
    await applyConfiguredAdministrators(database, named, NOW);
    assert.deepEqual(await holders(database), ['amina A1 until 2026-11-27', 'dan A1']);
    for (const outcome of [
      await end(database, OPERATOR, 'amina', ['A1']),
      await end(database, 'dan', 'amina', ['A1']),
      await give(database, OPERATOR, 'amina', ['A1']),
      await give(database, 'dan', 'amina', ['A1'], later(20)),
    ]) {
      assert.deepEqual(outcome, { outcome: 'configured', odsCodes: ['A1'] });
    }
    assert.deepEqual(await holders(database), ['amina A1 until 2026-11-27', 'dan A1']);
  });

  it('get nothing as guests, or after their day', async () => {
    const database = await open();
    await addPeople(database);
    const named = [
      { ...person('gus'), odsCodes: ['A1'] },
      { ...person('amina'), odsCodes: ['A1'], until: NOW },
    ];
    const result = await applyConfiguredAdministrators(database, named, NOW);
    assert.deepEqual(result, { outcome: 'applied', given: 0, ended: 0, guests: [person('gus')] });
    assert.deepEqual(await holders(database), []);
  });

  it('change nothing when one organisation is not known', async () => {
    const database = await open();
    await addPeople(database);
    const named = [{ ...person('amina'), odsCodes: ['A1', 'ZZ'] }];
    const result = await applyConfiguredAdministrators(database, named, NOW);
    assert.deepEqual(result, { outcome: 'no-such-organisation', odsCodes: ['ZZ'] });
    assert.deepEqual(await holders(database), []);
  });
});
