-- The three tables that are shared with other readers under these names: reports, messages for Scrappy, and each call's log.
-- Where an earlier ARC Line has left them, with their rows and policies, nothing of them changes.

set local lock_timeout = '30s';
set local client_min_messages = warning;

create table if not exists intel (
    id uuid primary key default gen_random_uuid(),
    content text not null,
    faction text,
    verified boolean default false,
    created_at timestamptz default now()
);

create table if not exists scrappy_messages (
    id uuid primary key default gen_random_uuid(),
    content text not null,
    faction text,
    verified boolean default false,
    created_at timestamptz default now()
);

create table if not exists logs (
    id uuid primary key default gen_random_uuid(),
    session_id text not null,
    message text not null,
    level text not null check (level in ('log', 'error', 'warn', 'debug', 'info')),
    metadata jsonb,
    created_at timestamptz default now()
);

create index if not exists idx_intel_created_at on intel (created_at);
create index if not exists idx_intel_verified on intel (verified);
create index if not exists idx_scrappy_messages_created_at on scrappy_messages (created_at);
create index if not exists idx_scrappy_messages_verified on scrappy_messages (verified);
create index if not exists idx_logs_session_id on logs (session_id);
create index if not exists idx_logs_created_at on logs (created_at);
create index if not exists idx_logs_level on logs (level);
create index if not exists idx_logs_session_created_at on logs (session_id, created_at);

-- Enabled, not forced: the owner, which this server is, sees and writes every row; others go by the policies.
alter table intel enable row level security;
alter table scrappy_messages enable row level security;
alter table logs enable row level security;

-- The policies are for Supabase's web role, which other PostgreSQL servers do not have.
do $$
declare
    shared_table text;
begin
    if not exists (select from pg_roles where rolname = 'anon') then
        return;
    end if;
    foreach shared_table in array array['intel', 'scrappy_messages', 'logs'] loop
        if not exists (select from pg_policy
                       where polrelid = shared_table::regclass and polname = 'Allow anonymous reads') then
            execute format('create policy "Allow anonymous reads" on %I for select to anon using (true)', shared_table);
        end if;
        if not exists (select from pg_policy
                       where polrelid = shared_table::regclass and polname = 'Allow anonymous inserts') then
            execute format('create policy "Allow anonymous inserts" on %I for insert to anon with check (true)',
                           shared_table);
        end if;
    end loop;
end $$;
