-- Finds a caller's calls, for erasure and for the caller's own copy.

set local lock_timeout = '30s';

create index idx_logs_caller on logs ((metadata ->> 'caller')) where message = 'call connected';
