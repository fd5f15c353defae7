/** The entries or the trained model need attention. The message says what to do. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}
