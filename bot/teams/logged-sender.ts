/** Says in the log what Teams did not take of what nobody typed for: people see nothing of it, and would not ask. */
import type { Logger } from 'pino';
import type { Sender, SendResult } from '../../delivery/sender.ts';

/** A person who removed the assistant is no fault of the service: the delivery report tells of them. */
function isFault(result: SendResult): boolean {
  return result.kind !== 'delivered' && !(result.kind === 'refused' && result.closes);
}

export function loggedSender(sender: Sender, log: Logger): Sender {
  return {
    async send(message) {
      const result = await sender.send(message);
      if (isFault(result)) {
        const status = 'status' in result ? result.status : undefined;
        log.warn(
          { kind: message.kind, attempt: message.attempt, result: result.kind, status },
          'send not taken',
        );
      }
      return result;
    },
  };
}
