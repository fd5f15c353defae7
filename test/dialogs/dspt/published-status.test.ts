import { type FakeOdsApi, startFakeOdsApi } from '../../bot/ods/fake-ods-api.ts';
import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import { loadStatuses } from './status-file.ts';

const START: Exchange = ['what DSPT stage are we', 'Question 1 of 3'];
const AGE = 'The status file is of 16 November 2026, 5 days old.';

describe('the DSPT check with published statuses', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
    await loadStatuses(assistant);
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[]][] = [
    [
      'ends at once for a manager whose Standards Met is published',
      [
        START,
        [
          'vlz 01',
          [
            'Rosebank House (VLZ01)',
            '25/26 Standards Met, published 29 June 2026',
            'this is stage 2, Standards Met',
            'What it means for NHSmail',
            'enough to apply for NHSmail',
            'ended in March 2021',
            'The helpdesk confirms.',
            'The toolkit’s public organisation search',
            AGE,
            '30 June 2027, 221 days left',
            'OrganisationSearch/VLZ01',
            '!Question',
          ],
        ],
      ],
    ],
    [
      'lets a manager choose between two organisations of one name',
      [
        START,
        [
          'rosebank house',
          ['Which of these is it?', 'VLZ01', 'VLZ02', 'NHS Invented North ICB', 'NHS Invented South ICB'],
        ],
        [
          '[ROSEBANK HOUSE (VLZ02), Care Home, NHS Invented South ICB]',
          ['22/23 Approaching Standards', AGE, 'Question 2 of 3'],
        ],
        ['yes', 'Question 3 of 3'],
        [
          'not yet',
          ['Entry Level', 'Status in the toolkit: 22/23 Approaching Standards', 'of an older edition', AGE],
        ],
      ],
    ],
    [
      'asks again when it is none of these',
      [
        START,
        ['rosebank', 'Which of these'],
        ['[None of these]', 'try again'],
        ['VLZ01', '25/26 Standards Met'],
      ],
    ],
    [
      'takes a code instead of a choice',
      [START, ['rosebank', 'Which of these'], ['VLZ01', '25/26 Standards Met']],
    ],
    [
      'explains a status that the 2020 slides do not have, and does not map it',
      [
        START,
        [
          'St Odo’s nursing home',
          ['25/26 Approaching Standards', 'The 2020 slides do not have this status.', AGE],
        ],
        ['yes', 'Question 3 of 3'],
        [
          'yes',
          [
            'Standards Met, once published',
            'Status in the toolkit: 25/26 Approaching Standards',
            'enough to apply',
          ],
        ],
      ],
    ],
    [
      'looks at the head office before it says that nothing is published',
      [
        START,
        [
          'Larkfield Home Care',
          ['Not Published', 'Nothing is published under this code.', 'have a head office?'],
        ],
        [
          'Larkfield Holdings',
          [
            'Head office: Larkfield Holdings Limited (AZ06): 25/26 Standards Exceeded',
            'may cover this site',
            'Question 2 of 3',
          ],
        ],
        ['yes', 'Question 3 of 3'],
        ['yes, published', ['Standards Met', 'Ask your head office if what it published covers your site.']],
      ],
    ],
    [
      'says so when the head office has published nothing either',
      [
        START,
        ['VNZ05', 'have a head office?'],
        ['VNZ04', ['Its head office has published nothing either.', 'Question 2 of 3']],
        ['no', ['No stage yet', 'Publish your assessment in the toolkit']],
      ],
    ],
    [
      'goes on when there is no head office, or nobody knows',
      [
        START,
        ['VNZ05', 'have a head office?'],
        ['[No, we have none]', 'Question 2 of 3'],
        ['cancel', 'Stopped'],
        START,
        ['VNZ05', 'have a head office?'],
        ['not sure', 'Question 2 of 3'],
      ],
    ],
    [
      'asks for the head office again when it is not found',
      [START, ['VNZ05', 'have a head office?'], ['ZZ999', ['did not find that code', 'have a head office?']]],
    ],
    [
      'tells Standards Not Met, an ended stage and an unknown status for what they are',
      [
        START,
        ['VLZ08', ['24/25 Standards Not Met', 'The standards are not met.', 'Question 2 of 3']],
        ['what DSPT stage are we', 'Question 1 of 3'],
        ['ZZP11', ['19/20 Entry Level', 'stage 1', 'It ended in March 2021', 'The helpdesk confirms']],
        ['what DSPT stage are we', 'Question 1 of 3'],
        ['ZZP12', ['25/26 Standards Reimagined', 'I do not know this status']],
        ['what DSPT stage are we', 'Question 1 of 3'],
        ['ZZP10', ['Plan Agreed', 'An older status, seen in 2021']],
      ],
    ],
    [
      'says for other sectors that its guidance is for social care',
      [
        START,
        ['NHS invented north icb', ['25/26 Standards Met', 'guidance I have on NHSmail is for social care']],
      ],
    ],
    [
      'finds no such code and no such name, and offers the public search',
      [
        START,
        ['VLZ77', ['I did not find that code', 'OrganisationSearch', AGE, 'try again']],
        ['Nowhere Lodge', ['I did not find that name', 'OrganisationSearch', AGE, 'try again']],
        ['VLZ-99-XX-12345', ['That is not an ODS code', 'OrganisationSearch']],
        ['[Skip this step]', 'Question 2 of 3'],
      ],
    ],
  ];
  for (const [title, exchanges] of conversations) {
    it(title, () => play(assistant.chat('a member of staff'), exchanges));
  }
});

