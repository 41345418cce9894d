CREATE TABLE undo_step (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    page INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    day INTEGER NOT NULL,
    people INTEGER NOT NULL,
    department TEXT NOT NULL,
    person TEXT NOT NULL,
    saved_ms INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE undo_day (
    step INTEGER NOT NULL,
    position INTEGER NOT NULL,
    before BLOB NOT NULL,
    after BLOB NOT NULL,
    PRIMARY KEY (step, position)
) WITHOUT ROWID;
