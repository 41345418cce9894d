-- What must not be erased now, and what may be kept for how long.
CREATE TABLE legal_hold (
    production_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    reason TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (production_id, person_id)
);

CREATE TABLE retention (
    kind TEXT PRIMARY KEY,
    days BIGINT NOT NULL
);
