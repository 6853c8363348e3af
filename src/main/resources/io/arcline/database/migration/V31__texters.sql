-- Finds the text messages of a caller, for erasure.

set local lock_timeout = '30s';

create index idx_logs_texter on logs ((metadata ->> 'caller')) where message = 'text received';
