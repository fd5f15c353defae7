import assert from 'node:assert/strict';
import { sourceLine } from '../../dialogs/answers.ts';
import type { Source } from '../../knowledge/entry.ts';

describe('the line that names a source', () => {
  const document: Source = { id: 'page', title: 'Data retention', publisher: 'NHSmail', year: 2023 };

  const lines: [title: string, source: Source, line: string][] = [
    ['ends with the year', document, 'Data retention, NHSmail, 2023'],
    [
      'says the year once when the publisher ends with it',
      { ...document, publisher: 'NHSmail, reviewed 27 July 2023' },
      'Data retention, NHSmail, reviewed 27 July 2023',
    ],
    [
      'says its own year after that of another',
      { ...document, publisher: 'NHSmail, reviewed 27 July 2022' },
      'Data retention, NHSmail, reviewed 27 July 2022, 2023',
    ],
    ['makes up no year', { ...document, year: 'undated' }, 'Data retention, NHSmail, undated'],
  ];
  for (const [title, source, line] of lines) it(title, () => assert.equal(sourceLine(source), line));
});
