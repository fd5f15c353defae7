/** A service in which a person asks for reminders, and which then runs until it is killed. */
import { startAssistant } from '../../support/assistant.ts';

const [, , dataFolder = ''] = process.argv;
const assistant = await startAssistant({ dataFolder });
const heard = await assistant.chat('a member of staff').invents('password.remind', { changed: '2025-12-01' });
if (heard.text.includes('26 November 2026 at 9am')) console.log('planned');
setInterval(() => undefined, 1000);
