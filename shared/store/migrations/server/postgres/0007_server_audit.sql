-- What administrators did, each act bound to the one before: docs/decisions/0012-two-chains.md.
-- Rows are added, never changed; of one only the address can go, which its hash does not need.
CREATE TABLE server_audit (
    number BIGINT PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    act TEXT NOT NULL,
    account_id BYTEA NOT NULL,
    by_id BYTEA NOT NULL,
    of_production BYTEA NOT NULL,
    subject BYTEA NOT NULL,
    detail TEXT NOT NULL,
    address TEXT NOT NULL,
    salt BYTEA NOT NULL,
    address_hash BYTEA NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL
);

-- Where it goes on. Whoever adds a row locks this one.
CREATE TABLE server_audit_head (
    id SMALLINT PRIMARY KEY,
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

INSERT INTO server_audit_head (id, number, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
