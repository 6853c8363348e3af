-- Which one-time tokens of relay sockets some server has taken: each is good once, whichever server Twilio reaches.

set local lock_timeout = '30s';

create table relay_tokens (
    nonce text primary key,
    expires_at timestamptz not null
);

create index idx_relay_tokens_expires_at on relay_tokens (expires_at);

-- No policies: for this server, the owner, alone.
alter table relay_tokens enable row level security;
