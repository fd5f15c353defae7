/** What the dialogs are given of the outside. */
import type { DialogDeps } from '../../dialogs/feature.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { TeamsChannels } from '../../tickets/teams-channels.ts';
import type { Config } from '../config.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { createOdsFhirDirectory } from '../ods/ods-fhir-directory.ts';
import type { ConnectorClient } from '../teams/connector-client.ts';
import { createPersonFiles } from '../teams/person-files.ts';
import { createTeamsRoster } from '../teams/teams-roster.ts';

interface Given {
  knowledge: Knowledge;
  database: OpenDatabase;
  connector: ConnectorClient;
  channels: TeamsChannels;
  lifecycle: Lifecycle;
  clock: () => Date;
  wakeDelivery: () => void;
}

export function dialogParts(config: Config, given: Given): DialogDeps {
  const { knowledge, database, connector, channels, lifecycle, clock, wakeDelivery } = given;
  return {
    knowledge,
    database,
    bulk: database,
    ...lifecycle,
    roster: createTeamsRoster(database, connector),
    files: createPersonFiles(config),
    dspt: {
      deadline: config.dsptDeadline,
      directory: config.odsApi && createOdsFhirDirectory(config.odsApi, { clock }),
    },
    timeZone: config.timeZone,
    sendsPerSecond: config.sendsPerSecond,
    retention: config.retention,
    channels,
    tickets: config.tickets,
    wakeDelivery,
  };
}
