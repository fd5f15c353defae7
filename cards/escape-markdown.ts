/** Adaptive Cards read markdown in text. Data must not become a link, a list or a heading. */

/** Makes text harmless where markdown is read; it reads the same to a person. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^([^\S\n]*)([#+=-])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])(?=\s|$)/gm, '$1\\$2');
}

/** The reading of escaped text: what a person sees. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([\\`*_[\]<>~|&#+=\-.)])/g, '$1');
}
