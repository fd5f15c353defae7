/**
 * Stands in for the Bot Framework's token service: its metadata document and its keys, as "Authentication with the Bot
 * Connector API" (learn.microsoft.com/azure/bot-service) describes them, and tokens signed with them.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface TokenIssuer {
  metadataUrl: string;
  /** Signs what it is told to. The header names the key, unless another is given. */
  token(claims: Record<string, unknown>, options?: { kid?: string; key?: CryptoKey }): Promise<string>;
  /** A key that it never published. */
  foreignKey: CryptoKey;
  /** From now on nothing can be fetched. */
  breakDown(): void;
  stop(): Promise<void>;
}

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256', { extractable: true });
  const foreign = await generateKeyPair('RS256');
  let broken = false;
  const keys = [
    { ...(await exportJWK(own.publicKey)), kid: 'teams', use: 'sig', endorsements: ['msteams', 'skype'] },
    { ...(await exportJWK(other.publicKey)), kid: 'other-channel', use: 'sig', endorsements: ['webchat'] },
    { ...(await exportJWK(other.publicKey)), kid: 'no-channel', use: 'sig' },
  ];
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (broken) response.statusCode = 500;
    if (broken) response.end();
    else if (request.url === '/metadata') {
      response.end(JSON.stringify({ issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` }));
    } else response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keyOf = (kid: string) => (kid === 'teams' ? own.privateKey : other.privateKey);
  return {
    metadataUrl: `${url}/metadata`,
    foreignKey: foreign.privateKey,
    token: (claims, { kid = 'teams', key = keyOf(kid) } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key),
    breakDown: () => {
      broken = true;
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
