/** A question that waits is asked again once after something else came between. After that it waits quietly. */
import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogInstance } from 'botbuilder-dialogs';
import { type Turn, turnOf } from './turn.ts';

/** Nobody wants a question after these. "Go on", the menu or an answer brings it back. */
const ENDS_IT = ['none/thanks', 'none/goodbye', 'none/swearing', 'none/laughing', 'none/hard-day'];
const BRINGS_IT_BACK = 'help.menu';

/** Asks the question of this dialog again, unless that was done since it was last answered. */
export async function askAgain(
  context: TurnContext,
  instance: DialogInstance,
  ask: (turn: Turn) => void | Promise<void>,
): Promise<void> {
  const turn = turnOf(context);
  if (turn.askedAgain === instance.id) return;
  await ask(turn);
  turn.askedAgain = instance.id;
}

/** Decides before something else is answered if what waits is asked again afterwards. */
export function mayAskAgain(dialog: DialogContext, turn: Turn, entry?: string, opens?: string): void {
  if (opens === BRINGS_IT_BACK) turn.askedAgain = undefined;
  else if (entry && ENDS_IT.includes(entry)) waitQuietly(dialog, turn);
}

export function waitQuietly({ activeDialog }: DialogContext, turn: Turn): void {
  turn.askedAgain = activeDialog?.id;
}
