/**
 * Whether Teams itself sent a request: the token that comes with it, against the keys that the Bot Framework publishes.
 * Stricter than the SDK's own check, which also takes tokens of emulators and of other bots.
 */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';

/** "Authentication with the Bot Connector API", learn.microsoft.com/azure/bot-service: step 4, "Verify the JWT token". */
const ISSUER = 'https://api.botframework.com';
const ALGORITHMS = ['RS256'];
const CLOCK_DIFFERENCE_S = 300;
const CHANNEL = 'msteams';
/** Of the metadata document; the keys have a time limit of their own. */
const FETCH_TIMEOUT_MS = 5000;

export interface Envelope {
  channelId: string;
  serviceUrl: string;
}

/** @returns what the token claims, or undefined when it is not good. @throws when the keys cannot be had. */
export type CheckToken = (authorization: string, envelope: Envelope) => Promise<JWTPayload | undefined>;

/**
 * @param appId the bot's: tokens for another one are not good.
 * @param metadataUrl where the Bot Framework says where its keys are.
 */
export function createTokenCheck(appId: string, metadataUrl: string, now = () => new Date()): CheckToken {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  async function keySet() {
    if (keys) return keys;
    const response = await fetch(metadataUrl, {
      redirect: 'error',
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The Bot Framework's metadata cannot be read: ${response.status}.`);
    const { jwks_uri } = (await response.json()) as { jwks_uri?: unknown };
    keys = createRemoteJWKSet(new URL(String(jwks_uri)));
    return keys;
  }

  return async (authorization, { channelId, serviceUrl }) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    if (!token || channelId !== CHANNEL) return undefined;
    const set = await keySet();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, set, {
        issuer: ISSUER,
        audience: appId,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_DIFFERENCE_S,
        requiredClaims: ['exp'],
        currentDate: now(),
      });
      const key = set.jwks()?.keys.find(({ kid }) => kid === protectedHeader.kid);
      // The claim is spelt in lower case; the address is the one that replies go to.
      if (payload.serviceurl !== serviceUrl || !isEndorsed(key)) return undefined;
      return payload;
    } catch (error) {
      if (isFaultOfTheToken(error)) return undefined;
      throw error;
    }
  };
}

/** A key may say which channels it signs for; Teams' keys do. */
function isEndorsed(key: object | undefined): boolean {
  const endorsements = (key as { endorsements?: unknown } | undefined)?.endorsements;
  return Array.isArray(endorsements) && endorsements.includes(CHANNEL);
}

/** Keys that could not be fetched are our trouble, not the caller's. */
function isFaultOfTheToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}
