/** Step 4 of a turn: what a message asks for, and the feature that answers it. One message can ask two things. */
import type { DialogContext } from 'botbuilder-dialogs';
import type { Entry, FeatureId } from '../knowledge/entry.ts';
import type { Understanding } from '../knowledge/understand.ts';
import { showChoice, showNotCovered } from './answers.ts';
import { mayAskAgain } from './ask-again.ts';
import { administers, type DialogDeps, type Request } from './feature.ts';
import { features } from './index.ts';
import { begin } from './own-chat.ts';
import { ReturnDialog } from './return-dialog.ts';
import type { Turn, TurnOutcome } from './turn.ts';
import { gentler } from './urgent.ts';

/** Where a message leads: to a feature, or to words that any of them would say. */
export type Lead = ({ feature: FeatureId; request: Request } | { says: Understanding }) & {
  /** Ids of entries that the message may have asked for as well, likeliest first. */
  others: readonly string[];
};

/** Supposing that the answer was not meant, whatever is less likely than this was hardly meant either. */
const LEAST_LIKELY = 0.05;
const OTHERS = 3;

export interface Understand {
  /** What the message asks for, in its order. Hardly ever more than one thing. */
  leads(said: string, turn: Pick<Turn, 'person' | 'shown'>): Lead[];
  /** Answers them. What was in progress is asked again afterwards. */
  follow(dialog: DialogContext, turn: Turn, leads: readonly Lead[]): Promise<void>;
}

export function createUnderstand({ knowledge }: DialogDeps): Understand {
  const hearings = features.flatMap(({ id, hears = [] }) => hears.map((each) => ({ feature: id, ...each })));

  /** Answers that are not the one shown, nor among those that are offered already. */
  function othersOf(understanding: Understanding): string[] {
    const shown = shownBy(understanding);
    const rest = understanding.candidates.filter(
      ({ entry }) => !shown.includes(entry) && knowledge.entry(entry)?.kind !== 'small-talk',
    );
    const all = rest.reduce((sum, { likelihood }) => sum + likelihood, 0);
    return rest
      .filter(({ likelihood }) => likelihood >= LEAST_LIKELY * all)
      .slice(0, OTHERS)
      .map(({ entry }) => entry);
  }

  function leadOf(
    said: string,
    understood: Understanding,
    { person, shown }: Pick<Turn, 'person' | 'shown'>,
  ): Lead {
    const understanding = gentler(understood, said, knowledge);
    const others = othersOf(understanding);
    const found = bestOf(understanding);
    const heard = hearings.find(
      ({ says, insteadOf, from, after }) =>
        (!insteadOf || insteadOf === found?.id) &&
        (!from || administers(person)) &&
        (!after || shown.some((id) => knowledge.entry(id)?.feature === after)) &&
        says.test(said),
    );
    if (heard)
      return {
        feature: heard.feature,
        request: { opens: heard.opens, ...(found && { entry: found }) },
        others,
      };
    if (understanding.outcome === 'answered')
      return { feature: understanding.entry.feature, request: requestFor(understanding.entry), others };
    if (understanding.outcome !== 'browse') return { says: understanding, others };
    const action = { verb: 'aup.browse', data: { ...understanding.place } };
    return { feature: 'aup', request: { opens: action.verb, action }, others };
  }

  async function followOne(dialog: DialogContext, turn: Turn, lead: Lead): Promise<void> {
    turn.mayHaveMeant(lead.others);
    // Begun on top of a dialog in progress: when it ends, that one asks its question again.
    if ('request' in lead) {
      const { entry, opens } = lead.request;
      mayAskAgain(dialog, turn, entry?.id, opens);
      const before = dialog.activeDialog;
      await begin(dialog, turn, lead.feature, lead.request);
      // A new question has not been asked again yet.
      if (
        dialog.activeDialog !== before &&
        turn.askedAgain === dialog.activeDialog?.id &&
        dialog.activeDialog?.id !== ReturnDialog.id
      )
        turn.askedAgain = undefined;
      return;
    }
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
    turn.mayHaveMeant([...new Set(leads.flatMap(({ others }) => others))].slice(0, OTHERS));
    const waits = dialog.stack.length > 0;
    dialog.stack.unshift(...inProgress.filter(({ id }) => dialog.stack.every((newer) => newer.id !== id)));
    if (!waits) await dialog.repromptDialog();
  }

  return {
    leads: (said, turn) =>
      knowledge.split(said)?.map(({ text, understanding }) => leadOf(text, understanding, turn)) ?? [
        leadOf(said, knowledge.understand(said), turn),
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

/** Ids of the entries that the person sees. */
function shownBy(understanding: Understanding): string[] {
  switch (understanding.outcome) {
    case 'answered': {
      const { entry } = understanding;
      return [entry.id, ...(entry.kind === 'clause' ? entry.twins.map(({ clause }) => `aup/${clause}`) : [])];
    }
    case 'choose':
      return understanding.options.map(({ id }) => id);
    case 'not-covered':
      return [...understanding.near, ...(understanding.gap ? [understanding.gap] : [])].map(({ id }) => id);
    case 'browse':
      return [];
  }
}

export function requestFor(entry: Entry): Request {
  return entry.kind === 'opener' ? { entry, opens: entry.opens } : { entry };
}
