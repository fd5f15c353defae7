/** Who runs a command, as the audit names them. */
import { userInfo } from 'node:os';

/** The machine's name for its user; some containers have none. */
export function userOfThisMachine(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
