/** Activities that nobody should send: like Teams' own in shape, and wrong in any place. */
import fc from 'fast-check';
import { features } from '../../../dialogs/index.ts';

/** Every verb and word that a button of ours carries, given by the test. */
export interface Known {
  verbs: readonly string[];
  data: readonly Record<string, unknown>[];
  serviceUrl: string;
}

const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u200b',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00%2e%2e',
  "'; drop table account; --",
  '<at>x</at>',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '=cmd|calc',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what somebody sends.
  '${secret} {{x}} %s %n',
  '9'.repeat(400),
  '-1',
  'NaN',
  'a'.repeat(5000),
  '🙂'.repeat(900),
);
const words = fc.oneof(
  { weight: 3, arbitrary: nasty },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...features.flatMap(({ menu }) => menu.map(({ say }) => say)),
      'cancel',
      'yes',
      'no',
      'skip',
      'VLAXL',
      'clause 4.2',
      'my password is Winter2026!',
      'delete my data',
    ),
  },
);
/** Anything that JSON can say. */
const anything = fc.oneof(
  words,
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[[[]]]], { length: 3 }, { toString: 'x' }),
);
const identifier = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('29:a', '29:b', '28:assistant', '19:team@thread.tacv2') },
  { weight: 1, arbitrary: words },
);

/** One whole activity. The same seed makes the same ones. */
export function madeUpActivity({ verbs, data, serviceUrl }: Known): fc.Arbitrary<Record<string, unknown>> {
  const formAnswers = fc.oneof(
    fc.constantFrom(...data),
    fc.dictionary(
      fc.oneof(fc.constantFrom('ods', 'sendId', 'entry', 'say', 'date', 'page', 'clause'), words),
      anything,
      {
        maxKeys: 5,
      },
    ),
    anything,
  );
  const verb = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...verbs) }, { weight: 1, arbitrary: words });
  const action = fc.record(
    { type: fc.constant('Action.Execute'), verb, data: formAnswers },
    { requiredKeys: ['verb'] },
  );
  const well = fc.record({
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constant('message') },
      { weight: 6, arbitrary: fc.constant('invoke') },
      fc.constantFrom(
        'installationUpdate',
        'conversationUpdate',
        'messageReaction',
        'typing',
        'event',
        'messageUpdate',
        'messageDelete',
        'endOfConversation',
      ),
    ),
    name: fc.oneof(
      { weight: 6, arbitrary: fc.constant('adaptiveCard/action') },
      fc.constantFrom(
        'composeExtension/query',
        'composeExtension/selectItem',
        'composeExtension/queryLink',
        'fileConsent/invoke',
        'message/submitAction',
        'task/fetch',
        'signin/verifyState',
      ),
    ),
    channelId: fc.constant('msteams'),
    serviceUrl: fc.constant(serviceUrl),
    text: fc.oneof(words, fc.constant(undefined)),
    value: fc.oneof(
      { weight: 6, arbitrary: fc.record({ action, trigger: fc.constant('manual') }) },
      formAnswers,
      fc.tuple(verb, formAnswers).map(([chosen, own]) => ({ ...(own as object), verb: chosen })),
      fc.record({
        commandId: words,
        parameters: fc.array(fc.record({ name: words, value: anything }), { maxLength: 3 }),
      }),
      fc.record({
        type: words,
        action: fc.constantFrom('accept', 'decline'),
        context: anything,
        uploadInfo: anything,
      }),
      fc.record({ actionName: fc.constant('feedback'), actionValue: anything }),
    ),
    from: fc.record({
      id: identifier,
      aadObjectId: fc.constantFrom('person-1', 'person-2', 'person-3'),
      name: words,
    }),
    recipient: fc.constant({ id: '28:assistant' }),
    conversation: fc.record({
      id: fc.constantFrom('a:1', 'a:2', 'a:3', '19:channel@thread.tacv2;messageid=1'),
      conversationType: fc.constantFrom('personal', 'groupChat', 'channel'),
      tenantId: fc.constantFrom('tenant-1', 'tenant-2'),
    }),
    attachments: fc.array(
      fc.record({
        contentType: fc.oneof(
          fc.constantFrom('text/html', 'application/vnd.microsoft.teams.file.download.info', 'image/png'),
          words,
        ),
        name: words,
        contentUrl: words,
        content: anything,
      }),
      { maxLength: 2 },
    ),
    membersAdded: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      fc.array(fc.record({ id: identifier }), { maxLength: 1 }),
    ),
    action: fc.constantFrom('add', 'remove', 'add-upgrade', ''),
    replyToId: fc.constantFrom(undefined, 'an-earlier-one'),
  });
  // Half of them have one field, somewhere, that is not what it should be.
  const place = fc.constantFrom(
    'type',
    'id',
    'name',
    'channelId',
    'serviceUrl',
    'text',
    'value',
    'from',
    'recipient',
    'conversation',
    'channelData',
    'attachments',
    'entities',
    'membersAdded',
    'locale',
    'deliveryMode',
  );
  return fc.oneof(
    well,
    fc.tuple(well, place, anything).map(([activity, field, value]) => ({ ...activity, [field]: value })),
  );
}
