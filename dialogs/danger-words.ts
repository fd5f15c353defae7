/**
 * How people say that they or somebody else are in danger. In lower case, without apostrophes ("dont", "im").
 * A list by kind, in the words of people who are upset and type on a phone.
 */

const ONESELF = '(?:my ?self|him ?self|her ?self|them ?sel(?:f|ves)|your ?self)';
const TRIES =
  '(?:want|wants|wanted|wanting|going|gonna|might|could|feel like|feels like|think(?:ing|in)? (?:of|about)|thoughts? (?:of|about)|talk(?:s|ing|ed|in)? (?:of|about)|scared i(?:ll| will| might)?|afraid i(?:ll| will| might)?|keep|keeps|started|starting|been|plans?|planning|tempted|ready|tried|trying)';

export const SELF_HARM: readonly RegExp[] = [
  /\bsui(?:ci|si|cc?i|ic)[csd]?\w*d(?:e|al|le|el|ial)?\w*|\bsuc[ie]d(?:e|al|le)\w*|\bsuisid\w*|\bsuicde\b|\bunalive\b|\bkms\b/,
  /\b(?:kill|killing|killed|hang|hanging|hanged|drown|drowning|shoot|shooting|starve|starving|poison|poisoning|top|topping|topped|off|offing|harm|harming|harmed) (?:my|him|her|them|your) ?(?:self|selves|slef)\b/,
  /\bself[ -]?harm/,
  new RegExp(`\\b${TRIES} (?:to )?(?:hurt|hurting|cut|cutting|burn|burning) ${ONESELF}\\b`),
  /\bcutting my(?: ?self| wrists?| arms?)|\b(?:cut|slit|slash)(?:ting)? (?:my|his|her|their) wrists?\b/,
  /\b(?:want|wants|wanted|wanna|wish|wishes|wished|ready|deserve|rather|trying|tried|hoping|praying|going) (?:i |he |she |they |to |was |were |be |just )*(?:die|dead|dye(?= *$)|disappear(?= *[.!]*$)|end my (?:own )?life)\b/,
  /\bdont deserve to (?:live|be here)\b|\b(?:better off|be better) (?:dead|without me|if i (?:was|were) (?:dead|gone|not here))\b/,
  /\b(?:end|ending|ended|take|taking|took|taken) (?:it all(?! in)|(?:my|his|her|their)(?: own)? li(?:fe|ves))\b/,
  new RegExp(
    `\\b${TRIES} (?:to )?(?:end|ending|endin) (?:it|things|everything)\\b(?! (?:early|at|by|now|before|after|the|with|on|there|here))`,
  ),
  /\b(?:dont|do not|didnt|no longer|doesnt|does not) (?:really )?(?:want to|wanna|want) (?:be (?:here|hear|alive|around)|live|exist|wake up|carry on living|go on living|be on this (?:earth|planet))\b/,
  /\b(?:no|any) (?:point|reason)(?: (?:in|to|for))?(?: me)? (?:living|live|being alive|being here|going on|go on|carrying on|staying alive)\b/,
  /\bnothing (?:left )?to live for\b|\blife (?:is|isnt|s)(?: not| no longer)? worth living\b|\bhad enough of (?:life|living)\b|\btired of (?:life|living|being alive)\b|\bsleep and (?:not|never) wake up\b|\bwake up wishing\b/,
  /\b(?:nobody|no ?one|no1) (?:would|wuld|wud|will)(?: even)? (?:miss me|(?:notice|care) if i|notice[.!]*$)|\banyone (?:notice|miss me|care) if i (?:was|were|am) (?:gone|dead|not here)\b/,
  /\b(?:nobody|no ?one) (?:would )?cares? (?:if|whether) im? (?:live|alive|die|dead)\b|\bnot going to be (?:around|here) much longer\b/,
  /\b(?:cant|cannot) (?:go on|carry on|keep (?:myself|himself|herself|themselves) safe|live like this|live any ?more|face (?:another day|living))(?! (?:holiday|leave|with the|to the next))\b|\b(?:cant|cannot|dont) see (?:a|any|another) way out\b/,
  /\b(?:suicide|goodbye|farewell) (?:note|message|letter)s?\b|\bod(?:d|ed|ing)? on\b|\b(?:tablets|pills) (?:all )?lined up\b|\btime to say goodbye to (?:everyone|everybody|my kids)\b|\bgiv(?:en|ing) away (?:his|her|their|my) things\b/,
  /\b(?:jump|jumping|jumped|throw(?:ing)? myself) (?:off|in ?front|under|out of (?:the|a) window)\b|\b(?:stood|standing|sat|sitting|am|im) on (?:the|a) (?:bridge|ledge|railway (?:line|track)s?)\b/,
  /\bhearing voices\b|\bvoices (?:are |keep )?tell(?:ing)? me\b/,
  /\b(?:i am|im|i feel|ive been|i have been) (?:so |feeling |really |completely |just )*(?:desperate|worthless|hop(?:e)?less|a burden|unable to cope|at breaking point|in crisis)\b/,
  /\bfeel(?:ing)? (?:so |really |completely )*(?:worthless|hop(?:e)?less|like (?:dying|giving up on life))\b/,
  /\bhaving an? (?:mental |nervous |complete )?(?:breakdown|panic|panick) ?(?:attack)?\b|\bmental health crisis\b|\bcrisis line\b|\bsamaritans\b/,
];

