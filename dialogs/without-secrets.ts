/** What somebody asked beside a secret: the mark in its place is no word, and "my password is" alone is no question. */

/** Stands where a secret stood. */
const MARKS = /\[hidden\]/gi;
/** "Username sjones pw [hidden] not working" asks about the password, not about the name. */
const USER_BESIDE =
  /\b(?:user ?(?:name|id)?|log-?in)(?: is| ?[:=])? [^\s,[\]]{1,64},?(?=\s[^[\]]{0,20}\[hidden\])/gi;
/** Words that only announce a secret, or are polite. */
const FILLER = new Set(
  `a an the my our her his their this that these it its it's is was are here i im i've ive am me and or with for on in
  to as by of at from just now still so hi hello hey please pls plz thanks thank you ta ok help
  password passwords password's passphrase pass pw pwd pword pin passcode secret account memorable word answer
  code codes number sign-in one-time otp verification security recovery backup key username user name login log-in nhsmail
  patient patient's patients nhs no dob date birth born address postcode mr mrs ms miss hospital
  got get had have received came come through up popped phone mobile text texted app sent says said shows authenticator
  put tried typed entered used use`.split(/\s+/),
);
const PATIENT_KINDS: ReadonlySet<string> = new Set(['an NHS number', 'patient details']);

/** @param said with a mark in place of each secret. */
export function withoutSecrets(said: string): string {
  return said.replace(USER_BESIDE, ' ').replace(MARKS, ' ').replace(/\s+/g, ' ').trim();
}

/** True when nothing is left to answer beside what was masked. @param asked without the marks. */
export function asksNothing(asked: string): boolean {
  return asked
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}'-]+/u)
    .every((word) => /^['-]*$/.test(word) || FILLER.has(word));
}

/** True when any of the kinds lets somebody in, so that they may need help to sign in. */
export function isAboutSigningIn(kinds: readonly string[]): boolean {
  return kinds.some((kind) => !PATIENT_KINDS.has(kind));
}
