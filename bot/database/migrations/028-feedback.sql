-- What people think of answers: counted by entry, without who said it.

-- Which answer stands in which message of a chat, so that a thumb under that message can be counted.
create table shown_answer (
  conversation_id text not null,
  -- The id that Teams gave the message.
  activity_id text not null,
  feature text not null,
  -- Empty when nothing was found.
  entry text not null,
  outcome text not null,
  shown_at timestamptz not null,
  -- Who has rated it: each person counts once. What they said is not here.
  rated_by text[] not null default '{}',
  primary key (conversation_id, activity_id)
);
create index shown_answer_age on shown_answer (shown_at);

-- A day and not a moment, so that nothing leads back to a message.
create table feedback (
  on_day date not null,
  feature text not null,
  entry text not null,
  outcome text not null,
  said text not null check (said in ('like', 'dislike', 'not-asked')),
  reasons text[] not null
);
create index feedback_day on feedback (on_day);

-- Only what a person agreed to send, with secrets masked.
create table feedback_words (
  on_day date not null,
  entry text not null,
  said text not null,
  words text not null
);
create index feedback_words_day on feedback_words (on_day);
