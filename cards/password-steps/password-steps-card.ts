/** The end of password help: what to do in order, what the person will see, and who helps if it fails. */
import type { Card } from '../adaptive-card.ts';
import { paragraphs } from '../paragraphs.ts';
import { cardFrom } from '../template.ts';

/** A line and where it comes from; the source may be empty. */
export interface PasswordNote {
  text: string;
  source: string;
}

export interface PasswordStepsCardData {
  title: string;
  answer: string;
  /** Said right below the answer at hours when local helpers are out; empty text otherwise. */
  nobodyIn?: PasswordNote | undefined;
  /** Of the answer, for example `NHSmail and DSPT slides, 2020`. */
  sourceLine: string;
  /** Word for word from the answer's source. */
  quote?: string | undefined;
  stepsTitle: string;
  /** Numbered on the card. */
  steps: string[];
  /** When the steps come from elsewhere than the answer. */
  stepsSource: string;
  /** A clause of the policy, word for word; a blank line parts paragraphs. */
  clause?: { number: string; text: string; sourceLine: string } | undefined;
  /** What they will see, the rules, afterwards. */
  sections: { title: string; notes: PasswordNote[] }[];
  later: PasswordNote[];
  /** Who helps if it fails, in the order to ask. */
  help: PasswordNote[];
  /** What the helpdesk will want. */
  details: string[];
  /** Buttons; the card shows the first two. */
  links: { title: string; url: string }[];
}

const render = cardFrom(import.meta.url, 'Steps for you to follow');

export function passwordStepsCard(data: PasswordStepsCardData): Card {
  const { number = '', text = '', sourceLine = '' } = data.clause ?? {};
  return render({
    ...data,
    quote: data.quote,
    nobodyIn: { text: data.nobodyIn?.text ?? '', source: data.nobodyIn?.source ?? '' },
    sections: data.sections.map(({ title, notes }) => ({ title, notes: notes.map((note) => ({ ...note })) })),
    later: data.later.map((note) => ({ ...note })),
    help: data.help.map((note) => ({ ...note })),
    clause: { number, sourceLine, paragraphs: paragraphs(text) },
    links: data.links.slice(0, 2),
  });
}
