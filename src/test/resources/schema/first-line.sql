-- What the first ARC Line left in a database: three tables with its indexes, policies and rows.
create table intel (
    id uuid primary key default gen_random_uuid(),
    content text not null,
    faction text,
    verified boolean default false,
    created_at timestamptz default now()
);
create table scrappy_messages (
    id uuid primary key default gen_random_uuid(),
    content text not null,
    faction text,
    verified boolean default false,
    created_at timestamptz default now()
);
create table logs (
    id uuid primary key default gen_random_uuid(),
    session_id text not null,
    message text not null,
    level text not null check (level in ('log', 'error', 'warn', 'debug', 'info')),
    metadata jsonb,
    created_at timestamptz default now()
);
create index idx_intel_created_at on intel (created_at);
create index idx_logs_session_id on logs (session_id);
alter table intel enable row level security;
alter table scrappy_messages enable row level security;
alter table logs enable row level security;
insert into intel (id, content, faction, verified, created_at) values
    ('11111111-0000-0000-0000-000000000001', 'Matriarch at the Spaceport', 'raiders', true, '2025-11-01 12:00:00.5+00'),
    ('11111111-0000-0000-0000-000000000002', 'Bastion by the ''old'' dam — two of them', null, false, '2025-11-02 12:00:00+00'),
    ('11111111-0000-0000-0000-000000000003', 'no time, no verdict', null, null, null);
insert into scrappy_messages (id, content, faction, verified, created_at) values
    ('22222222-0000-0000-0000-000000000001', 'Good bird', 'raiders', true, '2025-11-01 12:00:00+00');
insert into logs (id, session_id, message, level, metadata, created_at) values
    ('33333333-0000-0000-0000-000000000001', 'VX1', 'what a caller said', 'info', '{"from": "somebody", "n": 1}', '2025-11-01 12:00:00+00'),
    ('33333333-0000-0000-0000-000000000002', 'VX1', 'bye', 'log', null, null);
