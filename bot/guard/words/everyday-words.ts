/**
 * The words of ordinary messages about accounts: "my password is expired" names no secret, "my password is lemonade"
 * does. A word that is missing here costs a false alarm, a word too many costs a missed one-word password.
 */
import { isSlipOf } from './is-slip-of.ts';

const list = (words: string): string[] => words.split(/\s/).filter(Boolean);

/** What a password can be, or can be doing. Their misspellings count too. */
const STATES = list(`
  expired expiring expires expire incorrect wrong invalid working works work accepted accept rejected refused denied
  locked blocked breached compromised common weak strong stronger weaker short shorter long longer forgotten lost
  stolen hacked leaked changed changing change reset resetting updated updating update unknown missing needed required
  recognised recognized matching match correct temporary disabled deactivated different similar stored saved shared
  secure insecure protected synced syncing asking coming showing failing failed stuck broken rubbish useless pending
  overdue allowed permitted acceptable valid written hidden visible complex simple difficult impossible available
  encrypted identical unchanged unusable compliant remembered registered activated finished running rotated exposed
  suspended unlocked entered typed confirmed guessed sensitive supposed mandatory optional confidential private
  personal secret original previous current default existing permanent important dodgy knackered buggered borked
  naff pants annoying confusing crap terrible awful fine safe safer
`);

/** Words that end what was typed as a secret: the sentence goes on. */
const BREAKS = list(`
  and but so because cos coz cuz as since although though however that which who whom whose while whilst until unless
  if when whenever where why how what whats wot wat wats wots is isnt was wasnt are arent were werent am be been will wont would
  wouldnt can cant cannot could couldnt should shouldnt shall may might must do dont does doesnt dosnt doesn't dosent
  did didnt has hasnt have havent had hadnt it its it'll itll i im i'm ive i've id ill iv u you youre your we were weve
  they theyre theyve he she hes shes says said saying say keeps keep kept help please pls plz thanks thank thx ta cheers
  not no nope never now then yet anymore doesn wont let lets get gets getting got gone goes going ok okay right yes yeah
  hi hello hey sorry any anyone somebody someone nobody asap urgent urgently again still also too
  tell told ask asked asks asking need needs want wants tried try trying use using used think thought know knows
`);

