-- Text messages: each is sent once, whatever answers get lost; what became of them; who wants none; and conversations by text.

set local lock_timeout = '30s';

-- One row for each part of a message, made before it is sent. No number and no words: those are the carrier's.
create table text_messages (
    id uuid not null,
    part smallint not null,
    state text not null check (state in ('sending', 'sent', 'refused', 'unsure')),
    message_sid text,
    error_code int,
    status text,
    created_at timestamptz not null default now(),
    primary key (id, part)
);

create index idx_text_messages_created_at on text_messages (created_at);
create index idx_text_messages_message_sid on text_messages (message_sid);

-- The caller's name in the journal, never the number.
create table text_opt_outs (
    caller text primary key,
    since timestamptz not null default now()
);

create table text_conversations (
    caller text primary key,
    state jsonb not null,
    answers int not null,
    began_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create index idx_text_conversations_updated_at on text_conversations (updated_at);

-- What a text message was answered with: the carrier may deliver it again.
create table text_answers (
    message_sid text primary key,
    answer text not null,
    created_at timestamptz not null default now()
);

create index idx_text_answers_created_at on text_answers (created_at);

-- No policies: for this server, the owner, alone.
alter table text_messages enable row level security;
alter table text_opt_outs enable row level security;
alter table text_conversations enable row level security;
alter table text_answers enable row level security;
