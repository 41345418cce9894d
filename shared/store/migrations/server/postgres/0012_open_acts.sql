-- Acts of administrators that are under way: docs/decisions/0012-two-chains.md. `turn` is one byte
-- for what is done one after the other in a production, else the number once more.
CREATE TABLE open_act (
    production_id BYTEA NOT NULL,
    turn BYTEA NOT NULL,
    number BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    act TEXT NOT NULL,
    account_id BYTEA NOT NULL,
    by_id BYTEA NOT NULL,
    subject BYTEA NOT NULL,
    detail TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (production_id, turn)
);

CREATE UNIQUE INDEX open_act_number ON open_act (number);
