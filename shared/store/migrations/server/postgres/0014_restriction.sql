-- People whose data is kept and not shown (GDPR, article 18): docs/security.md.
CREATE TABLE restriction (
    production_id BYTEA NOT NULL,
    person_id BYTEA NOT NULL,
    reason TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (production_id, person_id)
);
