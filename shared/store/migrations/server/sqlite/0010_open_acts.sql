-- Acts of administrators that are under way: docs/decisions/0012-two-chains.md. `turn` is one byte
-- for what is done one after the other in a production, else the number once more.
CREATE TABLE open_act (
    production_id BLOB NOT NULL,
    turn BLOB NOT NULL,
    number BLOB NOT NULL,
    at_ms BIGINT NOT NULL,
    act TEXT NOT NULL,
    account_id BLOB NOT NULL,
    by_id BLOB NOT NULL,
    subject BLOB NOT NULL,
    detail TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (production_id, turn)
);

CREATE UNIQUE INDEX open_act_number ON open_act (number);
