/** Blank lines part paragraphs. In a card each one is a block of its own, for in a `TextRun` a line break is lost. */
export function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
