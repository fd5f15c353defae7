import assert from 'node:assert/strict';
import net from 'node:net';
import { entraPassword } from '../../../bot/database/entra-password.ts';
import { openPostgres } from '../../../bot/database/postgres.ts';
import { AssistantError } from '../../../bot/errors.ts';

/** A PostgreSQL that asks for the password in clear text, keeps it, and lets nobody in. */
function startDoor(): Promise<{ port: number; passwords: string[]; close(): void }> {
  const passwords: string[] = [];
  const server = net.createServer((socket) => {
    let greeted = false;
    socket.on('data', (bytes) => {
      if (!greeted) {
        greeted = true;
        // AuthenticationCleartextPassword: 'R', length 8, code 3 (PostgreSQL manual, "Message Formats").
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
        return;
      }
      // PasswordMessage: 'p', length, text, zero.
      passwords.push(bytes.subarray(5, -1).toString());
      socket.end();
    });
    socket.on('error', () => {});
  });
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () =>
      done({ port: (server.address() as net.AddressInfo).port, passwords, close: () => server.close() }),
    ),
  );
}

describe('signing in to PostgreSQL with a managed identity', () => {
  it('asks Entra for a token of the database, and gives it as the password', async () => {
    const door = await startDoor();
    const scopes: unknown[] = [];
    const credential = {
      async getToken(scope: string | string[]) {
        scopes.push(scope);
        return { token: `token-${scopes.length}`, expiresOnTimestamp: 0 };
      },
    };
    const address = `postgresql://assistant@127.0.0.1:${door.port}/assistant`;
    await assert.rejects(
      openPostgres(address, 'postgres', entraPassword(credential)),
      (error: Error) => error instanceof AssistantError && error.code === 'DATABASE_UNAVAILABLE',
    );
    door.close();
    assert.deepEqual(scopes, ['https://ossrdbms-aad.database.windows.net/.default']);
    assert.deepEqual(door.passwords, ['token-1']);
  });
});
