/** The SDK's adapter, reached below its HTTP layer: that one writes error texts to whoever called. */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { sendWholeEntities } from './whole-entities.ts';

export class TeamsAdapter extends CloudAdapter {
  constructor(credentials: ServiceClientCredentialsFactory) {
    super(new ConfigurationBotFrameworkAuthentication({}, credentials));
    sendWholeEntities();
    // Faults travel to the HTTP layer, which knows whom to tell what. The SDK's default would print them.
    this.onTurnError = async (_context, error) => {
      throw error;
    };
  }

  /**
   * Checks the token, then runs the turn.
   * @throws an error with `statusCode` 401 or 403 when the token is not good.
   */
  receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}
