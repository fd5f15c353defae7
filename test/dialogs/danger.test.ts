import assert from 'node:assert/strict';
import { type DangerKind, readDanger } from '../../dialogs/danger.ts';
import { type Assistant, type Exchange, play, startAssistant } from '../support/assistant.ts';

const IN_DANGER: Record<DangerKind, string[]> = {
  'self-harm': [
    'i want to kill myself',
    'I don’t want to be here any more',
    'feeling suicidal tonight',
    'im suicidle',
    'thinking of ending it all',
    'i wish i was dead',
    'everyone would be better off without me',
    'my colleague told me she has thought about taking her own life',
    'a carer on my team sent me a goodbye message and is not picking up',
    'ive been self harming again',
    'I keep wanting to hurt myself',
    'no one would miss me',
    'cant go on any more',
    'i cant cope',
    'he says he is going to jump off the bridge',
    "I've got the tablets lined up",
    'having a panic attack in the sluice',
    'mate is talking about topping himself',
    'there is no point going on',
    'im not coping at all',
    'I feel so low I don’t know what to do',
    'i feel empty and alone',
    'i hate my life',
    'i dont think i can do this much longer',
    'nothing matters any more',
    'im so lonely',
  ],
  abuse: [
    'resident says her son hits her',
    'my husband hits me',
    'a child has bruises all over his back',
    'i think one of our residents is being abused',
    'vunerable adult at risk',
    'i saw a nurse hit a patient',
    'my partner said he will kill me if i tell anybody',
    'not safe at home',
    'a man with a knife is in reception',
    'i have a safeguarding concern',
    'i suspect neglect at the home',
    'worried about a child on my list',
    'my client is scared of her carer',
    'my boss has taken my passport',
    'the carer was rough with a resident',
    'her nephew has taken all her savings',
  ],
  emergency: [
    'patient is not breathing',
    'a visitor has collapsed in reception',
    'resident having a seizure now',
    'he has chest pains',
    'my mum cant breathe',
    'she has taken an overdose',
    'i made a mistake and gave wrong meds',
    'gave patient wrong dose',
    'I gave the wrong medication',
    'ive given mr jones someone else’s tablets',
    'the wrong insulin was given',
    'i made a medication error',
  ],
};

/** The same words, said of machines, work and moods. */
const NO_DANGER = [
  'this is killing me',
  'this bloody system is killing me, how do I log in',
  'my boss will kill me if I dont reset it',
  'my phone died and now I cant get the code',
  'my laptop is dead',
  'what is the deadline',
  'dying for a cuppa',
  'I am dying to know when it expires',
  'I hit send too early',
  'hit the wrong button',
  'someone is abusing the email system',
  'abusive emails from a colleague',
  'is my account at risk',
  'am i in danger of losing my account',
  'where do I book suicide prevention training',
  'safeguarding training certificate',
  'who is our safeguarding lead',
  'kill the session on my old phone',
  'I cant cope with this password system',
  'can I do this on my phone',
  'i give up',
  'I am hopeless at passwords',
  'hello',
  'im low on battery',
  'im tired',
  'im dying to go home',
  'i dont see the point of the toolkit',
  'i gave the wrong form to a patient',
  'what does the policy say of a drug error sent by email',
  'am i allowed to send medication charts',
  'what the hell is going on',
  'they want to see my emails',
  'take it all in',
  'can i stop it being deleted',
  '😂 i cant breathe',
  'why does this keep locking me out, I can’t take it any more',
];

describe('somebody in danger', () => {
  for (const [kind, messages] of Object.entries(IN_DANGER)) {
    it(`is heard: ${kind}`, () => {
      const missed = messages.filter((message) => readDanger(message)?.kind !== kind);
      assert.deepEqual(missed, []);
    });
  }

  it('is not seen where words of danger are a figure of speech', () => {
    assert.deepEqual(
      NO_DANGER.filter((message) => readDanger(message)),
      [],
    );
  });

  it('gets the answer to a question as well', () => {
    assert.deepEqual(readDanger('can I email the safeguarding team a concern about a child'), {
      kind: 'abuse',
      alone: false,
    });
    assert.deepEqual(readDanger('patient sent me an email that he wants to die'), {
      kind: 'self-harm',
      alone: false,
    });
  });

  it('is read quickly, whatever is typed', () => {
    const long = ['he ', 'i am so ', 'child being ', 'want to ', 'a '].map((part) =>
      part.repeat(2000).slice(0, 4000),
    );
    const start = performance.now();
    for (const message of long) readDanger(message);
    assert.ok(performance.now() - start < 250, `${performance.now() - start} ms`);
  });

  describe('in a conversation', () => {
    let assistant: Assistant;
    before(async () => {
      assistant = await startAssistant();
    });
    after(() => assistant?.stop());

    const conversations: [title: string, exchanges: Exchange[]][] = [
      [
        'is told whom to ring, and nothing else',
        [
          ['i want to kill myself', ['Call 999', 'call 111', 'someone you trust', '!Menu', '!What I can do']],
          ['resident says her son hits her', ['Call 999', '111', 'safeguarding lead', '!Menu']],
          ['there is a patient collapsed in the waiting room', ['call 999', '111']],
        ],
      ],
      [
        'is not seen in somebody who is only tired, and what was asked goes on',
        [
          ['im tired', ['That sounds hard.', 'call 111', '!Call 999']],
          ['help with my password', 'What is wrong?'],
          ['im exhausted', ['That sounds hard.', '!Call 999']],
          ['it expired', 'Select Submit.'],
          ['i dont want to be a bother', '!Call 999'],
          ['i want to go home', '!Call 999'],
        ],
      ],
      [
        'is told so in the middle of the toolkit check, and is not asked to go on with it',
        [
          ['what DSPT stage are we', 'Question 1 of 3'],
          ['skip', 'Question 2 of 3'],
          ['i cant go on any more, i want to die', ['Call 999', 'call 111', '!Question', '!middle']],
          ['thank you', ['You are welcome', '!middle', '!Question']],
          ['ok', '!Question'],
          ['go on', 'Question 2 of 3'],
        ],
      ],
      [
        'is told so where any words would be an answer',
        [
          ['what DSPT stage are we', 'Question 1 of 3'],
          ['no I have nothing left to give and want out of all of it', ['Call 999', '!Question']],
        ],
      ],
      [
        'is told so in the middle of the password help and of the question for the day',
        [
          ['help with my password', 'What is wrong?'],
          ['he hits me', ['Call 999', '!What is wrong?']],
          ['when does my password run out', 'When did you last change it?'],
          ['last week i tried to kill myself', ['Call 999', '!runs out on']],
        ],
      ],
      [
        'is told first, and the question is answered after it',
        [['someone is sexually harassing me with Teams messages', /Call 999[\s\S]*Clause 3\.[12]\./]],
      ],
      [
        'is told before anything is said of a number that was typed',
        [['patient 943 476 5919 wants to kill himself', /Call 999[\s\S]*Please delete your last message/]],
      ],
    ];
    for (const [title, exchanges] of conversations) {
      it(title, () => play(assistant.chat('a member of staff'), exchanges));
    }
  });
});
