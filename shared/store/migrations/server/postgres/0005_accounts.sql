-- Who signs in. These tables are the server's, not a production's: docs/decisions/0010-accounts.md.
CREATE TABLE account (
    account_id BYTEA PRIMARY KEY,
    login TEXT NOT NULL,
    display_name TEXT NOT NULL,
    password_hash BYTEA NOT NULL,
    password_ms BIGINT NOT NULL,
    state SMALLINT NOT NULL,
    administrator SMALLINT NOT NULL,
    created_ms BIGINT NOT NULL,
    totp_secret BYTEA NOT NULL,
    totp_pending BYTEA NOT NULL,
    totp_last_step BIGINT NOT NULL,
    reset_hash BYTEA NOT NULL,
    reset_ends_ms BIGINT NOT NULL
);

CREATE UNIQUE INDEX account_login ON account (login);

CREATE TABLE recovery_code (
    account_id BYTEA NOT NULL,
    code_hash BYTEA NOT NULL,
    used_ms BIGINT,
    PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE account_session (
    session_id BYTEA PRIMARY KEY,
    account_id BYTEA NOT NULL,
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
    token_hash BYTEA PRIMARY KEY,
    session_id BYTEA NOT NULL,
    created_ms BIGINT NOT NULL,
    used_ms BIGINT,
    successor_hash BYTEA,
    successor BYTEA
);

CREATE INDEX refresh_token_session ON refresh_token (session_id);

CREATE TABLE signing_key (
    key_id TEXT PRIMARY KEY,
    generation BIGINT NOT NULL,
    public_key BYTEA NOT NULL,
    private_key BYTEA NOT NULL,
    starts_ms BIGINT NOT NULL,
    retires_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL
);

CREATE UNIQUE INDEX signing_key_generation ON signing_key (generation);

CREATE TABLE sign_in_attempts (
    subject BYTEA PRIMARY KEY,
    level_ms BIGINT NOT NULL,
    free_ms BIGINT NOT NULL
);

CREATE TABLE known_address (
    account_id BYTEA NOT NULL,
    address_hash BYTEA NOT NULL,
    last_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, address_hash)
);

-- This one is the production's: which of its members an account is.
CREATE TABLE member_account (
    production_id BYTEA NOT NULL,
    user_id BYTEA NOT NULL,
    account_id BYTEA NOT NULL,
    PRIMARY KEY (production_id, user_id)
);

CREATE UNIQUE INDEX member_account_once ON member_account (production_id, account_id);

CREATE INDEX member_account_account ON member_account (account_id);
