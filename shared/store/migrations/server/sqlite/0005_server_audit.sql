-- What administrators did, each act bound to the one before: docs/decisions/0012-two-chains.md.
-- Rows are added, never changed; of one only the address can go, which its hash does not need.
CREATE TABLE server_audit (
    number BIGINT PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    act TEXT NOT NULL,
    account_id BLOB NOT NULL,
    by_id BLOB NOT NULL,
    of_production BLOB NOT NULL,
    subject BLOB NOT NULL,
    detail TEXT NOT NULL,
    address TEXT NOT NULL,
    salt BLOB NOT NULL,
    address_hash BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);

-- Where it goes on. Whoever adds a row locks this one.
CREATE TABLE server_audit_head (
    id SMALLINT PRIMARY KEY,
    number BIGINT NOT NULL,
    hash BLOB NOT NULL
);

INSERT INTO server_audit_head (id, number, hash) VALUES (1, 0, zeroblob(32));
