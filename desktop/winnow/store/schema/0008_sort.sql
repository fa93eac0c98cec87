ALTER TABLE clustering ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE clustering ADD COLUMN sampled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clustering ADD COLUMN made_from INTEGER REFERENCES clustering (id);

CREATE TABLE suggestion (
    image_id INTEGER PRIMARY KEY REFERENCES image (id),
    label_id INTEGER NOT NULL,
    confidence REAL NOT NULL,
    margin REAL NOT NULL
) STRICT;

CREATE TABLE projection (
    id INTEGER PRIMARY KEY,
    features TEXT NOT NULL,
    method TEXT NOT NULL,
    seed INTEGER NOT NULL,
    ids BLOB NOT NULL,
    points BLOB NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (features, method)
) STRICT;

CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    expression TEXT NOT NULL
) STRICT;
