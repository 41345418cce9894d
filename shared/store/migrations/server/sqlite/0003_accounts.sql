-- Who signs in. These tables are the server's, not a production's: docs/decisions/0010-accounts.md.
CREATE TABLE account (
    account_id BLOB PRIMARY KEY,
    login TEXT NOT NULL,
    display_name TEXT NOT NULL,
    password_hash BLOB NOT NULL,
    password_ms BIGINT NOT NULL,
    state SMALLINT NOT NULL,
    administrator SMALLINT NOT NULL,
    created_ms BIGINT NOT NULL,
    totp_secret BLOB NOT NULL,
    totp_pending BLOB NOT NULL,
    totp_last_step BIGINT NOT NULL,
    reset_hash BLOB NOT NULL,
    reset_ends_ms BIGINT NOT NULL
);

CREATE UNIQUE INDEX account_login ON account (login);

CREATE TABLE recovery_code (
    account_id BLOB NOT NULL,
    code_hash BLOB NOT NULL,
    used_ms BIGINT,
    PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE account_session (
    session_id BLOB PRIMARY KEY,
    account_id BLOB NOT NULL,
    created_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL,
    used_ms BIGINT NOT NULL,
    revoked_ms BIGINT,
    second_factor SMALLINT NOT NULL,
    address TEXT NOT NULL,
    client TEXT NOT NULL
);

CREATE INDEX account_session_account ON account_session (account_id);

-- A session's refresh tokens are one family.
CREATE TABLE refresh_token (
    token_hash BLOB PRIMARY KEY,
    session_id BLOB NOT NULL,
    created_ms BIGINT NOT NULL,
    used_ms BIGINT,
    successor_hash BLOB,
    successor BLOB
);

CREATE INDEX refresh_token_session ON refresh_token (session_id);

CREATE TABLE signing_key (
    key_id TEXT PRIMARY KEY,
    generation BIGINT NOT NULL,
    public_key BLOB NOT NULL,
    private_key BLOB NOT NULL,
    starts_ms BIGINT NOT NULL,
    retires_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL
);

CREATE UNIQUE INDEX signing_key_generation ON signing_key (generation);

CREATE TABLE sign_in_attempts (
    subject BLOB PRIMARY KEY,
    level_ms BIGINT NOT NULL,
    free_ms BIGINT NOT NULL
);

CREATE TABLE known_address (
    account_id BLOB NOT NULL,
    address_hash BLOB NOT NULL,
    last_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, address_hash)
);

-- This one is the production's: which of its members an account is.
CREATE TABLE member_account (
    production_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    PRIMARY KEY (production_id, user_id)
);

CREATE UNIQUE INDEX member_account_once ON member_account (production_id, account_id);

CREATE INDEX member_account_account ON member_account (account_id);
