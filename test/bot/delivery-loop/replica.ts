/** A replica as a process of its own: told the database and when the test began, it delivers until it is ended. */
import pino from 'pino';
import { loadConfig } from '../../../bot/config.ts';
import { createServices } from '../../../bot/services.ts';
import { quickTime } from './quick-time.ts';

const [databaseUrl = '', began = '0'] = process.argv.slice(2);
const settings = { ASSISTANT_MODE: 'playground', DATABASE_URL: databaseUrl, SENDS_PER_SECOND: '10' };
const services = await createServices(loadConfig(settings, {}), {
  ...quickTime(Number(began)),
  log: pino({ level: 'silent' }),
});
await services.startJobs();
process.send?.('ready');
// Whoever started it is gone.
process.once('disconnect', () => process.exit());
