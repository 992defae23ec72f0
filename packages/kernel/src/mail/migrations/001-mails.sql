create table kernel.mails (
  id uuid primary key,
  key text not null unique,
  purpose text not null,
  language text not null check (language in ('en', 'sv', 'da')),
  to_address text not null,
  subject text,
  body_text text,
  body_html text,
  has_one_time_link boolean not null,
  message_id text not null,
  state text not null check (state in ('waiting', 'sent', 'refused', 'outbox')),
  tries smallint not null default 0,
  created_at timestamptz not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  blanked_at timestamptz,
  answer text
);
create index mails_due on kernel.mails (due_at) where state = 'waiting';
create index mails_unblanked on kernel.mails (created_at) where blanked_at is null;
create index mails_age on kernel.mails (created_at);
create index mails_address on kernel.mails (lower(to_address));

comment on table kernel.mails is 'keep: content 30 days, one hour with a one-time link, the row 400 days; erase: rows to the person''s addresses are deleted; export: address, subject, text and times of the person''s own mails';
comment on column kernel.mails.id is 'none: UUIDv7, grows with time';
comment on column kernel.mails.key is 'none: what caused it, made of ids; the same key is one mail for as long as the row is kept';
comment on column kernel.mails.purpose is 'none: room and reason';
comment on column kernel.mails.language is 'none: language of the text';
comment on column kernel.mails.to_address is 'identifier: e-mail address of the receiver';
comment on column kernel.mails.subject is 'personal: subject line, blanked with the body';
comment on column kernel.mails.body_text is 'personal: plain text; a one-time link in it is a secret';
comment on column kernel.mails.body_html is 'personal: the same as HTML';
comment on column kernel.mails.has_one_time_link is 'none: whether the body carries a secret link';
comment on column kernel.mails.message_id is 'none: Message-ID, the same at every try';
comment on column kernel.mails.state is 'none: waiting, sent, refused or kept in the outbox';
comment on column kernel.mails.tries is 'none: how often the mail server was asked';
comment on column kernel.mails.created_at is 'none: when it was written';
comment on column kernel.mails.due_at is 'none: when it is tried next; while a try runs, when another process may take over';
comment on column kernel.mails.settled_at is 'none: when it was sent or given up';
comment on column kernel.mails.blanked_at is 'none: when the content was removed';
comment on column kernel.mails.answer is 'personal: last words of the mail server, may quote the address; blanked with the body';
