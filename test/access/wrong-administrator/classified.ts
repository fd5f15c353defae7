/** What each button is for. A new one fails the test until it stands here. */

export type Class =
  /** For members of an organisation's team, who press it in the channel for its questions. */
  | 'its channel'
  /** Shows or changes an organisation's things: for its administrators only. */
  | 'administrators'
  /** Facts and questions that are the same for everybody. */
  | 'anybody'
  /** A person's own things. `writes` names the tables in which they may change rows of their own. */
  | {
      own: true;
      writes: readonly string[];
      /** The same tables may get a message for the administrators of their own organisation. */
      tellsAdministrators?: true;
    };

const REMINDERS = { own: true, writes: ['owed_message', 'owed_message_change'] } as const;
/** An answer to a warning of one's own. */
const REPLY = {
  own: true,
  writes: ['warning_reply', ...REMINDERS.writes],
  tellsAdministrators: true,
} as const;
/** That their channel was found fit is noted too, and the number of their organisation's last question. */
const ASKS_HELPERS = {
  own: true,
  writes: ['ticket', 'owed_message', 'owed_message_change', 'helper_channel', 'organisation'],
  tellsAdministrators: true,
} as const;
const OWN = { own: true, writes: [] } as const;

export const CLASSIFIED: Readonly<Record<string, Class>> = {
  'access.check': 'administrators',
  'access.end': 'administrators',
  'access.endnow': 'administrators',
  'access.give': 'administrators',
  'access.givenow': 'administrators',
  'access.list': 'administrators',
  'aup.browse': 'anybody',
  'aup.clause': 'anybody',
  'aup.contents': 'anybody',
  'aup.section': 'anybody',
  'dspt.answer': 'anybody',
  'dspt.check': 'anybody',
  'dspt.forget': REMINDERS,
  'dspt.remind': REMINDERS,
  'dspt.remindall': 'administrators',
  'feedback.notasked': 'anybody',
  'feedback.weekly': OWN,
  'feedback.weeklyoff': { own: true, writes: ['weekly_summary_off'] },
  'feedback.weeklyon': { own: true, writes: ['weekly_summary_off'] },
  'help.delete-my-data': OWN,
  'help.entry': 'anybody',
  'help.menu': 'anybody',
  'help.my-data': OWN,
  'help.remind': 'anybody',
  'help.none': 'anybody',
  'help.say': 'anybody',
  'help.stop': 'anybody',
  'human.answer': 'its channel',
  'human.ask': 'anybody',
  'human.channel': 'anybody',
  'human.close': 'its channel',
  'human.drop': 'anybody',
  'human.nochannel': 'anybody',
  'human.reopen': 'its channel',
  'human.reply': OWN,
  'human.send': ASKS_HELPERS,
  'human.solved': OWN,
  'human.take': 'its channel',
  'human.usechannel': 'its channel',
  'hygiene.account': 'administrators',
  'hygiene.acknowledge': { own: true, writes: ['warning_reply'] },
  'hygiene.askabsence': { ...REMINDERS, tellsAdministrators: true },
  'hygiene.askadministrator': REPLY,
  'hygiene.automatic': 'administrators',
  'hygiene.automaticoff': 'administrators',
  'hygiene.automaticon': 'administrators',
  'hygiene.cancel': 'administrators',
  'hygiene.confirm': 'administrators',
  'hygiene.decide': 'administrators',
  'hygiene.discard': 'administrators',
  'hygiene.digest': OWN,
  'hygiene.export': 'administrators',
  'hygiene.exported': 'administrators',
  'hygiene.file': 'administrators',
  'hygiene.form': 'administrators',
  'hygiene.gone': 'anybody',
  'hygiene.hours': 'administrators',
  'hygiene.keepdigest': { own: true, writes: ['digest_choice'] },
  'hygiene.keephours': 'administrators',
  'hygiene.leave': REPLY,
  'hygiene.leaving': OWN,
  'hygiene.propose': 'administrators',
  'hygiene.remind': 'administrators',
  'hygiene.report': 'administrators',
  'hygiene.search': 'administrators',
  'hygiene.stopsend': 'administrators',
  'hygiene.undo': 'administrators',
  'hygiene.unimport': 'administrators',
  'hygiene.unremind': 'administrators',
  'hygiene.unreached': 'administrators',
  'hygiene.unreachedfile': 'administrators',
  'hygiene.use': 'administrators',
  'hygiene.who': 'administrators',
  'password.answer': 'anybody',
  'password.asked': 'anybody',
  'password.clicked': 'anybody',
  'password.changed': 'anybody',
  'password.expiry': 'anybody',
  'password.help': 'anybody',
  'password.known': 'anybody',
  'password.noreminders': REMINDERS,
  'password.remind': REMINDERS,
  'password.reminders': OWN,
  'password.unknown': 'anybody',
};
