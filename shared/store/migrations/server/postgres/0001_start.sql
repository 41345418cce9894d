CREATE TABLE production (
    production_id BYTEA PRIMARY KEY,
    title TEXT NOT NULL,
    head_seq BIGINT NOT NULL,
    chain BYTEA NOT NULL,
    epoch BYTEA NOT NULL,
    state SMALLINT NOT NULL,
    created_ms BIGINT NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE change_log (
    production_id BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    mid BYTEA NOT NULL,
    stream_id BYTEA NOT NULL,
    sseq BIGINT NOT NULL,
    device_id BYTEA NOT NULL,
    author BYTEA NOT NULL,
    etype SMALLINT NOT NULL,
    eid BYTEA NOT NULL,
    cell_kind SMALLINT NOT NULL,
    department_id BYTEA NOT NULL,
    person_id BYTEA NOT NULL,
    outcome SMALLINT NOT NULL,
    conflict_id BYTEA,
    received_ms BIGINT NOT NULL,
    session_id BYTEA NOT NULL,
    salt BYTEA NOT NULL,
    envelope BYTEA NOT NULL,
    env_hash BYTEA NOT NULL,
    post BYTEA NOT NULL,
    chain BYTEA NOT NULL,
    flags INTEGER NOT NULL,
    PRIMARY KEY (production_id, seq)
);

CREATE UNIQUE INDEX change_log_mutation ON change_log (production_id, mid);

CREATE INDEX change_log_stream ON change_log (production_id, stream_id, sseq);

CREATE INDEX change_log_entity ON change_log (production_id, eid, seq);

CREATE TABLE entity (
    production_id BYTEA NOT NULL,
    eid BYTEA NOT NULL,
    etype SMALLINT NOT NULL,
    cell_kind SMALLINT NOT NULL,
    department_id BYTEA NOT NULL,
    person_id BYTEA NOT NULL,
    last_seq BIGINT NOT NULL,
    deleted SMALLINT NOT NULL,
    groups BYTEA NOT NULL,
    doc JSONB NOT NULL,
    PRIMARY KEY (production_id, eid)
) WITH (fillfactor = 80);

CREATE INDEX entity_person ON entity (production_id, person_id, eid);

CREATE TABLE cell_digest (
    production_id BYTEA NOT NULL,
    cell BYTEA NOT NULL,
    person_id BYTEA NOT NULL,
    sum BYTEA NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (production_id, cell)
);

CREATE TABLE quarantine (
    production_id BYTEA NOT NULL,
    env_hash BYTEA NOT NULL,
    mid BYTEA NOT NULL,
    device_id BYTEA NOT NULL,
    session_id BYTEA NOT NULL,
    received_ms BIGINT NOT NULL,
    envelope BYTEA NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (production_id, env_hash)
);

CREATE TABLE device (
    production_id BYTEA NOT NULL,
    device_id BYTEA NOT NULL,
    user_id BYTEA NOT NULL,
    name TEXT NOT NULL,
    public_key BYTEA NOT NULL,
    certificate BIGINT NOT NULL,
    certificate_ends_ms BIGINT NOT NULL,
    token_hash BYTEA NOT NULL,
    revoked SMALLINT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (production_id, device_id)
);

CREATE TABLE member (
    production_id BYTEA NOT NULL,
    user_id BYTEA NOT NULL,
    role SMALLINT NOT NULL,
    person_id BYTEA NOT NULL,
    department_id BYTEA NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (production_id, user_id)
);

CREATE TABLE invite (
    production_id BYTEA NOT NULL,
    code_hash BYTEA NOT NULL,
    role SMALLINT NOT NULL,
    person_id BYTEA NOT NULL,
    department_id BYTEA NOT NULL,
    name TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    used_ms BIGINT,
    PRIMARY KEY (production_id, code_hash)
);

CREATE TABLE production_key (
    production_id BYTEA PRIMARY KEY,
    seed BYTEA NOT NULL,
    system_device_id BYTEA NOT NULL,
    system_user_id BYTEA NOT NULL,
    next_certificate BIGINT NOT NULL
);

CREATE TABLE epoch (
    production_id BYTEA NOT NULL,
    epoch BYTEA NOT NULL,
    start_seq BIGINT NOT NULL,
    reason TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (production_id, epoch)
);

CREATE VIEW time_entries AS
    SELECT production_id, eid AS id,
           person_id AS person_id,
           department_id AS department_id,
           (DATE '2000-01-01' + CAST(CAST(doc #>> '{1,2}' AS BIGINT) - 2451545 AS INTEGER)) AS work_date,
           (doc #>> '{1,3}') AS unit_id,
           CAST(doc #>> '{2,1}' AS BIGINT) AS day_type,
           CAST(doc #>> '{2,2,0}' AS BIGINT) AS call_minute,
           CAST(doc #>> '{2,3,0}' AS BIGINT) AS wrap_minute,
           CAST(doc #>> '{2,4}' AS BIGINT) AS travel_to_minutes,
           CAST(doc #>> '{2,5}' AS BIGINT) AS travel_from_minutes,
           (doc #>> '{2,6}') AS zone,
           CAST(doc #>> '{2,7}' AS BIGINT) AS call_utc_ms,
           CAST(doc #>> '{2,8}' AS BIGINT) AS wrap_utc_ms,
           (doc #>> '{2,9}') AS location,
           (doc #>> '{3,1}') AS meals,
           (doc #>> '{6,1}') AS notes,
           CAST(doc #>> '{8,1}' AS BIGINT) AS state,
           last_seq
      FROM entity
     WHERE etype = 7 AND deleted = 0;

CREATE VIEW people AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1}') AS name,
           (doc #>> '{1,2}') AS home_department_id,
           (doc #>> '{1,3}') AS position,
           (doc #>> '{1,4}') AS unit_id,
           last_seq
      FROM entity
     WHERE etype = 4 AND deleted = 0;

CREATE VIEW departments AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1}') AS name,
           CAST(doc #>> '{1,2}' AS BIGINT) AS sort_order,
           last_seq
      FROM entity
     WHERE etype = 3 AND deleted = 0;

CREATE VIEW units AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1}') AS name,
           last_seq
      FROM entity
     WHERE etype = 2 AND deleted = 0;

CREATE VIEW deals AS
    SELECT production_id, eid AS id,
           person_id AS person_id,
           (doc #>> '{2,1}') AS union_name,
           CAST(doc #>> '{2,2}' AS BIGINT) AS rate_minor,
           (doc #>> '{2,3}') AS currency,
           CAST(doc #>> '{2,4}' AS BIGINT) AS guarantee_minutes,
           (doc #>> '{2,5}') AS rule_pack,
           last_seq
      FROM entity
     WHERE etype = 5 AND deleted = 0;

CREATE VIEW shooting_days AS
    SELECT production_id, eid AS id,
           (DATE '2000-01-01' + CAST(CAST(doc #>> '{1,1}' AS BIGINT) - 2451545 AS INTEGER)) AS work_date,
           (doc #>> '{1,2}') AS unit_id,
           CAST(doc #>> '{2,1}' AS BIGINT) AS day_number,
           (doc #>> '{2,3}') AS location,
           (doc #>> '{2,4}') AS zone,
           CAST(doc #>> '{2,5}' AS BIGINT) AS call_minute,
           CAST(doc #>> '{2,8}' AS BIGINT) AS wrap_minute,
           last_seq
      FROM entity
     WHERE etype = 6 AND deleted = 0;

CREATE VIEW conflicts AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1}') AS target_id,
           CAST(doc #>> '{1,4}' AS BIGINT) AS kind,
           CAST(doc #>> '{3,1}' AS BIGINT) AS state,
           last_seq
      FROM entity
     WHERE etype = 9 AND deleted = 0;
