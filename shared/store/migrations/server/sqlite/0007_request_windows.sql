-- Requests that each client (a hash) has made in a minute, across all servers.
CREATE TABLE request_window (
    client BLOB PRIMARY KEY,
    minute BIGINT NOT NULL,
    taken BIGINT NOT NULL
);
