import assert from 'node:assert/strict';
import { type BrowsePlace, browsePlace } from '../../knowledge/browse.ts';
import { sharedKnowledge } from '../support/assistant.ts';

function opens(title: string, place: BrowsePlace | undefined, messages: string[]): void {
  describe(title, () => {
    for (const message of messages)
      it(`“${message}”`, () => assert.deepEqual(browsePlace(message, sharedKnowledge().sections), place));
  });
}

describe('A person who wants to read the policy', () => {
  opens('opens its contents', {}, [
    'show me the policy',
    'Can I see the AUP please?',
    'I want to read the whole policy',
    'policy',
    'Acceptable Use Policy',
    'list the sections',
  ]);
  opens('opens a section', { section: '3.2' }, [
    'section 3.2',
    'Section 3.2?',
    'show me section 3.2 please',
    'section 3.2 of the AUP',
    "what's in section 3.2",
    'clause 3.2',
    '3.2',
  ]);
  opens('opens a section that has parts', { section: '3' }, [
    'section 3',
    'Section three',
    'part 3',
    'clause 3',
  ]);
  opens('opens the section that a topic is the heading of', { section: '3.4' }, [
    'what does the AUP say about calendars',
    'What does the policy say about my calendar?',
    'tell me what the policy says about calendars',
  ]);
  opens('opens another section by its topic', { section: '3.3' }, [
    'what does the policy say about the directory',
  ]);
  opens('opens a clause', { number: '3.1.5' }, [
    'clause 3.1.5',
    '3.1.5',
    '3.1.5?',
    'what does clause 3.1.5 say',
    "what's 3.1.5 about",
    'read me 3.1.5',
    'section 3.1.5',
    'para 3.1.5',
    '§3.1.5',
    'does clause 3.1.5 mean I can tell my PA',
    'can you show me clause number 3.1.5 please',
  ]);
  opens('opens a clause of two parts', { number: '2.16' }, ['read me 2.16', 'section 2.16', 'rule 2.16']);
  opens('opens a clause that looks like a day', { number: '3.1.12' }, ['3.1.12', 'show me 3.1.12']);
  opens('opens a clause that has others below it', { number: '4.3' }, ['section 4.3', 'clause 4.3']);
});

describe('A person who names a number that is not there', () => {
  opens('is told so for a clause', { number: '9.9.9' }, ['clause 9.9.9', 'what does 9.9.9 say', '9.9.9']);
  opens('is told so for one past the end', { number: '4.3.11' }, ['4.3.11', 'what does 4.3.11 say']);
  opens('is told so for a clause without a point', { number: '12' }, ['clause 12']);
  opens('is told so for a section', { section: '7' }, ['section 7', 'part 7']);
});

describe('A person who asks something else', () => {
  opens('is not taken to a clause by a number', undefined, [
    '365 days',
    'version 2.1 of Teams',
    'teams 2.1',
    'windows 3.1',
    '31.12.2026',
    '3.1.2026',
    '3.1.26',
    '03.01.26',
    'my last day was 3.1.12',
    '£3.50',
    '3.50',
    'it costs 2.50 a month',
    'meet at 2.15',
    '2.15pm',
    '12.30',
    '192.168.1.1',
    'is 2.5 gb enough',
    'point 2',
    '3',
    'step 3.1',
    'section 75 of the nhs act',
    'part 3 of my job',
  ]);
  opens('is answered rather than shown a page', undefined, [
    'what does the AUP say about whatsapp',
    'what does the policy say about patient data in calendars',
    'what is the policy on phones',
    'can I see the policy on annual leave',
    'calendar',
    '',
    `clause ${'3.1.5 '.repeat(100)}`,
  ]);

  it('is asking a question in every phrasing that we hold', () => {
    const { sections, contents } = sharedKnowledge();
    const { phrasings } = contents;
    const opened = phrasings.filter(({ text }) => browsePlace(text, sections)).map(({ text }) => text);
    assert.deepEqual(opened, []);
  });
});
