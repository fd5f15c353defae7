/** The faults that this service knows by name. Expected ends are values; only these are thrown. */

export type ErrorCode =
  | 'CONFIG_INVALID'
  | 'DATA_FOLDER_IN_USE'
  | 'DATABASE_UNAVAILABLE'
  | 'GRAPH_REFUSED'
  | 'GRAPH_UNAVAILABLE'
  | 'KNOWLEDGE_INVALID'
  | 'PORT_IN_USE'
  | 'PROFILES_INVALID'
  | 'REPLY_NOT_TAKEN'
  | 'REQUEST_REFUSED'
  | 'STATE_CONFLICT';

/** A fault with a code that logs and the runbook share. `message` is for operators, never for people in chat. */
export class AssistantError extends Error {
  override readonly name = 'AssistantError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
