/** What an administrator writes in a channel. It is plain as it stands, and nobody asks a question with it. */
import type { Hearing } from '../feature.ts';

const CHANNEL = '(?:(?:use|take|set|make) (?:this|the) channel|(?:this|the) channel (?:is )?)';
const START = '(?:please )?(?:(?:can|could) you )?(?:(?:i|we) (?:want|need|would like) (?:you )?to )?';

export const hears: readonly Hearing[] = [
  {
    says: new RegExp(
      `^${START}(?:stop|end|quit|leave|give up) (?:using |with )?(?:this|the) channel\\b`,
      'i',
    ),
    opens: 'human.nochannel',
  },
  {
    says: new RegExp(`^${START}do(?: not|n['’]t) use (?:this|the) channel\\b`, 'i'),
    opens: 'human.nochannel',
  },
  { says: new RegExp(`^${START}${CHANNEL}(?: (?:for|as)\\b|[.! ]*$)`, 'i'), opens: 'human.channel' },
];
