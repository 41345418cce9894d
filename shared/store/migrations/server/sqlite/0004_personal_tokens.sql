-- Tokens that people make for other systems: they read what their owner may see, until they end.
CREATE TABLE personal_token (
    token_hash BLOB PRIMARY KEY,
    token_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    name TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL,
    used_ms BIGINT,
    revoked_ms BIGINT
);

CREATE INDEX personal_token_account ON personal_token (account_id);
