-- usable-from: 10
-- What a next version may add while servers of this one go on: columns that may stay empty in the
-- tables that are written most, an index, a table of its own.
ALTER TABLE change_log ADD COLUMN next_note TEXT;
ALTER TABLE entity ADD COLUMN next_note TEXT;
CREATE INDEX change_log_next ON change_log (production_id, received_ms);
CREATE TABLE next_thing (
    production_id BYTEA NOT NULL,
    thing_id BYTEA NOT NULL,
    note TEXT,
    PRIMARY KEY (production_id, thing_id)
);
