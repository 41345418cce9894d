-- What a lane commits is read by people later, if at all: the records are made readable when the views
-- are asked, not when they are written. JSON beside the bytes cost about a tenth of a commit.
DROP VIEW time_entries;

DROP VIEW people;

DROP VIEW departments;

DROP VIEW units;

DROP VIEW deals;

DROP VIEW shooting_days;

DROP VIEW conflicts;

ALTER TABLE entity DROP COLUMN doc;

-- Nobody asks the log by its records; the index cost about a twentieth of a commit.
DROP INDEX change_log_entity;

-- The part of RFC 8949 that records use (docs/protocol.md), as JSON: byte strings as hexadecimal, keys
-- of maps as text. A text that JSON cannot hold (a zero in it) is a question mark.
CREATE FUNCTION cbor_as_json(bytes BYTEA) RETURNS JSONB LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    place INTEGER := 0;
    first INTEGER;
    major INTEGER;
    number BIGINT;
    part BYTEA;
    item TEXT;
    json TEXT := '';
    depth INTEGER := 0;
    missing BIGINT[] := '{}'; -- items that are still to come in each open list or map
    closing TEXT[] := '{}';
BEGIN
    LOOP
        first := get_byte(bytes, place);
        place := place + 1;
        major := first >> 5;
        number := first & 31;
        IF number >= 24 AND number <= 27 THEN
            part := substring(bytes FROM place + 1 FOR 1 << (number - 24)::INTEGER);
            number := ('x' || lpad(encode(part, 'hex'), 16, '0'))::BIT(64)::BIGINT;
            place := place + length(part);
        END IF;
        IF major = 2 OR major = 3 THEN
            part := substring(bytes FROM place + 1 FOR number::INTEGER);
            place := place + number::INTEGER;
        END IF;
        item := CASE major
            WHEN 0 THEN number::TEXT
            WHEN 1 THEN (-1 - number)::TEXT
            WHEN 2 THEN '"' || encode(part, 'hex') || '"'
            WHEN 3 THEN CASE WHEN position('\x00'::BYTEA IN part) > 0 THEN '"?"'
                             ELSE to_json(convert_from(part, 'UTF8'))::TEXT END
            WHEN 4 THEN '['
            WHEN 5 THEN '{'
            ELSE 'null' END;
        IF depth > 0 AND closing[depth] = '}' AND missing[depth] % 2 = 0 AND left(item, 1) <> '"' THEN
            item := '"' || item || '"';
        END IF;
        json := json || item;
        IF major = 4 OR major = 5 THEN
            depth := depth + 1;
            missing[depth] := CASE major WHEN 4 THEN number ELSE 2 * number END;
            closing[depth] := CASE major WHEN 4 THEN ']' ELSE '}' END;
        ELSIF depth > 0 THEN
            missing[depth] := missing[depth] - 1;
        END IF;
        WHILE depth > 0 AND missing[depth] = 0 LOOP
            json := json || closing[depth];
            depth := depth - 1;
            IF depth > 0 THEN
                missing[depth] := missing[depth] - 1;
            END IF;
        END LOOP;
        EXIT WHEN depth = 0;
        IF right(json, 1) NOT IN ('[', '{') THEN
            json := json || CASE WHEN closing[depth] = '}' AND missing[depth] % 2 = 1 THEN ':' ELSE ',' END;
        END IF;
    END LOOP;
    RETURN json::JSONB;
END
$$;

