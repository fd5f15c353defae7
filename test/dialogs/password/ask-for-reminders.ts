/** A service in which a person asks for reminders, and which then runs until it is killed. */
import { startInFolder } from './service-in-folder.ts';

const [, , folder = ''] = process.argv;
const { chat } = await startInFolder(folder);
const heard = await chat('a member of staff').invents('password.remind', { changed: '2025-12-01' });
if (heard.text.includes('26 November 2026 at 9am')) console.log('planned');
setInterval(() => undefined, 1000);
