/** Telephones, tickets, rooms: numbers that are no secret, by the word in front of them. */
import { bounded } from '../bounded-pattern.ts';

const OTHER_NUMBER = bounded(
  '(?:tel|telephone|phone|mobile|mob|ring|rang|call|called|dial|fax|ext|extension|text|ticket|ref|reference|case|incident|job|order|invoice|inc|call no|po|account|tracking|serial|asset|barcode|isbn|charity|company|vat|bleep|pager|contact|helpdesk|switchboard|request|room|bay|bed|ward|floor|clause|version|since|year|error|fault)(?: (?:number|no|num|ref|id|is|was|on|them|us|me|her|him|it|reference|log)){0,3}[.:# ]{0,2}$',
  'i',
);

/** @param before what stands in front of the digits. */
export function isOtherNumber(before: string): boolean {
  return OTHER_NUMBER.test(before);
}
