-- The server's own role, where the database has one (docs/database.md): what it needs on each table, and no more. Run at every
-- start, so that the role may be made later, and so that tables of new versions are covered.

do $$
declare
    needs record;
begin
    if not exists (select from pg_roles where rolname = 'arcline_server') then
        return;
    end if;
    for needs in
        select * from (values
            ('intel', 'select, insert (id, content, faction, verified), update (content, verified), delete'),
            ('scrappy_messages', 'select, insert (id, content, faction, verified), update (content, verified), delete'),
            ('logs', 'select, insert, delete'),
            ('post_moderation', 'select, insert, update, delete'),
            ('moderation_audit', 'select, insert, update (content_before, content_after, reason)'),
            ('caller_audit', 'select, insert'),
            ('relay_tokens', 'select, insert, delete'),
            ('text_messages', 'select, insert, update, delete'),
            ('text_opt_outs', 'select, insert, delete'),
            ('text_conversations', 'select, insert, update, delete'),
            ('text_answers', 'select, insert, delete'),
            ('calls', 'select, insert, update, delete'),
            ('arcline_schema_history', 'select')
        ) as needed (shared_table, privileges)
        where to_regclass(shared_table) is not null
    loop
        execute format('revoke all on %I from arcline_server', needs.shared_table);
        execute format('grant %s on %I to arcline_server', needs.privileges, needs.shared_table);
        if not exists (select from pg_policy
                       where polrelid = needs.shared_table::regclass and polname = 'The server') then
            execute format('create policy "The server" on %I to arcline_server using (true) with check (true)',
                           needs.shared_table);
        end if;
    end loop;
end $$;
