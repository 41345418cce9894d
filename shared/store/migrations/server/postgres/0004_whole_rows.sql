-- What a lane hands over as arrays of whole rows. They stay as they are for the servers that know
-- them; whoever writes another column makes another type.
CREATE TYPE log_row AS (
    seq BIGINT,
    mid BYTEA,
    stream_id BYTEA,
    sseq BIGINT,
    device_id BYTEA,
    author BYTEA,
    etype BIGINT,
    eid BYTEA,
    cell_kind BIGINT,
    department_id BYTEA,
    person_id BYTEA,
    outcome BIGINT,
    conflict_id BYTEA,
    received_ms BIGINT,
    session_id BYTEA,
    salt BYTEA,
    envelope BYTEA,
    env_hash BYTEA,
    post BYTEA,
    chain BYTEA,
    flags BIGINT
);

CREATE TYPE entity_row AS (
    eid BYTEA,
    etype BIGINT,
    cell_kind BIGINT,
    department_id BYTEA,
    person_id BYTEA,
    last_seq BIGINT,
    deleted BIGINT,
    groups BYTEA
);


-- A digest is changed with every day of its cell: with room beside it the index stays as it is.
ALTER TABLE cell_digest SET (fillfactor = 50);

-- Nobody asks for records by their person but the views, and they are read from end to end.
DROP INDEX entity_person;
