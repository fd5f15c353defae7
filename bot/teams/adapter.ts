/**
 * Between the SDK and the Bot Connector. It stands on the SDK's `BotAdapter`: the `CloudAdapter` above it writes error
 * texts to whoever called, makes three clients for each turn, and sends a reply again after a 5xx.
 */
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  DeliveryModes,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { ConnectorClient } from './connector-client.ts';
import { sendReply } from './send-reply.ts';
import type { CheckToken } from './token-check.ts';

/** The token with a request is not good. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

export class TeamsAdapter extends BotAdapter {
  private readonly checkToken: CheckToken | undefined;
  private readonly connector: ConnectorClient;
  private readonly wait: (ms: number) => Promise<void>;

  /** @param checkToken left out only where nobody has a token: in the playground, on loopback. */
  constructor(
    checkToken: CheckToken | undefined,
    connector: ConnectorClient,
    wait: (ms: number) => Promise<void>,
  ) {
    super();
    this.checkToken = checkToken;
    this.connector = connector;
    this.wait = wait;
    // Faults travel to the HTTP layer, which knows whom to tell what. The SDK's default would print them.
    this.onTurnError = async (_context, error) => {
      throw error;
    };
  }

  /**
   * Checks the token, then runs the turn.
   * @returns what an invoke is answered with, or the replies for a caller that expects them in the response.
   * @throws TokenRefused when the token is not good.
   */
  async receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    if (this.checkToken && !(await this.checkToken(authorization, activity))) {
      throw new TokenRefused('The request has no valid token.');
    }
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, turn);
    // The SDK has kept the replies back for whoever wants them in the response.
    if (activity.deliveryMode === DeliveryModes.ExpectReplies) {
      return { status: 200, body: { activities: context.bufferedReplyActivities } };
    }
    const response = context.turnState.get<Activity | undefined>(INVOKE_RESPONSE_KEY);
    return response?.value as InvokeResponse | undefined;
  }

  /** @throws AssistantError `REPLY_NOT_TAKEN`. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === ActivityTypes.InvokeResponse) {
        // The response of the request itself: `receive` takes it from here.
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        responses.push({ id: '' });
      } else responses.push({ id: await sendReply(this.connector, activity, this.wait) });
    }
    return responses;
  }

  /** Whether Teams took it away does not matter to anybody: what is pressed in vain says so. */
  override async deleteActivity(
    _context: TurnContext,
    reference: Partial<ConversationReference>,
  ): Promise<void> {
    await this.connector.deleteActivity(reference, reference.activityId ?? '');
  }

  /** Messages are changed later through the ledger and the connector client, never in a turn. */
  override async updateActivity(): Promise<never> {
    throw new TypeError('A turn changes no message.');
  }

  override async continueConversation(): Promise<never> {
    throw new TypeError('No conversation is continued outside a turn.');
  }
}
