-- What moderators decide about reports and messages. Supabase's two tables stay as they are: what is known besides about a post is
-- in a row of its own, which is there once somebody has touched the post.

set local lock_timeout = '30s';

create table post_moderation (
    post_id uuid primary key,
    board text not null check (board in ('intel', 'messages')),
    state text not null check (state in ('pending', 'verified', 'rejected')),
    reason text,
    version bigint not null
);

-- Who did what when. Rows are added and never changed: the trigger holds for every role, the owner among them.
create table moderation_audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    moderator text not null,
    action text not null check (action in ('verify', 'reject', 'edit', 'undo', 'erase')),
    board text not null,
    post_id uuid not null,
    reason text,
    state_before text,
    state_after text,
    content_before text,
    content_after text,
    undoes bigint references moderation_audit (id)
);

create index idx_moderation_audit_post on moderation_audit (post_id, id);
create unique index idx_moderation_audit_undoes on moderation_audit (undoes) where undoes is not null;

create function moderation_audit_is_append_only() returns trigger language plpgsql as $$
begin
    -- An erasure takes the words, and leaves who did what when.
    if tg_op = 'UPDATE'
        and (new.id, new.at, new.moderator, new.action, new.board, new.post_id)
            is not distinct from (old.id, old.at, old.moderator, old.action, old.board, old.post_id)
        and (new.state_before, new.state_after, new.undoes)
            is not distinct from (old.state_before, old.state_after, old.undoes)
        and new.content_before is null and new.content_after is null and new.reason is null then
        return new;
    end if;
    raise exception 'moderation_audit is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on moderation_audit
    for each row execute function moderation_audit_is_append_only();
create trigger append_only_truncate before truncate on moderation_audit
    for each statement execute function moderation_audit_is_append_only();

-- The public board and the moderators' list go through the posts from the newest on, page by page.
create index idx_intel_newest on intel (created_at desc, id desc);
create index idx_intel_newest_verified on intel (created_at desc, id desc) where verified;
create index idx_scrappy_messages_newest on scrappy_messages (created_at desc, id desc);
create index idx_scrappy_messages_newest_verified on scrappy_messages (created_at desc, id desc) where verified;

-- No policies: for this server alone.
alter table post_moderation enable row level security;
alter table moderation_audit enable row level security;
