/**
 * The SDK's adapter, reached below its HTTP layer, which writes error texts to whoever called, and above its client,
 * which sends a reply again after a 5xx.
 */
import {
  type Activity,
  ActivityTypes,
  CallerIdConstants,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { ConnectorClient } from './connector-client.ts';
import { sendReply } from './send-reply.ts';
import type { CheckToken } from './token-check.ts';

/** The token with a request is not good. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

export class TeamsAdapter extends CloudAdapter {
  private readonly checkToken: CheckToken | undefined;
  private readonly connector: ConnectorClient;
  private readonly wait: (ms: number) => Promise<void>;

  /** @param checkToken left out only where nobody has a token: in the playground, on loopback. */
  constructor(
    credentials: ServiceClientCredentialsFactory,
    checkToken: CheckToken | undefined,
    connector: ConnectorClient,
    wait: (ms: number) => Promise<void>,
  ) {
    super(new ConfigurationBotFrameworkAuthentication({}, credentials));
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
   * @throws TokenRefused when the token is not good.
   */
  async receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    if (!this.checkToken) return this.processActivity('', activity, turn);
    const payload = await this.checkToken(authorization, activity);
    if (!payload) throw new TokenRefused('The request has no valid token.');
    const claims = Object.entries(payload).map(([type, value]) => ({ type, value: String(value) }));
    const claimsIdentity = new ClaimsIdentity(claims, true);
    return this.processActivity(
      {
        audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
        callerId: CallerIdConstants.PublicAzureChannel,
        claimsIdentity,
        connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
      },
      activity,
      turn,
    );
  }

  /** @throws AssistantError `REPLY_NOT_TAKEN`. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === ActivityTypes.InvokeResponse) {
        // The response of the request itself: the SDK takes it from here.
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        responses.push({ id: '' });
      } else responses.push({ id: await sendReply(this.connector, activity, this.wait) });
    }
    return responses;
  }
}
