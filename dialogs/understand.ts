/** Step 4 of a turn: what a message asks for, and the feature that answers it. One message can ask two things. */
import type { DialogContext } from 'botbuilder-dialogs';
import type { Entry, FeatureId } from '../knowledge/entry.ts';
import type { Understanding } from '../knowledge/understand.ts';
import { showChoice, showNotCovered } from './answers.ts';
import { administers, type DialogDeps, type Request } from './feature.ts';
import { features } from './index.ts';
import type { Person, Turn, TurnOutcome } from './turn.ts';

/** Where a message leads: to a feature, or to words that any of them would say. */
export type Lead = { feature: FeatureId; request: Request } | { says: Understanding };

export interface Understand {
  /** What the message asks for, in its order. Hardly ever more than one thing. */
  leads(said: string, by: Person): Lead[];
  /** Answers them. What was in progress is asked again afterwards. */
  follow(dialog: DialogContext, turn: Turn, leads: readonly Lead[]): Promise<void>;
}

export function createUnderstand({ knowledge }: DialogDeps): Understand {
  const hearings = features.flatMap(({ id, hears = [] }) => hears.map((each) => ({ feature: id, ...each })));

  function leadOf(said: string, understanding: Understanding, by: Person): Lead {
    const found = bestOf(understanding);
    const heard = hearings.find(
      ({ says, insteadOf, from }) =>
        (!insteadOf || insteadOf === found?.id) && (!from || administers(by)) && says.test(said),
    );
    if (heard)
      return { feature: heard.feature, request: { opens: heard.opens, ...(found && { entry: found }) } };
    if (understanding.outcome === 'answered')
      return { feature: understanding.entry.feature, request: requestFor(understanding.entry) };
    if (understanding.outcome !== 'browse') return { says: understanding };
    const action = { verb: 'aup.browse', data: { ...understanding.place } };
    return { feature: 'aup', request: { opens: action.verb, action } };
  }

  async function followOne(dialog: DialogContext, turn: Turn, lead: Lead): Promise<void> {
    // Begun on top of a dialog in progress: when it ends, that one asks its question again.
    if ('request' in lead) return void (await dialog.beginDialog(lead.feature, lead.request));
    const { says } = lead;
    if (says.outcome === 'choose') showChoice(turn, says.options);
    else if (says.outcome === 'not-covered') showNotCovered(turn, knowledge, says);
    await dialog.repromptDialog();
  }

  /** What was in progress is set aside meanwhile, so that its question is asked once, at the end. */
  async function followAll(dialog: DialogContext, turn: Turn, leads: readonly Lead[]): Promise<void> {
    const inProgress = dialog.stack.splice(0);
    const { record } = turn;
    const recorded: TurnOutcome[] = [];
    turn.record = (outcome) => void recorded.push(outcome);
    for (const lead of inOrder(leads)) {
      // A page to read on or an offer is over when the next thing is shown.
      dialog.stack.length = 0;
      await followOne(dialog, turn, lead);
    }
    turn.record = record;
    turn.record(together(recorded));
    const waits = dialog.stack.length > 0;
    dialog.stack.unshift(...inProgress.filter(({ id }) => dialog.stack.every((newer) => newer.id !== id)));
    if (!waits) await dialog.repromptDialog();
  }

  return {
    leads: (said, by) =>
      knowledge.split(said)?.map(({ text, understanding }) => leadOf(text, understanding, by)) ?? [
        leadOf(said, knowledge.understand(said), by),
      ],
    follow: (dialog, turn, leads) =>
      leads.length === 1 ? followOne(dialog, turn, leads[0] as Lead) : followAll(dialog, turn, leads),
  };
}

/** What opens a dialog comes last: its question is then what the person reads last. */
function inOrder(leads: readonly Lead[]): Lead[] {
  const opens = (lead: Lead) => 'request' in lead && lead.request.opens !== undefined;
  return [...leads.filter((each) => !opens(each)), ...leads.filter(opens)];
}

/** One outcome for the record: the first says the feature, all say what was shown. */
function together(outcomes: readonly TurnOutcome[]): TurnOutcome {
  const [first] = outcomes;
  return {
    feature: first?.feature ?? 'none',
    outcome: first?.outcome ?? 'answered',
    clauses: outcomes.flatMap(({ clauses }) => clauses),
    entries: outcomes.flatMap(({ entries }) => entries),
  };
}

/** The entry that would be shown, or offered first. */
function bestOf(understanding: Understanding): Entry | undefined {
  if (understanding.outcome === 'choose') return understanding.options[0];
  return understanding.outcome === 'answered' ? understanding.entry : undefined;
}

function requestFor(entry: Entry): Request {
  return entry.kind === 'opener' ? { entry, opens: entry.opens } : { entry };
}
