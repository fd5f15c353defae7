/** The words by which people name a password on a phone, for the patterns of several detectors. */
import { bounded } from '../bounded-pattern.ts';

const PASSWORDS = `passwords?|pass[\\x20-]words?|pass-?phrases?|passcodes?|paswords?|passwrods?|passwrds?|paswrds?|passowrds?|
  passords?|passwods?|passwors?|pasaword|passwird|passward|passwork|psasword|pssword|apssword|passwoord|passworrd|
  passsword|passwprd|oassword|paasword|paswords|paswrod|passwerd|passwurd|passwd|passwrd|passwort|pswrd|pswd|psswrd|
  pword|pwords|pwrd|pw|pws|pwd|p/w|p/word|psw`;

/** Source of a group that matches one way of writing "password". */
export const PASSWORD = `(?:${PASSWORDS.replace(/\s/g, '')})`;

/** Source of the words that say whose password it is. */
export const WHOSE = "(?:my|our|her|his|their|the|your|old|new|mine|hers|sams|[a-z]{2,15}'s)";

const SIGNING_IN = bounded(
  `(?<![\\w])(?:${PASSWORD}|pass|logs? ?-?(?:in|on|ins)|logg(?:ed|ing) (?:in|on)|sign(?:ed|ing)? ?-?in|lock(?:ed|ing|s)?|lockout|unlock|credentials|creds|user ?names?|(?:let|lets|letting) (?:me|us|her|him|them) (?:in|on)|get (?:in|on)|access denied|accept(?:ed|s)?|reject(?:ed|s)?|refus(?:e|ed|es|ing)|breach(?:ed)?|common|strong|weak|secure enough|too (?:short|similar|simple|long)|long enough|incorrect|expired?|expires|characters|meets? the (?:rules|criteria|requirements))(?![\\w])`,
  'i',
);

/** True when the message is about signing in at all. */
export function mentionsSigningIn(text: string): boolean {
  return SIGNING_IN.test(text);
}

const NAMES_PASSWORD = bounded(`(?<![\\w])${PASSWORD}(?![\\w])`, 'i');

export function mentionsPassword(text: string): boolean {
  return NAMES_PASSWORD.test(text);
}
