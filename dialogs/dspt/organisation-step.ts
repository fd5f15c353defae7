/** Step 1 of the check: which organisation it is about, what is published for it, and for its head office. */
import { findOrganisation } from '../../dspt/find-organisation.ts';
import { headOfficeOf } from '../../dspt/head-office.ts';
import { hasPublished, type Organisation } from '../../dspt/organisation.ts';
import { currentFile } from '../../dspt/published-organisations.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { FIND_CODE, NOT_FOUND, UNCHECKED } from './messages.ts';
import { factsOf, nextSelfCheck, type Progress, type StepId } from './progress.ts';
import { type AboutHeadOffice, lookupCard, publishedCard } from './published.ts';
import type { OrganisationAnswer } from './read-answer.ts';

/** Where the check goes from here. `step` is undefined when there is nothing left to ask. */
export type Move = Omit<Progress, 'step'> & { step: StepId | undefined };

/** Takes the answer to `organisation`, `choose` or `head-office`, and says what was found. */
export async function takeOrganisation(
  turn: Turn,
  deps: DialogDeps,
  progress: Progress,
  answer: OrganisationAnswer,
): Promise<Move> {
  const { options: _, again: __, ...kept } = progress;
  if (typeof answer === 'object') return look(turn, deps, kept, answer.text);
  if (progress.step === 'head-office') return toSelfCheck(turn, deps, kept);
  if (progress.step === 'choose' && answer !== 'skip') return { ...kept, step: 'organisation', again: true };
  if (answer === 'skip' || progress.again) return toSelfCheck(turn, deps, kept);
  turn.say({ card: await lookupCard(turn, deps, FIND_CODE), inPlace: true });
  return { ...kept, step: 'organisation', again: true };
}

/** No code is six digits or more and nothing else: more likely a sign-in code, which is never said again. */
const NOT_A_CODE = /^[\d\s-]{6,}$/;

async function look(turn: Turn, deps: DialogDeps, progress: Progress, typed: string): Promise<Move> {
  const text = NOT_A_CODE.test(typed.trim()) ? '' : typed;
  const { database, dspt } = deps;
  const finding = await findOrganisation({ database, directory: dspt.directory }, text);
  switch (finding.outcome) {
    case 'found':
      return progress.step === 'head-office'
        ? foundHeadOffice(turn, deps, progress, finding.organisation)
        : found(turn, deps, progress, finding.organisation);
    case 'several':
      return { ...progress, step: 'choose', options: finding.organisations };
    case 'unchecked': {
      const remark = UNCHECKED[finding.because];
      turn.say({
        card: await publishedCard(turn, deps, finding.organisation, undefined, remark),
        inPlace: true,
      });
      const organisation = progress.organisation ?? finding.organisation;
      return toSelfCheck(turn, deps, { ...progress, organisation });
    }
    default: {
      turn.say({ card: await lookupCard(turn, deps, NOT_FOUND[finding.outcome]), inPlace: true });
      // Without a file another try would find nothing either.
      if (finding.outcome === 'no-file') return toSelfCheck(turn, deps, progress);
      return {
        ...progress,
        step: progress.step === 'head-office' ? 'head-office' : 'organisation',
        again: true,
      };
    }
  }
}

async function found(
  turn: Turn,
  deps: DialogDeps,
  progress: Progress,
  organisation: Organisation,
): Promise<Move> {
  const { database, dspt } = deps;
  let about: AboutHeadOffice;
  if (!hasPublished(organisation)) {
    const headOffice = await headOfficeOf({ database, directory: dspt.directory }, organisation);
    about = headOffice.outcome === 'found' ? headOffice : headOffice.outcome;
  }
  turn.say({ card: await publishedCard(turn, deps, organisation, about), inPlace: true });
  const next: Progress = {
    ...progress,
    organisation,
    ...(typeof about === 'object' && { headOffice: about.organisation }),
  };
  // Asked only where the answer could be looked up.
  if (about === 'unknown' && (await currentFile(database))) return { ...next, step: 'head-office' };
  return toSelfCheck(turn, deps, next);
}

async function foundHeadOffice(
  turn: Turn,
  deps: DialogDeps,
  progress: Progress,
  headOffice: Organisation,
): Promise<Move> {
  const site = progress.organisation ?? headOffice;
  turn.say({ card: await publishedCard(turn, deps, site, { organisation: headOffice }), inPlace: true });
  return toSelfCheck(turn, deps, { ...progress, headOffice });
}

function toSelfCheck(turn: Turn, deps: DialogDeps, progress: Progress): Move {
  return { ...progress, step: nextSelfCheck(factsOf(progress, turn, deps)) };
}
