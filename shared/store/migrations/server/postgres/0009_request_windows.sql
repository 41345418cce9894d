-- Requests that each client (a hash) has made in a minute, across all servers. Lost after a crash, which
-- costs nobody anything, and cheap to write.
CREATE UNLOGGED TABLE request_window (
    client BYTEA PRIMARY KEY,
    minute BIGINT NOT NULL,
    taken BIGINT NOT NULL
);
