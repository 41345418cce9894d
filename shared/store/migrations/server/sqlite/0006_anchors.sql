-- What the server signed of its chains: docs/decisions/0013-anchors.md. The chain of the server's
-- acts has the production of zeros.
CREATE TABLE anchor (
    production_id BLOB NOT NULL,
    epoch BLOB NOT NULL,
    seq BIGINT NOT NULL,
    chain BLOB NOT NULL,
    at_ms BIGINT NOT NULL,
    public_key BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (production_id, epoch, seq)
);

-- Of a row whose salt and envelope were erased: the hash that stands for them in the chain.
ALTER TABLE change_log ADD COLUMN sealed BLOB;