CREATE VIEW time_entries AS
    SELECT production_id, eid AS id,
           person_id AS person_id,
           department_id AS department_id,
           (DATE '2000-01-01' + CAST(CAST(doc #>> '{1,1,2}' AS BIGINT) - 2451545 AS INTEGER)) AS work_date,
           (doc #>> '{1,1,3}') AS unit_id,
           CAST(doc #>> '{2,1,1}' AS BIGINT) AS day_type,
           CAST(doc #>> '{2,1,2,0}' AS BIGINT) AS call_minute,
           CAST(doc #>> '{2,1,3,0}' AS BIGINT) AS wrap_minute,
           CAST(doc #>> '{2,1,4}' AS BIGINT) AS travel_to_minutes,
           CAST(doc #>> '{2,1,5}' AS BIGINT) AS travel_from_minutes,
           (doc #>> '{2,1,6}') AS zone,
           CAST(doc #>> '{2,1,7}' AS BIGINT) AS call_utc_ms,
           CAST(doc #>> '{2,1,8}' AS BIGINT) AS wrap_utc_ms,
           (doc #>> '{2,1,9}') AS location,
           (doc #>> '{3,1,1}') AS meals,
           (doc #>> '{6,1,1}') AS notes,
           CAST(doc #>> '{8,1,1}' AS BIGINT) AS state,
           last_seq
      FROM entity
     CROSS JOIN LATERAL (SELECT cbor_as_json(groups) AS doc OFFSET 0) AS read
     WHERE etype = 7 AND deleted = 0;

CREATE VIEW people AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1,1}') AS name,
           (doc #>> '{1,1,2}') AS home_department_id,
           (doc #>> '{1,1,3}') AS position,
           (doc #>> '{1,1,4}') AS unit_id,
           last_seq
      FROM entity
     CROSS JOIN LATERAL (SELECT cbor_as_json(groups) AS doc OFFSET 0) AS read
     WHERE etype = 4 AND deleted = 0;

CREATE VIEW departments AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1,1}') AS name,
           CAST(doc #>> '{1,1,2}' AS BIGINT) AS sort_order,
           last_seq
      FROM entity
     CROSS JOIN LATERAL (SELECT cbor_as_json(groups) AS doc OFFSET 0) AS read
     WHERE etype = 3 AND deleted = 0;

CREATE VIEW units AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1,1}') AS name,
           last_seq
      FROM entity
     CROSS JOIN LATERAL (SELECT cbor_as_json(groups) AS doc OFFSET 0) AS read
     WHERE etype = 2 AND deleted = 0;

CREATE VIEW deals AS
    SELECT production_id, eid AS id,
           person_id AS person_id,
           (doc #>> '{2,1,1}') AS union_name,
           CAST(doc #>> '{2,1,2}' AS BIGINT) AS rate_minor,
           (doc #>> '{2,1,3}') AS currency,
           CAST(doc #>> '{2,1,4}' AS BIGINT) AS guarantee_minutes,
           (doc #>> '{2,1,5}') AS rule_pack,
           last_seq
      FROM entity
     CROSS JOIN LATERAL (SELECT cbor_as_json(groups) AS doc OFFSET 0) AS read
     WHERE etype = 5 AND deleted = 0;

CREATE VIEW shooting_days AS
    SELECT production_id, eid AS id,
           (DATE '2000-01-01' + CAST(CAST(doc #>> '{1,1,1}' AS BIGINT) - 2451545 AS INTEGER)) AS work_date,
           (doc #>> '{1,1,2}') AS unit_id,
           CAST(doc #>> '{2,1,1}' AS BIGINT) AS day_number,
           (doc #>> '{2,1,3}') AS location,
           (doc #>> '{2,1,4}') AS zone,
           CAST(doc #>> '{2,1,5}' AS BIGINT) AS call_minute,
           CAST(doc #>> '{2,1,8}' AS BIGINT) AS wrap_minute,
           last_seq
      FROM entity
     CROSS JOIN LATERAL (SELECT cbor_as_json(groups) AS doc OFFSET 0) AS read
     WHERE etype = 6 AND deleted = 0;

CREATE VIEW conflicts AS
    SELECT production_id, eid AS id,
           (doc #>> '{1,1,1}') AS target_id,
           CAST(doc #>> '{1,1,4}' AS BIGINT) AS kind,
           CAST(doc #>> '{3,1,1}' AS BIGINT) AS state,
           last_seq
      FROM entity
     CROSS JOIN LATERAL (SELECT cbor_as_json(groups) AS doc OFFSET 0) AS read
     WHERE etype = 9 AND deleted = 0;
