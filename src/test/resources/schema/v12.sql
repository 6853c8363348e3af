-- A database of version 12 with something in every table, written by pg_dump (docs/database.md says how).
CREATE FUNCTION public.moderation_audit_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE TABLE public.arcline_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE public.intel (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    content text NOT NULL,
    faction text,
    verified boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now()
);
CREATE TABLE public.logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    session_id text NOT NULL,
    message text NOT NULL,
    level text NOT NULL,
    metadata jsonb,
    created_at timestamp with time zone DEFAULT now(),
    CONSTRAINT logs_level_check CHECK ((level = ANY (ARRAY['log'::text, 'error'::text, 'warn'::text, 'debug'::text, 'info'::text])))
);
CREATE TABLE public.moderation_audit (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    moderator text NOT NULL,
    action text NOT NULL,
    board text NOT NULL,
    post_id uuid NOT NULL,
    reason text,
    state_before text,
    state_after text,
    content_before text,
    content_after text,
    undoes bigint,
    CONSTRAINT moderation_audit_action_check CHECK ((action = ANY (ARRAY['verify'::text, 'reject'::text, 'edit'::text, 'undo'::text, 'erase'::text])))
);
ALTER TABLE public.moderation_audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.moderation_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.post_moderation (
    post_id uuid NOT NULL,
    board text NOT NULL,
    state text NOT NULL,
    reason text,
    version bigint NOT NULL,
    CONSTRAINT post_moderation_board_check CHECK ((board = ANY (ARRAY['intel'::text, 'messages'::text]))),
    CONSTRAINT post_moderation_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'verified'::text, 'rejected'::text])))
);
CREATE TABLE public.relay_tokens (
    nonce text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.scrappy_messages (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    content text NOT NULL,
    faction text,
    verified boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now()
);
INSERT INTO public.arcline_schema_history VALUES (1, '1', 'supabase tables', 'SQL', 'V1__supabase_tables.sql', -2072497122, 'postgres', '2026-11-23 04:04:17.431384', 360, true);
INSERT INTO public.arcline_schema_history VALUES (2, '2', 'relay tokens', 'SQL', 'V2__relay_tokens.sql', 36666311, 'postgres', '2026-11-23 04:04:18.011469', 59, true);
INSERT INTO public.arcline_schema_history VALUES (3, '10', 'row level security', 'SQL', 'V10__row_level_security.sql', -1324604957, 'postgres', '2026-11-23 04:04:18.14723', 37, true);
INSERT INTO public.arcline_schema_history VALUES (4, '11', 'moderation', 'SQL', 'V11__moderation.sql', -1889366722, 'postgres', '2026-11-23 04:04:18.215746', 148, true);
INSERT INTO public.arcline_schema_history VALUES (5, '12', 'callers calls', 'SQL', 'V12__callers_calls.sql', 1687822098, 'postgres', '2026-11-23 04:04:18.492264', 69, true);
INSERT INTO public.intel VALUES ('907c6c97-219b-3812-9c75-3c8790a20de2', 'Queen at the old bridge, "two" of them', 'raiders', true, '2026-11-01 12:00:00.123456+00');
INSERT INTO public.intel VALUES ('a4abbdc3-5205-3ef1-805d-967d73d9f815', 'Spam; spam', NULL, false, '2026-11-02 12:00:00+00');
INSERT INTO public.intel VALUES ('3fe10b78-4c41-3cac-93fe-d048b77482dd', 'Wasps at the dam', NULL, false, '2026-11-03 12:00:00+00');
INSERT INTO public.logs VALUES ('33333333-0000-0000-0000-000000000001', 'CA00000000000000000000000000000012', 'call connected', 'info', '{"to": "+15550100001", "caller": "0123456789abcdef0123456789abcdef", "session": "VX1"}', '2026-11-01 11:59:00+00');
INSERT INTO public.logs VALUES ('33333333-0000-0000-0000-000000000002', 'CA00000000000000000000000000000012', 'turn', 'info', '{"turn": 4, "event": "speech"}', '2026-11-01 11:59:30+00');
INSERT INTO public.logs VALUES ('33333333-0000-0000-0000-000000000003', 'CA00000000000000000000000000000012', 'call disconnected', 'info', '{"reason": "ended"}', '2026-11-01 12:01:00+00');
INSERT INTO public.moderation_audit OVERRIDING SYSTEM VALUE VALUES (1, '2026-11-01 13:00:00+00', 'anna', 'edit', 'intel', '907c6c97-219b-3812-9c75-3c8790a20de2', NULL, 'pending', 'pending', 'Quen at the old bridge', 'Queen at the old bridge, "two" of them', NULL);
INSERT INTO public.moderation_audit OVERRIDING SYSTEM VALUE VALUES (2, '2026-11-01 13:00:01+00', 'anna', 'verify', 'intel', '907c6c97-219b-3812-9c75-3c8790a20de2', NULL, 'pending', 'verified', NULL, NULL, NULL);
INSERT INTO public.moderation_audit OVERRIDING SYSTEM VALUE VALUES (3, '2026-11-01 13:00:02+00', 'ben', 'reject', 'intel', 'a4abbdc3-5205-3ef1-805d-967d73d9f815', 'advertising', 'pending', 'rejected', NULL, NULL, NULL);
INSERT INTO public.post_moderation VALUES ('907c6c97-219b-3812-9c75-3c8790a20de2', 'intel', 'verified', NULL, 2);
INSERT INTO public.post_moderation VALUES ('a4abbdc3-5205-3ef1-805d-967d73d9f815', 'intel', 'rejected', 'advertising', 1);
INSERT INTO public.relay_tokens VALUES ('nonce-1', '2026-11-01 12:00:00+00');
INSERT INTO public.scrappy_messages VALUES ('59ac32bd-4956-3f4d-9d1c-f90d701a0ee1', 'Gute Nacht, Schräubchen', NULL, true, '2026-11-01 12:00:00+00');
SELECT pg_catalog.setval('public.moderation_audit_id_seq', 3, true);
ALTER TABLE ONLY public.arcline_schema_history
    ADD CONSTRAINT arcline_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY public.intel
    ADD CONSTRAINT intel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.logs
    ADD CONSTRAINT logs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.moderation_audit
    ADD CONSTRAINT moderation_audit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.post_moderation
    ADD CONSTRAINT post_moderation_pkey PRIMARY KEY (post_id);
ALTER TABLE ONLY public.relay_tokens
    ADD CONSTRAINT relay_tokens_pkey PRIMARY KEY (nonce);
ALTER TABLE ONLY public.scrappy_messages
    ADD CONSTRAINT scrappy_messages_pkey PRIMARY KEY (id);
CREATE INDEX arcline_schema_history_s_idx ON public.arcline_schema_history USING btree (success);
CREATE INDEX idx_intel_created_at ON public.intel USING btree (created_at);
CREATE INDEX idx_intel_newest ON public.intel USING btree (created_at DESC, id DESC);
CREATE INDEX idx_intel_newest_verified ON public.intel USING btree (created_at DESC, id DESC) WHERE verified;
CREATE INDEX idx_intel_verified ON public.intel USING btree (verified);
CREATE INDEX idx_logs_caller ON public.logs USING btree (((metadata ->> 'caller'::text))) WHERE (message = 'call connected'::text);
CREATE INDEX idx_logs_created_at ON public.logs USING btree (created_at);
CREATE INDEX idx_logs_level ON public.logs USING btree (level);
CREATE INDEX idx_logs_session_created_at ON public.logs USING btree (session_id, created_at);
CREATE INDEX idx_logs_session_id ON public.logs USING btree (session_id);
CREATE INDEX idx_moderation_audit_post ON public.moderation_audit USING btree (post_id, id);
CREATE UNIQUE INDEX idx_moderation_audit_undoes ON public.moderation_audit USING btree (undoes) WHERE (undoes IS NOT NULL);
CREATE INDEX idx_relay_tokens_expires_at ON public.relay_tokens USING btree (expires_at);
CREATE INDEX idx_scrappy_messages_created_at ON public.scrappy_messages USING btree (created_at);
CREATE INDEX idx_scrappy_messages_newest ON public.scrappy_messages USING btree (created_at DESC, id DESC);
CREATE INDEX idx_scrappy_messages_newest_verified ON public.scrappy_messages USING btree (created_at DESC, id DESC) WHERE verified;
CREATE INDEX idx_scrappy_messages_verified ON public.scrappy_messages USING btree (verified);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.moderation_audit FOR EACH ROW EXECUTE FUNCTION public.moderation_audit_is_append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.moderation_audit FOR EACH STATEMENT EXECUTE FUNCTION public.moderation_audit_is_append_only();
ALTER TABLE ONLY public.moderation_audit
    ADD CONSTRAINT moderation_audit_undoes_fkey FOREIGN KEY (undoes) REFERENCES public.moderation_audit(id);
ALTER TABLE public.intel ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.moderation_audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.post_moderation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.relay_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.scrappy_messages ENABLE ROW LEVEL SECURITY;
