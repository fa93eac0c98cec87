ALTER TABLE image ADD COLUMN trashed_at TEXT NOT NULL DEFAULT '';

CREATE TABLE duplicate_search (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    ids BLOB NOT NULL,
    groups BLOB NOT NULL,
    twins BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE outlier_search (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    ids BLOB NOT NULL,
    scores BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