/** Plain despair, or plain annoyance: they count only in a message that speaks of nothing of ours. */
export const DESPAIR: readonly RegExp[] = [
  /\b(?:cant|cannot) (?:cope|coap|do this|take (?:it|this|any)|stop cry(?:ing|in)|stand (?:it|this))(?: any ?mor\w?| anymor)?\b/,
  /\bwant (?:it|this|everything) (?:all )?to (?:just )?stop+\b|\b(?:im|i am) on the edge\b/,
  /\b(?:im|i am) (?:so |really |not |very )+(?:depressed|low|safe|okay|scared|frightened)\b|\bseverely depressed\b/,
  /\bfalling apart\b|\bi give up on (?:life|everything)\b|\breached rock bottom\b|\bwhats the point of it all\b|\b(?:i|and) want out of (?:all of it|everything)\b/,
  /\bnothing left to give\b|\bnothing matters(?: to me)? any ?more\b|\beverything(?: is|s) pointless\b|\b(?:dont|cant|cannot) see the point(?: (?:of|in) (?:it all|anything|going on))?(?: any ?more)?[.! ]*$/,
  /\b(?:im|i am) (?:really |just )?not coping\b|\bstruggling mentally\b|\b(?:keep|been|cant stop) crying\b|\b(?:hate|sick of) my life\b|\blife is too hard\b/,
  /\b(?:i feel|im feeling|i am feeling|im|i am) (?:so |really |very |completely )*(?:low|empty|lonely|numb|all alone)\b(?! (?:on|priority|risk|stock|battery|paid|staffed)\b)/,
  /\b(?:cant|cannot|dont think i can|dont know if i can) (?:do|take|manage) (?:this|it) (?:much longer|any ?more)\b/,
];

const WHOM =
  '(?:me|her|him|them|us|my (?:mum|mother|dad|son|daughter|child|children|kids?|sister|brother|gran|nan)|(?:an?|the|our|my|this|one of (?:the|our)|these|some|another) (?:residents?|patients?|clients?|service users?|child(?:ren)?|kids?|baby|babies|girls?|boys?|old (?:lady|man)|lady|man|woman|carers?|nurses?|colleagues?|staff|people)|residents?|patients?|clients?|children|kids)';
const AT_RISK =
  '(?:child|children|baby|babies|kid|kids|toddler|girl|boy|teenager|resident|residents|resdent|patient|pateint|client|service user|old lady|elderly (?:man|woman|lady|person)|v[ul]{1,2}nerable (?:adult|person|man|woman|lady)|mum|mother|neighbour|daughter|son|colleague|friend|he|she|they|i|im|shes|hes|lady|woman|man|someone|somebody|pupil|student)';
