-- Finds a caller's calls and text messages, for erasure and for the caller's own copy.

set local lock_timeout = '30s';

create index idx_logs_caller_sessions on logs ((metadata ->> 'caller'))
    where message in ('call connected', 'text received');

drop index idx_logs_caller;
