CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    production BLOB NOT NULL,
    device BLOB NOT NULL,
    user_id BLOB NOT NULL,
    person BLOB NOT NULL,
    role INTEGER NOT NULL,
    certificate INTEGER NOT NULL,
    stream BLOB NOT NULL,
    stream_sequence INTEGER NOT NULL,
    last_hash BLOB NOT NULL,
    epoch BLOB NOT NULL,
    cursor INTEGER NOT NULL,
    chain BLOB NOT NULL,
    high_water INTEGER NOT NULL,
    digest BLOB NOT NULL,
    digest_count INTEGER NOT NULL,
    in_snapshot INTEGER NOT NULL,
    snapshot_token BLOB NOT NULL,
    dirty INTEGER NOT NULL
);

CREATE TABLE entity_base (
    eid BLOB PRIMARY KEY,
    etype INTEGER NOT NULL,
    cell BLOB NOT NULL,
    person BLOB NOT NULL,
    day INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    groups BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX entity_base_by_day ON entity_base (etype, day, person);

CREATE TABLE entity_overlay (
    eid BLOB PRIMARY KEY,
    etype INTEGER NOT NULL,
    cell BLOB NOT NULL,
    person BLOB NOT NULL,
    day INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    groups BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE snap_stage (
    eid BLOB PRIMARY KEY,
    etype INTEGER NOT NULL,
    cell BLOB NOT NULL,
    person BLOB NOT NULL,
    day INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    groups BLOB NOT NULL
) WITHOUT ROWID;

CREATE VIEW entity_view AS
    SELECT eid, etype, cell, person, day, last_seq, deleted, groups, 1 AS pending
      FROM entity_overlay
    UNION ALL
    SELECT eid, etype, cell, person, day, last_seq, deleted, groups, 0 AS pending
      FROM entity_base
     WHERE NOT EXISTS (SELECT 1 FROM entity_overlay WHERE entity_overlay.eid = entity_base.eid);

CREATE TABLE outbox (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    mid BLOB NOT NULL UNIQUE,
    eid BLOB NOT NULL,
    stream BLOB NOT NULL,
    sseq INTEGER NOT NULL,
    envelope BLOB NOT NULL,
    hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    conflict_id BLOB
);

CREATE INDEX outbox_by_entity ON outbox (eid, n);

CREATE INDEX outbox_pending ON outbox (n) WHERE status = 0;

CREATE INDEX outbox_by_sequence ON outbox (seq);

CREATE TABLE checkpoint (
    seq INTEGER PRIMARY KEY,
    chain BLOB NOT NULL
);

CREATE TABLE log_row (
    eid BLOB NOT NULL,
    seq INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    envelope BLOB NOT NULL,
    conflict_id BLOB,
    received_ms INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    PRIMARY KEY (eid, seq)
) WITHOUT ROWID;

CREATE TABLE incident (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    at_ms INTEGER NOT NULL
);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
