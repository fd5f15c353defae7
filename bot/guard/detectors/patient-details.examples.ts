/** What the `patient-details` detector must find, and what it must leave alone. All of it is made up. */
import type { Detector } from '../secret-kind.ts';

export const examples: Detector['examples'] = {
  yes: [
    { text: 'patient John Smith dob 3/4/1950', secret: 'John Smith' },
    { text: 'patient John Smith dob 3/4/1950 again', secret: '3/4/1950' },
    { text: 'john smith dob 3/4/1950 sent to wrong gp', secret: 'john smith' },
    { text: 'Emailed Edna Clough 485 777 3457 to the wrong ward', secret: 'Edna Clough' },
    { text: '485 777 3457 Edna Clough, born 12 May 1932', secret: '12 May 1932' },
    { text: 'Mrs Clough date of birth 12.05.1932', secret: 'Clough' },
    { text: 'NHS number 485 777 3457 Edna Clough 14 Mill Lane Otley', secret: '14 Mill Lane' },
    { text: 'pt edna clough nhs no 485 777 3457 LS21 1AB', secret: 'LS21 1AB' },
    { text: 'hospital number K1234567 Edna Clough', secret: 'K1234567' },
    { text: 'Edna Clough MRN 7654321 went to the wrong team', secret: 'Edna Clough' },
    { text: 'hosp no 1234567 for Mr Harold Bright', secret: 'Harold Bright' },
    { text: 'the patient was born 01/02/1947 and wants her emails', secret: '01/02/1947' },
    { text: 'dob 03-04-1950 patient Ali Raza', secret: 'Ali Raza' },
    { text: 'sent the letter for Clough, Edna (485 777 3457) outside', secret: 'Clough, Edna' },
  ],
  no: [
    'patient complained about my email',
    "who can see a patient's date of birth",
    'can I send a date of birth in Teams',
    'my patient is coming on 12/03/2026',
    'the form wants a date of birth like dd/mm/yyyy',
    'Patient Advice and Liaison Service',
    'we are at 12 High Street LS1 4AP',
    'Local Administrator Sam Jones left on 3/4/2026',
    'do patients need an account',
    'what is a hospital number',
    'Dr Patel says I can, is that right',
    'Mrs Clough in room 12 rang',
    'patient number limits for Teams',
    'unit 12 is closed on 3/4/2026',
    'John Smith left in 2019',
  ],
};
