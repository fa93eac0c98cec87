ALTER TABLE source ADD COLUMN plan TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;

ALTER TABLE image ADD COLUMN host TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN received INTEGER NOT NULL DEFAULT 0;

CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    address TEXT NOT NULL,
    depth INTEGER NOT NULL,
    host TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    detail TEXT NOT NULL DEFAULT '',
    status INTEGER NOT NULL DEFAULT 0,
    received INTEGER NOT NULL DEFAULT 0,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    finds TEXT NOT NULL DEFAULT '',
    UNIQUE (source_id, address)
) STRICT;

CREATE TABLE wanted (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    address TEXT NOT NULL,
    host TEXT NOT NULL,
    picture TEXT NOT NULL,
    UNIQUE (source_id, address)
) STRICT;
