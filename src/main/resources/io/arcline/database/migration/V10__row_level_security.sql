-- Who may do what with the shared tables. The first ARC Line let everybody who has Supabase's public key read every call's log
-- and publish reports; from here on such clients read what is verified, and nothing else.

set local lock_timeout = '30s';
set local client_min_messages = warning;

drop policy if exists "Allow anonymous reads" on intel;
drop policy if exists "Allow anonymous inserts" on intel;
drop policy if exists "Allow anonymous reads" on scrappy_messages;
drop policy if exists "Allow anonymous inserts" on scrappy_messages;
drop policy if exists "Allow anonymous reads" on logs;
drop policy if exists "Allow anonymous inserts" on logs;

-- Supabase grants everything to its web roles and leaves the rest to policies; here both say no.
do $$
declare
    web_role text;
begin
    for web_role in select rolname from pg_roles where rolname in ('anon', 'authenticated') loop
        execute format('revoke all on intel, scrappy_messages, logs, arcline_schema_history from %I', web_role);
        execute format('grant select on intel, scrappy_messages to %I', web_role);
        execute format('create policy %I on intel for select to %I using (verified)',
                       'Verified is public for ' || web_role, web_role);
        execute format('create policy %I on scrappy_messages for select to %I using (verified)',
                       'Verified is public for ' || web_role, web_role);
    end loop;
end $$;