describe('the DSPT check with the register of organisations', () => {
  let register: FakeOdsApi;
  let assistant: Assistant;
  before(async () => {
    register = await startFakeOdsApi({
      VNZ05: {
        name: 'LARKFIELD HOME CARE',
        operatedBy: { code: 'AZ06', name: 'LARKFIELD HOLDINGS LIMITED' },
      },
      VNZ04: { name: 'KIND HANDS AT HOME LIMITED' },
      VLZ77: { name: 'BRAND NEW HOUSE', operatedBy: { code: 'AZ99', name: 'NEW GROUP' } },
      VLZ88: 'broken',
    });
    assistant = await startAssistant({ odsApi: register });
    await loadStatuses(assistant);
  });
  after(async () => {
    await assistant?.stop();
    await register?.stop();
  });

  const conversations: [title: string, exchanges: Exchange[]][] = [
    [
      'finds the head office that published by itself',
      [
        START,
        [
          'VNZ05',
          [
            'Head office: Larkfield Holdings Limited (AZ06): 25/26 Standards Exceeded',
            'may cover this site',
            'Question 2 of 3',
          ],
        ],
        [
          'no',
          [
            'Head office Larkfield Holdings Limited (AZ06): 25/26 Standards Exceeded, published 30 June 2026',
            'Ask your head office if what it published covers your site.',
          ],
        ],
      ],
    ],
    [
      'says that the register names no head office',
      [START, ['VNZ04', ['The register names no head office', 'Question 2 of 3']]],
    ],
    [
      'names an organisation that the file does not have, and its head office',
      [
        START,
        ['VLZ77', ['BRAND NEW HOUSE (VLZ77)', 'The status file does not name it.', 'NEW GROUP (AZ99)', AGE]],
      ],
    ],
    ['knows no such code', [START, ['VLZ99', ['I did not find that code', 'OrganisationSearch']]]],
    [
      'goes on when the register does not answer',
      [START, ['VLZ88', ['could not check this code', 'did not answer in time', 'Question 2 of 3']]],
    ],
  ];
  for (const [title, exchanges] of conversations) {
    it(title, () => play(assistant.chat('a member of staff'), exchanges));
  }
});