const WHO_DOES =
  '(?:he|she|they|someone|somebody|son|daughter|husband|husbend|wife|partner|boyfriend|girlfriend|ex|dad|mum|father|mother|stepdad|stepfather|carer|nurse|manager|boss|colleague|uncle|neighbour|brother|sister|family|staff|porter|doctor|agency|man|bloke|relative|resident|patient)';
const HARMS =
  '(?:hit|hits|hitting|beats|beat|beating|slaps?|slapped|slapping|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|hurts|hurting|strangl\\w+|choke[sd]?|rape[sd]?|raping|molest\\w*|touches|touching|touched|grabs|grabbed|shakes|shook|burn(?:s|ed|t)|starv\\w+|threatens|threatened|threatening|abus(?:es|ed|ing)|groom(?:s|ed|ing)|stabb?(?:ed|ing)?|attack(?:s|ed|ing)?|rob(?:s|bed|bing)?)';

export const ABUSE: readonly RegExp[] = [
  new RegExp(`\\b${WHO_DOES} (?:\\w+ ){0,4}?${HARMS} ${WHOM}\\b(?! (?:with|about|for|up)\\b)`),
  new RegExp(
    `\\b${AT_RISK} (?:\\w+ ){0,3}?(?:being|bein|been|getting) (?:\\w+ )?(?:abused|neglected|beaten|hit|hurt by|hurt(?= *[.,?!])|exploited|groomed|trafficked|threatened|raped|assaulted|starved|locked in|tied (?:up|to)|knocked about|rob(?:b)?ed)\\b`,
  ),
  new RegExp(
    `\\b${AT_RISK}\\b.{0,40}\\b(?:unexplained (?:bruis\\w+|marks|injur\\w+)|cigarette burns|black eye|(?:covered in|has|have|with|got) (?:bruises|brusies|bruising)|bruises (?:all over|on (?:her|his|their|both))|hand ?prints?|afraid to go home|sca?i?re?d of (?:his|her|their|my)|frightened (?:of (?:him|her|his|their|the staff|my)|to go home)|not safe at home|unsafe at home|in danger)\\b`,
  ),
  /\bbruises on an? (?:child|toddler|baby|resident|patient)\b|\b(?:child|elder|adult|domestic|sexual|physical|emotional) (?:abuse|violence|exploitation|cruelty|assault)\b|\babuse at (?:the|a|our|my)\b|\bsexually (?:abused|assaulted|harass\w+)\b/,
  /\b(?:i was|been|being|got|was|were) (?:raped|molested|sexually|assaulted|attacked|strangled|stabbed)\b|\brape victim\b/,
  /\b(?:v[ul]{1,2}nerable|child|baby|adult|resident|kid)\b.{0,25}\bat risk\b|\bat risk of (?:harm|abuse|neglect)\b/,
  /\bnot safe (?:at home|with (?:him|her|them|my))\b|\b(?:sca?i?re?d|frightened|terrified|afraid) (?:of my (?:partner|husband|husbend|wife|boyfriend|girlfriend|dad|son|ex|family|boss|father|brother)|to go home)\b/,
  /\b(?:he|she|they|partner|husband|ex)(?:ll| will| has threatened to| threatened to| says? hell| said (?:he|she|they)(?:ll|d| will| would)| wants? to| tried to| is going to) (?:kill|hurt|stab|murder|strangle|harm) (?:me|her|him|them|us|my)\b|\bhell kill me\b/,
  /\b(?:has|have|got|with|carrying|waving) a (?:knife|gun|weapon|machete)\b|\bbomb (?:threat|in|on|at)\b/,
  /\bsaf[ae] ?[gq][au]{1,2}rd\w* (?:concern|concerns|issue|worry|worries|alert|incident|matter|problem|emergency|help|who)\b|\b(?:report|reporting|suspect|suspected|suspecting|disclos\w+|witness\w*) (?:\w+ ){0,2}?(?:abuse|neglect|neglet|fgm|grooming|cruelty|a safeguarding)\b/,
  /\bwor(?:r)?ie?d (?:about|bout) an? (?:child|kiddie|kid|toddler|baby|little (?:one|girl|boy)|vulnerable|teenager)\b|\bconcerns? (?:about|for|over) an? (?:child|vulnerable|young person|resident|baby|toddler)\b|\bgrooming concern\b/,
  /\b(?:fgm|forced marriage|female genital|traffick(?:ed|ing)|modern slavery|honou?r based)\b|\b(?:taken|took|has|holding|keeps) (?:my|her|his|their) passports?\b/,
  /\b(?:was|being|been|is) (?:too |very |really )?rough with (?:a|an|the|one of|him|her|our)\b|\b(?:takes|taking|taken|took|keeps) (?:all )?(?:her|his|their) (?:savings|pension|bank ?card|money)\b|\bfinancial(?:ly)? abus\w*/,
];

