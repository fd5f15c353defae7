import assert from 'node:assert/strict';
import { administers, organisationsOf } from '../../access/administrators.ts';
import { grantAccess } from '../../access/grants.ts';
import { rehearse } from '../../access/rehearse.ts';
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

forEachDatabase('access to an organisation', (open) => {
  async function amina(until?: Date) {
    const database = await open();
    await addPeople(database);
    await give(database, OPERATOR, 'amina', ['A1'], until);
    return database;
  }

  it('is given by an operator, and by an administrator who holds it', async () => {
    const database = await amina();
    assert.deepEqual(await give(database, 'amina', 'bola', ['A1'], later(30)), {
      outcome: 'granted',
      given: ['A1'],
      already: [],
      until: later(30),
    });
    assert.ok(await administers(database, person('bola'), 'A1', later(29)));
    assert.ok(!(await administers(database, person('bola'), 'A1', later(30))), 'it ends at that moment');
    assert.deepEqual(await audited(database), [
      'administrator.granted amina@nhs.net A1',
      'administrator.granted bola@nhs.net A1',
    ]);
  });

  it('is not given by somebody who does not hold it, all of it, now', async () => {
    const database = await amina(later(10));
    const lacks = { outcome: 'not-yours', odsCodes: ['B2'] };
    assert.deepEqual(await give(database, 'amina', 'bola', ['A1', 'B2']), lacks);
    assert.equal((await give(database, 'bola', 'carys', ['A1'])).outcome, 'not-yours');
    assert.equal((await give(database, 'amina', 'bola', ['A1'], undefined, later(10))).outcome, 'not-yours');
    assert.deepEqual(await holders(database), ['amina A1 until 2026-12-02']);
  });

  it('is not given for longer than the giver holds it; without an end it ends with theirs', async () => {
    const database = await amina(later(10));
    assert.deepEqual(await give(database, 'amina', 'bola', ['A1'], later(11)), {
      outcome: 'longer-than-yours',
      until: later(10),
    });
    await give(database, 'amina', 'bola', ['A1']);
    assert.deepEqual(await holders(database), ['amina A1 until 2026-12-02', 'bola A1 until 2026-12-02']);
  });

  it('is never given to oneself, a guest, a stranger, a person of another tenant or into the past', async () => {
    const database = await amina(later(10));
    const outcomes = [
      await give(database, 'amina', 'amina', ['A1']),
      await give(database, 'amina', 'gus', ['A1']),
      await give(database, 'amina', 'nia', ['A1']),
      await give(database, 'amina', 'nobody', ['A1']),
      await give(database, 'amina', person('olga', 'other'), ['A1']),
      await give(database, 'amina', 'bola', ['A1'], NOW),
      await give(database, 'amina', 'bola', []),
      await give(database, OPERATOR, 'gus', ['A1']),
      await give(database, OPERATOR, 'bola', ['ZZ']),
    ];
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      [
        'yourself',
        'guest',
        'not-known',
        'not-known',
        'not-known',
        'in-the-past',
        'nothing-chosen',
        'guest',
        'no-such-organisation',
      ],
    );
    assert.deepEqual(await holders(database), ['amina A1 until 2026-12-02']);
  });

  it('gives nothing to somebody who turns out to be a guest', async () => {
    const database = await amina();
    await give(database, OPERATOR, 'nia', ['A1']);
    assert.equal((await organisationsOf(database, person('nia'), NOW)).length, 1);
    await database.query(`update person set is_guest = true where aad_object_id = 'nia'`);
    assert.deepEqual(await organisationsOf(database, person('nia'), NOW), []);
    assert.equal((await give(database, 'nia', 'bola', ['A1'])).outcome, 'not-yours');
    assert.equal((await end(database, 'nia', 'amina', ['A1'])).outcome, 'not-yours');
  });

  it('is made longer by another administrator, and never shorter', async () => {
    const database = await amina();
    await give(database, 'amina', 'bola', ['A1'], later(10));
    const again = await give(database, 'amina', 'bola', ['A1'], later(5), later(1));
    assert.deepEqual(again, { outcome: 'granted', given: [], already: ['A1'], until: later(5) });
    await give(database, 'amina', 'bola', ['A1'], later(20), later(1));
    assert.deepEqual(await holders(database), ['amina A1', 'bola A1 until 2026-12-12']);
  });

  it('is given once by a turn that runs twice', async () => {
    const database = await amina();
    const first = await give(database, 'amina', 'bola', ['A1']);
    assert.deepEqual(await give(database, 'amina', 'bola', ['A1']), first);
    assert.equal((await audited(database)).length, 2);
  });

  it('ends when it is taken away, and so does what was passed on from it', async () => {
    const database = await amina();
    await give(database, 'amina', 'bola', ['A1']);
    await give(database, 'bola', 'carys', ['A1']);
    assert.deepEqual(await end(database, OPERATOR, 'amina', ['A1']), {
      outcome: 'revoked',
      odsCodes: ['A1'],
      address: 'amina@nhs.net',
      passedOn: [
        { person: person('bola'), address: 'bola@nhs.net', odsCode: 'A1' },
        { person: person('carys'), address: 'carys@nhs.net', odsCode: 'A1' },
      ],
    });
    assert.deepEqual(await holders(database), []);
    assert.equal(
      (await audited(database)).filter((line) => line.startsWith('administrator.revoked')).length,
      3,
    );
    assert.equal((await end(database, OPERATOR, 'amina', ['A1'])).outcome, 'none');
  });

  it('is cut short together with the access it came from', async () => {
    const database = await amina();
    await give(database, 'amina', 'bola', ['A1']);
    await give(database, 'bola', 'carys', ['A1'], later(3));
    await give(database, OPERATOR, 'amina', ['A1'], later(5), later(1));
    assert.deepEqual(await holders(database), [
      'amina A1 until 2026-11-27',
      'bola A1 until 2026-11-27',
      'carys A1 until 2026-11-25',
    ]);
    assert.ok((await audited(database)).includes('administrator.shortened bola@nhs.net A1'));
  });

  it('stays with a person who has it from somebody else as well by then', async () => {
    const database = await amina();
    await give(database, OPERATOR, 'dan', ['A1']);
    await give(database, 'amina', 'bola', ['A1'], later(5));
    await give(database, 'dan', 'bola', ['A1'], later(9), later(1));
    await end(database, OPERATOR, 'amina', ['A1']);
    assert.deepEqual(await holders(database), ['bola A1 until 2026-12-01', 'dan A1']);
  });

  it('is not taken away from oneself, from those one has it from, or by those who hold it for less long', async () => {
    const database = await amina();
    await give(database, 'amina', 'bola', ['A1']);
    await give(database, 'bola', 'carys', ['A1']);
    await give(database, 'bola', 'dan', ['A1'], later(5));
    const outcomes = [
      await end(database, 'amina', 'amina', ['A1']),
      await end(database, 'carys', 'amina', ['A1']),
      await end(database, 'dan', 'carys', ['A1']),
      await end(database, 'dan', 'carys', ['B2']),
      await end(database, 'nobody', 'carys', ['A1']),
    ];
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ['yourself', 'yours-comes-from-theirs', 'outlasts-yours', 'not-yours', 'not-yours'],
    );
    assert.equal((await holders(database)).length, 4);
    assert.equal((await end(database, 'carys', 'dan', ['A1'])).outcome, 'revoked', 'a peer may');
  });

  it('is left as it was by a dry run', async () => {
    const database = await amina();
    const result = await rehearse(database, (transaction) =>
      grantAccess(transaction, { by: OPERATOR, to: person('bola'), odsCodes: ['A1'], now: NOW }),
    );
    assert.equal(result.outcome, 'granted');
    assert.deepEqual(await holders(database), ['amina A1']);
    assert.equal((await audited(database)).length, 1);
  });

  it('survives two administrators who act on each other at the same moment', async () => {
    const database = await amina();
    await give(database, OPERATOR, 'dan', ['A1']);
    for (let round = 0; round < 10; round++) {
      await Promise.all([
        end(database, 'amina', 'dan', ['A1']),
        end(database, 'dan', 'amina', ['A1']),
        give(database, 'amina', 'bola', ['A1']),
        give(database, 'dan', 'carys', ['A1']),
      ]);
      const left = (await holders(database)).map((line) => line.split(' ')[0]);
      assert.ok(left.includes('amina') !== left.includes('dan'), `one of them is left: ${left}`);
      assert.ok(!left.includes('bola') || left.includes('amina'), `${left}`);
      assert.ok(!left.includes('carys') || left.includes('dan'), `${left}`);
      await give(database, OPERATOR, 'amina', ['A1'], undefined, later(round + 1));
      await give(database, OPERATOR, 'dan', ['A1'], undefined, later(round + 1));
    }
  });
});
