-- What the server signed of its chains: docs/decisions/0013-anchors.md. The chain of the server's
-- acts has the production of zeros.
CREATE TABLE anchor (
    production_id BYTEA NOT NULL,
    epoch BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    chain BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    public_key BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    PRIMARY KEY (production_id, epoch, seq)
);

-- Of a row whose salt and envelope were erased: the hash that stands for them in the chain.
ALTER TABLE change_log ADD COLUMN sealed BYTEA;
