CREATE TABLE production (
    production_id BLOB PRIMARY KEY,
    title TEXT NOT NULL,
    head_seq BIGINT NOT NULL,
    chain BLOB NOT NULL,
    epoch BLOB NOT NULL,
    state SMALLINT NOT NULL,
    created_ms BIGINT NOT NULL
);

CREATE TABLE change_log (
    production_id BLOB NOT NULL,
    seq BIGINT NOT NULL,
    mid BLOB NOT NULL,
    stream_id BLOB NOT NULL,
    sseq BIGINT NOT NULL,
    device_id BLOB NOT NULL,
    author BLOB NOT NULL,
    etype SMALLINT NOT NULL,
    eid BLOB NOT NULL,
    cell_kind SMALLINT NOT NULL,
    department_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    outcome SMALLINT NOT NULL,
    conflict_id BLOB,
    received_ms BIGINT NOT NULL,
    session_id BLOB NOT NULL,
    salt BLOB NOT NULL,
    envelope BLOB NOT NULL,
    env_hash BLOB NOT NULL,
    post BLOB NOT NULL,
    chain BLOB NOT NULL,
    flags INTEGER NOT NULL,
    PRIMARY KEY (production_id, seq)
);

CREATE UNIQUE INDEX change_log_mutation ON change_log (production_id, mid);

CREATE INDEX change_log_stream ON change_log (production_id, stream_id, sseq);

CREATE INDEX change_log_entity ON change_log (production_id, eid, seq);

CREATE TABLE entity (
    production_id BLOB NOT NULL,
    eid BLOB NOT NULL,
    etype SMALLINT NOT NULL,
    cell_kind SMALLINT NOT NULL,
    department_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    last_seq BIGINT NOT NULL,
    deleted SMALLINT NOT NULL,
    groups BLOB NOT NULL,
    doc TEXT NOT NULL,
    PRIMARY KEY (production_id, eid)
);

CREATE INDEX entity_person ON entity (production_id, person_id, eid);

CREATE TABLE cell_digest (
    production_id BLOB NOT NULL,
    cell BLOB NOT NULL,
    person_id BLOB NOT NULL,
    sum BLOB NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (production_id, cell)
);

CREATE TABLE quarantine (
    production_id BLOB NOT NULL,
    env_hash BLOB NOT NULL,
    mid BLOB NOT NULL,
    device_id BLOB NOT NULL,
    session_id BLOB NOT NULL,
    received_ms BIGINT NOT NULL,
    envelope BLOB NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (production_id, env_hash)
);

CREATE TABLE device (
    production_id BLOB NOT NULL,
    device_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL,
    certificate BIGINT NOT NULL,
    certificate_ends_ms BIGINT NOT NULL,
    token_hash BLOB NOT NULL,
    revoked SMALLINT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (production_id, device_id)
);

CREATE TABLE member (
    production_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    role SMALLINT NOT NULL,
    person_id BLOB NOT NULL,
    department_id BLOB NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (production_id, user_id)
);

CREATE TABLE invite (
    production_id BLOB NOT NULL,
    code_hash BLOB NOT NULL,
    role SMALLINT NOT NULL,
    person_id BLOB NOT NULL,
    department_id BLOB NOT NULL,
    name TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    used_ms BIGINT,
    PRIMARY KEY (production_id, code_hash)
);

CREATE TABLE production_key (
    production_id BLOB PRIMARY KEY,
    seed BLOB NOT NULL,
    system_device_id BLOB NOT NULL,
    system_user_id BLOB NOT NULL,
    next_certificate BIGINT NOT NULL
);

CREATE TABLE epoch (
    production_id BLOB NOT NULL,
    epoch BLOB NOT NULL,
    start_seq BIGINT NOT NULL,
    reason TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (production_id, epoch)
);

CREATE VIEW time_entries AS
    SELECT production_id, eid AS id,
           person_id AS person_id,
           department_id AS department_id,
           date(json_extract(doc, '$."1"."2"')) AS work_date,
           json_extract(doc, '$."1"."3"') AS unit_id,
           json_extract(doc, '$."2"."1"') AS day_type,
           json_extract(doc, '$."2"."2"[0]') AS call_minute,
           json_extract(doc, '$."2"."3"[0]') AS wrap_minute,
           json_extract(doc, '$."2"."4"') AS travel_to_minutes,
           json_extract(doc, '$."2"."5"') AS travel_from_minutes,
           json_extract(doc, '$."2"."6"') AS zone,
           json_extract(doc, '$."2"."7"') AS call_utc_ms,
           json_extract(doc, '$."2"."8"') AS wrap_utc_ms,
           json_extract(doc, '$."2"."9"') AS location,
           json_extract(doc, '$."3"."1"') AS meals,
           json_extract(doc, '$."6"."1"') AS notes,
           json_extract(doc, '$."8"."1"') AS state,
           last_seq
      FROM entity
     WHERE etype = 7 AND deleted = 0;

CREATE VIEW people AS
    SELECT production_id, eid AS id,
           json_extract(doc, '$."1"."1"') AS name,
           json_extract(doc, '$."1"."2"') AS home_department_id,
           json_extract(doc, '$."1"."3"') AS position,
           json_extract(doc, '$."1"."4"') AS unit_id,
           last_seq
      FROM entity
     WHERE etype = 4 AND deleted = 0;

CREATE VIEW departments AS
    SELECT production_id, eid AS id,
           json_extract(doc, '$."1"."1"') AS name,
           json_extract(doc, '$."1"."2"') AS sort_order,
           last_seq
      FROM entity
     WHERE etype = 3 AND deleted = 0;

CREATE VIEW units AS
    SELECT production_id, eid AS id,
           json_extract(doc, '$."1"."1"') AS name,
           last_seq
      FROM entity
     WHERE etype = 2 AND deleted = 0;

CREATE VIEW deals AS
    SELECT production_id, eid AS id,
           person_id AS person_id,
           json_extract(doc, '$."2"."1"') AS union_name,
           json_extract(doc, '$."2"."2"') AS rate_minor,
           json_extract(doc, '$."2"."3"') AS currency,
           json_extract(doc, '$."2"."4"') AS guarantee_minutes,
           json_extract(doc, '$."2"."5"') AS rule_pack,
           last_seq
      FROM entity
     WHERE etype = 5 AND deleted = 0;

CREATE VIEW shooting_days AS
    SELECT production_id, eid AS id,
           date(json_extract(doc, '$."1"."1"')) AS work_date,
           json_extract(doc, '$."1"."2"') AS unit_id,
           json_extract(doc, '$."2"."1"') AS day_number,
           json_extract(doc, '$."2"."3"') AS location,
           json_extract(doc, '$."2"."4"') AS zone,
           json_extract(doc, '$."2"."5"') AS call_minute,
           json_extract(doc, '$."2"."8"') AS wrap_minute,
           last_seq
      FROM entity
     WHERE etype = 6 AND deleted = 0;

CREATE VIEW conflicts AS
    SELECT production_id, eid AS id,
           json_extract(doc, '$."1"."1"') AS target_id,
           json_extract(doc, '$."1"."4"') AS kind,
           json_extract(doc, '$."3"."1"') AS state,
           last_seq
      FROM entity
     WHERE etype = 9 AND deleted = 0;
