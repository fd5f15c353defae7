/**
 * Lets citations reach Teams. With @azure/core-client (botbuilder 4.23) the SDK's client sends nothing of an entity but
 * its `type`: the field list that says "and whatever else there is" is no longer read where it stands. So it is said
 * again where it is read. The same loss was mended once before, in microsoft/botbuilder-js#2561.
 */
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';

/** Call before the first message is sent. */
export function sendWholeEntities(): void {
  Entity.type.additionalProperties = { type: { name: 'Object' } };
}
