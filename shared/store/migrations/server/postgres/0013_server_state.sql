-- What all servers over this database follow: "maintenance", "log-level.http" …
CREATE TABLE server_setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    until_ms BIGINT,
    changed_ms BIGINT NOT NULL
);

-- Who is told of a production's changes. seen: the last row of its log that was looked at.
CREATE TABLE webhook (
    production_id BYTEA NOT NULL,
    webhook_id BYTEA NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret BYTEA NOT NULL,
    created_ms BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    disabled TEXT NOT NULL,
    failing_since_ms BIGINT,
    PRIMARY KEY (production_id, webhook_id)
);

-- What it is to be told, and what became of it. state: 0 waits, 1 delivered, 2 given up.
-- due_ms: when to try next; while somebody tries, when others may.
CREATE TABLE webhook_delivery (
    production_id BYTEA NOT NULL,
    webhook_id BYTEA NOT NULL,
    delivery_id BYTEA NOT NULL,
    body BYTEA NOT NULL,
    created_ms BIGINT NOT NULL,
    due_ms BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    state BIGINT NOT NULL,
    status BIGINT NOT NULL,
    problem TEXT NOT NULL,
    ended_ms BIGINT,
    PRIMARY KEY (production_id, webhook_id, delivery_id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (state, due_ms);

-- state: 0 runs, 1 done, 2 failed.
CREATE TABLE backup_run (
    backup_id BYTEA PRIMARY KEY,
    started_ms BIGINT NOT NULL,
    ended_ms BIGINT,
    state BIGINT NOT NULL,
    verified_ms BIGINT,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    problem TEXT NOT NULL
);
CREATE INDEX backup_run_started ON backup_run (started_ms);
