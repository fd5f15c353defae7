/** Loads the invented statuses of the fixtures, as of a day. */
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { importStatusFile } from '../../../dspt/status-file/import-status-file.ts';
import type { Assistant } from '../../support/assistant.ts';

export async function loadStatuses({ services, clock }: Assistant, takenOn = '2026-11-16'): Promise<void> {
  const content = createReadStream(new URL('../../fixtures/dspt-2023.csv', import.meta.url));
  const file = { content, name: 'dspt-2023.csv', takenOn, now: clock.now() };
  assert.equal((await importStatusFile(services.database, file)).outcome, 'imported');
}
