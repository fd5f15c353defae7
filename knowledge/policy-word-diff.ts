/** Shows which words of a clause changed, so that a content owner need not compare two long paragraphs by eye. */

export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Unchanged words that are kept on each side of a change. */
const AROUND = 6;

/** @returns the words of both texts in reading order, neighbours of one kind joined. */
export function wordDiff(before: string, after: string): Piece[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const common = longestCommon(left, right);
  const pieces: { kind: Piece['kind']; words: string[] }[] = [];
  const add = (kind: Piece['kind'], word: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else pieces.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    if (one !== undefined && one === other) {
      add('same', one);
      i++;
      j++;
    } else if (one !== undefined && (other === undefined || common(i + 1, j) >= common(i, j + 1))) {
      add('gone', one);
      i++;
    } else if (other !== undefined) {
      add('new', other);
      j++;
    }
  }
  return pieces.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

/** `You must [-ask-] {+tell+} your manager …`: long unchanged stretches are left out. */
export function showDiff(pieces: readonly Piece[]): string {
  const show = ({ kind, text }: Piece, at: number) => {
    if (kind === 'gone') return `[-${text}-]`;
    if (kind === 'new') return `{+${text}+}`;
    const words = text.split(' ');
    const [head, tail] = [at === 0 ? 0 : AROUND, at === pieces.length - 1 ? 0 : AROUND];
    if (words.length <= head + tail + 1) return text;
    return [...words.slice(0, head), '…', ...words.slice(words.length - tail)].join(' ');
  };
  return pieces.map(show).join(' ');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** How many words two endings have in common, in order, for every pair of endings. */
function longestCommon(left: readonly string[], right: readonly string[]) {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
