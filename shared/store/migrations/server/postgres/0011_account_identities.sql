-- Who an account is at an issuer of OpenID Connect: docs/decisions/0015-openid-connect.md.
CREATE TABLE account_identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id BYTEA NOT NULL,
    linked_ms BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);

CREATE UNIQUE INDEX account_identity_once ON account_identity (account_id, issuer);
