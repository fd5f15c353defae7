/** Words that steer a conversation rather than answer or ask: stop, back, start again, help. They work in every dialog. */

export type Command = 'stop' | 'back' | 'again' | 'help' | 'goOn';

/** Longer messages ask or tell something. */
const LONGEST = 60;
const POLITE =
  /^(?:(?:please|pls|plz|ok|okay|oh|um|erm|er|no|right|well|actually|sorry|hi|hey|can (?:i|you|we)|could (?:i|you|we)|i(?:'d| would)? (?:want|like|wanna|need) to|i wanna|lets?|let's|let me|just|how do i) +)+|(?: +(?:please|pls|plz|thanks|thank you|ta|cheers|now|then|mate|sorry|for now|today))+$/g;
const WHAT =
  '(?: (?:it|this|that|all|everything|the (?:check|questions?|form|chat)|this (?:check|form)|here))?';

const COMMANDS: readonly (readonly [Command, RegExp])[] = [
  [
    'stop',
    new RegExp(
      `^(?:(?:cancel|stop|quit|exit|abort|end|leave|drop|scrap|abandon|finish|forget|forget about)${WHAT}|i (?:do ?n['o]?t|do not) (?:really )?want (?:(?:to do )?(?:this|that|it)|to)|stop asking(?: me)?|stop there|never ?mind(?: that| it)?|nvm|nm|not (?:now|bothered|interested)|give up|i give up|get me out(?: of (?:here|this))?|get out(?: of (?:here|this))?|i'?ve changed my mind|changed my mind|no more(?: questions)?|enough|i'?m done|close${WHAT}|another time|maybe later|later|do it later|i'?ll do it later|esc(?:ape)?)$`,
    ),
  ],
  [
    'back',
    /^(?:(?:go |step |one |take me )?back(?: (?:a step|one(?: step)?|up|to the (?:last|previous) (?:question|one|step)))?|(?:the )?previous(?: (?:question|step|one|page))?|prev|undo(?: (?:that|it))?|last question|i made a mistake|wrong (?:answer|one|button)|change (?:my|the|that)(?: last)? answer|that(?:'s| was| is) wrong|i (?:clicked|pressed|tapped|hit) the wrong (?:one|button|thing|answer))$/,
  ],
  [
    'again',
    /^(?:start|begin|go|do it|try it) (?:over|again|afresh|anew|from (?:scratch|the (?:start|beginning|top)))(?: again)?$|^(?:restart|re-?start|start over again|back to (?:the )?(?:start|beginning|top)|from (?:scratch|the (?:start|beginning|top))|go back to (?:the )?(?:start|beginning))(?: (?:it|this|the check|the questions?))?$/,
  ],
  [
    'goOn',
    /^(?:go on|continue|carry on|keep going|resume|where were we|what was the question|what was that question)$/,
  ],
  [
    'help',
    /^(?:help|help me|help!+|what (?:do i|am i supposed to|should i|can i) (?:do|say|type|put|answer|write)(?: (?:here|now|next))?|i(?:'m| am) (?:stuck|confused|lost)|i (?:do ?n[o']?t|dont) (?:understand|get it|get this)|what do you mean|huh|eh|what does (?:that|this) mean|how does this work|\?+)$/,
  ],
];

/** Plain also where there is nothing to stop. "Leave" and "end" alone may be about something else. */
const PLAIN_STOP =
  /^(?:please |ok |no )?(?:cancel|stop|quit|exit|abort|never ?mind|nvm|forget (?:it|about it|that)|(?:cancel|stop|leave|drop|scrap) (?:it|this|that))(?: please| thanks| now)?[.!]*$/i;

export function saysStop(message: string): boolean {
  return PLAIN_STOP.test(message.trim());
}

/** @returns undefined when the message is none of them. */
export function readCommand(message: string): Command | undefined {
  const whole = message.trim().toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, ' ');
  if (whole.length > LONGEST) return undefined;
  const text = whole.replace(/[.!,?]+$/, '');
  const bare = text.replace(POLITE, '').replace(/[.!,]+$/, '');
  const find = (words: string) => COMMANDS.find(([, pattern]) => pattern.test(words))?.[0];
  return find(text) ?? find(bare) ?? (/^\?+$/.test(whole) ? 'help' : undefined);
}
