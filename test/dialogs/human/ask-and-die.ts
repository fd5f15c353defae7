/** A service of its own that is killed between two steps: `asked`, or `answered`, with everything still to be sent. */

import { startInFolder } from '../password/service-in-folder.ts';
import { addTeam, CHANNEL, SAM, useChannel } from './team-with-channel.ts';

const [, , folder = '', when = 'asked'] = process.argv;
const service = await startInFolder(folder, { demonstration: true });
addTeam(service);
await useChannel(service);
const megan = service.chat('a member of staff');
await megan.installs();
await megan.says('I want to speak to a person');
await megan.presses('Send', { filledIn: { question: 'Is it open?' } });
if (when === 'answered') {
  const sam = service.chat(SAM, CHANNEL);
  for (let second = 1; second <= 3; second++) {
    await service.services.deliver();
    service.clock.forward(1000);
  }
  sam.received();
  await sam.presses('Send answer', { filledIn: { words: 'It is.' } });
}
process.kill(process.pid, 'SIGKILL');