const WHO =
  '(?:patient|patients|pt|pateint|patiant|resident|resdent|client|he|she|they|hes|shes|someone|somebody|man|woman|lady|bloke|chap|old boy|baby|child|kid|toddler|colleague|mum|dad|visitor|customer|student|nurse|carer|husband|wife|mr \\S+|mrs \\S+|i|im|ive)';

export const EMERGENCY = new RegExp(
  `\\b${WHO} (?:\\w+ ){0,4}?(?:not breathing|isnt breathing|cant breath|cannot breathe|stopped breathing|struggling (?:to|for) breath|unconscious|unresponsive|not responding|collapsed|wont wake up|not waking up|(?:having|had|has) (?:an? )?(?:fit|seizure|stroke|heart attack|cardiac arrest|anaphyla\\w+)|choking|bleeding (?:heavily|badly|out|a lot|everywhere)|no pulse|gone blue|turn(?:ed|ing) blue|chest pains?|(?:took|taken) (?:an overdose|too many|all (?:his|her|my|the)) ?(?:tablets|pills|meds)?|swallowed (?:bleach|tablets|batter\\w+|poison))`,
);

const MEDICINE =
  '(?:meds?|medications?|medicines?|dos(?:e|es|age)|tablets?|pills?|insulin|morphine|drugs?|injection|patch|warfarin|antibiotics?|infusion|vaccine)';
const MADE = '(?:gave|giv(?:e|en|ing)|had|took|taken|administered|injected|dispensed)';

/** A medicine that went wrong: it may be about minutes, and no clause of ours is. */
export const WRONG_MEDICINE: readonly RegExp[] = [
  new RegExp(
    `\\b${MADE} (?:\\w+ ){0,5}?(?:wrong|incorrect|someone elses|somebody elses|(?:an)?other (?:patients?|residents?|persons?)|double|too much|too many|twice the) (?:\\w+ ){0,2}?${MEDICINE}\\b`,
  ),
  new RegExp(
    `\\bwrong (?:\\w+ )?${MEDICINE} (?:was |were |has been |have been |got )?(?:given|administered|to)\\b`,
  ),
  /\b(?:made|there(?:s| has) been|weve had|just had|i did) an? (?:medication|medicine|meds|drug|dosing|insulin) (?:error|mistake|mix ?up)\b/,
];

/** What the rest of this product is about. A message that speaks of it is answered too. */
export const OURS =
  /\b(?:e-?mail(?:s|ed|ing)?|emials?|nhs ?mail|nhs\.net|mailbox|inbox|send|sent|sending|forward(?:ed|ing)?|pass ?words?|log(?:ged|ging)?[ -]?(?:in|on|out)|sign(?:ed)? ?in|lock(?:s|ed|ing)?|reset\w*|codes?|account|policy|aup|toolkit|dspt|teams|chat|record|records|document|letters?|clause|training|allowed|attach\w*|share|folder|calendar|system|computer|it team|software|app|portal|form|laptop|authenticator|mfa|bot|useless|thing)\b/;
