/**
 * Tells a busy tenant from a single message that has to wait. Teams says 429 for a conversation and for a tenant alike;
 * when it is the tenant, nearly every answer is one.
 */
const ANSWERS = 20;
const TENANT_WIDE = 0.25;

export interface ThrottleWatch {
  /** @returns true when the whole tenant should pause. */
  saw(isThrottled: boolean): boolean;
}

export function createThrottleWatch(): ThrottleWatch {
  let answers: boolean[] = [];
  return {
    saw(isThrottled) {
      answers = [...answers.slice(1 - ANSWERS), isThrottled];
      if (!isThrottled || answers.filter(Boolean).length < answers.length * TENANT_WIDE) return false;
      // After the pause it is judged anew.
      answers = [];
      return true;
    },
  };
}