const REST = list(`
  a an the this these those there theres their them his her hers him my mine me our ours us yours one ones ones' other
  others another each every all both either neither none some something anything nothing everything such same only own
  just even ever always usually sometimes often once twice already almost about around above across after before behind
  below between by during for from in into near of off on onto out over past per through to toward towards under up
  upon with within without via instead except like unlike than more most less least much many few lot lots bit enough
  quite very really rather pretty well better best worse worst good bad great nice big small large tiny little huge
  high low higher lower old older oldest new newer newest first second third last next final early late later earlier
  soon sooner today tonight tomorrow yesterday morning afternoon evening night week weeks weekly month months monthly
  year years yearly day days daily hour hours minute minutes mins min time times moment while ago due date dates monday
  tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december jan feb mar apr jun jul aug sept sep oct nov dec weekend annual annually
  zero two three four five six seven eight nine ten eleven twelve fifteen twenty thirty hundred number numbers
  account accounts address addresses admin administrator administrators app application apps authenticator authentication
  bank box browser button call called calling calls case cache chrome edge safari firefox google gmail yahoo hotmail icloud
  character characters chars clinic clinical code codes colleague colleagues combination common company computer
  computers connect connected contact control copy credentials criteria dashboard data desk detail details device devices
  dialog digit digits directory document download email emails e-mail emailed enter entering entry error errors esr
  event example examples expiry expiration facebook fault field file files folder form forms forgot forget friend gp group
  guess hand help helpdesk home hospital house icon info information instructions internet ipad iphone issue issues it
  keyboard key laptop laptops letter letters limit line link links list local lock log login logins logon logoff logged
  logging log-in log-on machine mail mailbox main manager managers message messages microsoft mistake mobile mode name
  names named network nhs nhsmail nhs.net nhsnet note notebook notes office onedrive online option options organisation
  outlook owner page pages paper part partner password passwords passcode passphrase pw pwd pass pc phone phones phrase
  picture piece pin place point policy popup pop-up portal post postcode problem problems process profile prompt question
  questions reason register reminder request requirement requirements result rota rule rules screen screens script
  secretary security sentence server service services session setting settings setup sharepoint shift sign sign-in signin
  signing site sites smartcard space spaces spelling staff standard start started step steps stuff support surgery
  surname symbol symbols system systems tab tablet team teams text texted texting texts thing things ticket token trust
  type types typing typo username user users value version visitor voicemail ward website wifi windows word words world
  xbox mixture mix uppercase lowercase upper capital capitals punctuation accents emoji emojis language birthday birth
  anniversary maiden pet dog cat football postit sticky vault manager
  able accepting access accessible actual actually add added allow allows apparently appear appearing appears around
  available away back bad based basically begin beginning being belong belongs bitwarden blank blocked blocking breach
  bother built bring brings brought busy buy came cannot care caught check checked checking choose choosing chose chosen
  clear cleared click clicked close closed come comes complain complete completely compulsory condition consider
  contain containing contains continue control correctly count create created creating currently dead deal definitely
  delete deleted depends did die died differ directly doing done down drop either else elsewhere end ended ending ends
  exactly except expected explain fact fail fails fair false far fast fed feel fetch figure fill find fit fix fixed
  follow follows full fully fussy gave generate generated generates generic give given gives giving greyed
  hacker hackers happen happened happening happens hard hardly havin having hear heard hell held here hidden hit hold
  holds honest honestly hope hopefully hoping hundred inside involved join kept kick kicked kicking kind knew knowing
  known lapsed lasted lasting lasts leak leave leaving left legal length let letting lie life live load loaded loading
  look looked looking looks lose loses losing made maintained make makes making managed matched matches matter maximum
  mean means meant meet meeting meets memorised mess mind minimum missing mixed months moved moving nearly necessary
  nonsense normal normally noted obvious obviously offered okay open opened opening ordinary otherwise outside
  overwritten own pain partly passed pasted paste people perfect perfectly perhaps person pick picked picking
  plain please plus poor popping possible possibly pre-filled prefilled prepared present preset pretty previously
  probably problematic prompted prompting proper properly public published pulled put putting rang ran read reading
  reads ready real recent recently recognising record recorded recover red-flagged refuse refuses reject rejects
  reject related relevant remember remembering remembers remote remove removed repeat repeated reply report reported
  restored restricted retrieve return returned returns reuse reused reusable review ring risk risky run runs safely safest
  save saves saving security see seeing seem seems seen select send sending sends sent separate set sets setting several
  share sharing show showed shown shows silly single sit situation slow smaller so-called solid sort sorted specific
  standard stay stays steal stop stopped stopping stops store straight strange strict stupid submit submitted
  suddenly suggest suggested sure swear switched sync take taken takes taking talk tight took top total touch track true
  truly turn turned turns twelve unacceptable unable unclear unique unsafe unsecure usable usual valid vanished verified
  view wait waiting walked want warning way week wiped wish wonder wondering worked worried worry worth write writing
  wrongly yours zero case-sensitive auto autofill autofilled auto-filled linked tied bound set-up 1password lastpass
  keychain keepass dashlane ad ods mfa sso adfs azure intune emis systmone rio epr cerner lorenzo vpn citrix n3 hscn
  aup dspt la local-admin admin's las dept department departments council care-home carehome pharmacy nurse nurses
  doctor doctors gps boss line-manager it's thats that's there's what's i'd ain't aint gonna gotta dunno innit tho
  found sent paid spent spelt spelled forgiven thrown
  bloody damn flipping sodding stinking fucked fubar bust
  android samsung facebook twitter instagram whatsapp zoom skype slack dropbox netflix amazon paypal
  printer wi-fi router printers scanner kiosk badge card cards reader fingerprint face biometrics windows hello
  husband wife mum dad son daughter kids boyfriend girlfriend partner children
  nobody's everyones everyone everybody anybody anyones someones
  theirs themselves myself itself yourself himself herself
`);

const EVERYDAY = new Set([...STATES, ...BREAKS, ...REST].flatMap((word) => [word, word.replaceAll("'", '')]));
const LONGEST_WORD = 30;
const BREAKING = new Set(BREAKS);

/** May stand first in a passphrase although the word is an everyday one: "three red lorries". */
const OPENERS = new Set(
  list(`the a an my our one two three four five six seven eight nine ten twelve correct big little old new good happy
    every i we this first last best only red black under over`),
);

/** Nouns in -ing and -ed, which are as likely a password as any noun. */
const NOUNS = new Set(
  list(`wedding pudding dumpling sterling darling king ring string spring swing wing sling thing building duckling
    starling gosling herring earring sibling viking stocking ceiling hundred bobsled watershed moped biped naked
    sacred wicked table cable stable vegetable constable bible fable kindred hatred butterfly dragonfly firefly chantilly piccadilly shed seed weed feed sled speed breed
    reed steed bleed bring sting icing`),
);

/** Lower case, without punctuation round it. */
export function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]{1,20}|[^\p{L}\p{N}]{1,20}$/gu, '')
    .replaceAll("'", '');
}

/** True for a word that says how a password fares, or that any message may hold. */
export function isEveryday(word: string): boolean {
  if (word.length > LONGEST_WORD) return false;
  const plain = bare(word);
  if ((plain.length < 3 && !/^\p{Lu}\p{Ll}$/u.test(word)) || EVERYDAY.has(plain)) return true;
  if (/^[a-z]{2,20}(?:ing|ed|able|ible)$|^[a-z]{5,20}ly$/.test(word) && !NOUNS.has(plain)) return true;
  return plain.length >= 5 && /^\p{Ll}/u.test(word) && STATES.some((state) => isSlipOf(plain, state));
}

/** True for a word with which the sentence goes on after a secret. */
export function endsSecret(word: string): boolean {
  return word.length <= LONGEST_WORD && BREAKING.has(bare(word));
}

export function opensPhrase(word: string): boolean {
  return OPENERS.has(bare(word));
}
