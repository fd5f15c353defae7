/** Step 2 of a turn: takes secrets out of what people typed, before anything stores it, logs it or looks for an answer. */
import { detectors } from './detectors/index.ts';
import { plainView } from './plain-view.ts';
import type { SecretKind, Span } from './secret-kind.ts';

export { type SecretKind, secretInWords } from './secret-kind.ts';

export interface Guarded {
  /** The text with a mark in place of each secret. */
  text: string;
  /** Each kind that was found, once, in the order of the text. Empty when nothing was masked. */
  masked: SecretKind[];
}

/** Stands where a secret stood. It belongs to no question, so it leads nowhere. */
export const MARK = '[hidden]';

/** One removal can bring two halves of a sentence together, so the text is read again until nothing is found. */
const READINGS = 6;
/** No card of ours goes this deep. */
const DEEPEST = 20;

interface Found extends Span {
  kind: SecretKind;
}

/** Masks every secret in plain text or HTML. Never throws; masking twice changes nothing. */
export function guard(text: string): Guarded {
  const masked = new Set<SecretKind>();
  let shown = text;
  for (let reading = 0; reading < READINGS; reading++) {
    const found = findAll(shown);
    if (found.length === 0) return { text: shown, masked: [...masked] };
    for (const { kind } of found) masked.add(kind);
    shown = withMarks(shown, found);
  }
  return { text: findAll(shown).length === 0 ? shown : MARK, masked: [...masked] };
}

/** Masks every string in what a card sent back, however deep. Everything else is kept as it is. */
export function guardFields(data: Record<string, unknown>): {
  data: Record<string, unknown>;
  masked: SecretKind[];
} {
  const masked = new Set<SecretKind>();
  function guarded(value: unknown, depth: number): unknown {
    if (typeof value === 'string') {
      const result = guard(value);
      for (const kind of result.masked) masked.add(kind);
      return result.text;
    }
    if (value === null || typeof value !== 'object') return value;
    if (depth > DEEPEST) return MARK;
    if (Array.isArray(value)) return value.map((each) => guarded(each, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, guarded(each, depth + 1)]));
  }
  return { data: guarded(data, 0) as Record<string, unknown>, masked: [...masked] };
}

/** What all detectors find, as places in `message`, in its order. */
function findAll(message: string): Found[] {
  const view = plainView(message);
  const found = detectors.flatMap(({ kind, find }) =>
    outermost(find(view.text)).map((span) => ({ ...span, kind })),
  );
  const wanted = [...found, ...repeatsOf(view.text, found)].filter(
    ({ start, end }) => end > start && !isMarked(view.text, start, end),
  );
  return wanted
    .map(({ kind, ...span }) => ({ ...view.original(span), kind }))
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Without the spans that lie inside another one. */
function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (span.end > (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

/** A secret that is said twice is hidden twice, whatever the second sentence looks like. */
function repeatsOf(text: string, found: readonly Found[]): Found[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const secrets = new Map(found.map((each) => [lower.slice(each.start, each.end), each.kind]));
  const repeats: Found[] = [];
  for (const [secret, kind] of [...secrets].slice(0, 30)) {
    if (secret.length < 4) continue;
    for (let at = lower.indexOf(secret); at >= 0; at = lower.indexOf(secret, at + secret.length)) {
      const whole = !/[\p{L}\p{N}]/u.test(lower.charAt(at - 1)) || /[^\p{L}]/u.test(secret);
      if (whole) repeats.push({ start: at, end: at + secret.length, kind });
    }
  }
  return repeats;
}

function isMarked(text: string, start: number, end: number): boolean {
  return (
    text
      .slice(start, end)
      .replaceAll(MARK, '')
      .replace(/[\s,.;:()'"[\]]/g, '') === ''
  );
}

function withMarks(text: string, found: readonly Found[]): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of found) {
    if (end <= from) continue;
    shown += start >= from ? text.slice(from, start) + MARK : '';
    from = end;
  }
  return shown + text.slice(from);
}
