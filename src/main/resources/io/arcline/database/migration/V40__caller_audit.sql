-- Who erased or copied what is kept of a caller, when and how much. Not of which caller: nothing of one that was erased stays.

set local lock_timeout = '30s';

create table caller_audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    operator text not null,
    action text not null check (action in ('erase', 'copy')),
    calls int not null,
    entries int not null
);

create function caller_audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'caller_audit is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on caller_audit
    for each statement execute function caller_audit_is_append_only();

-- No policies: for this server alone.
alter table caller_audit enable row level security;

do $$
declare
    web_role text;
begin
    for web_role in select rolname from pg_roles where rolname in ('anon', 'authenticated') loop
        execute format('revoke all on caller_audit, post_moderation, moderation_audit, relay_tokens from %I', web_role);
    end loop;
end $$;
