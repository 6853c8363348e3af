-- Where each call stands, so that it outlives the server that answered it. One row for each call, written over after each turn;
-- state is null once the call is over.

set local lock_timeout = '30s';

create table calls (
    call_sid text primary key,
    -- Which holder of the call wrote it, and which of its states it is: a later one is never written over by an earlier one.
    generation bigint not null,
    sequence bigint not null,
    server text not null,
    state jsonb,
    updated_at timestamptz not null default now()
) with (fillfactor = 50);

-- No policies: for this server alone.
alter table calls enable row level security;

do $$
declare
    web_role text;
begin
    for web_role in select rolname from pg_roles where rolname in ('anon', 'authenticated') loop
        execute format('revoke all on calls from %I', web_role);
    end loop;
end $$;
