CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT NOT NULL DEFAULT '',
    found INTEGER NOT NULL DEFAULT 0,
    added_at TEXT NOT NULL,
    UNIQUE (kind, address)
) STRICT;

CREATE TABLE label (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX label_name ON label (name);

CREATE TABLE image (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    file TEXT NOT NULL,
    folder TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    detail TEXT NOT NULL DEFAULT '',
    duplicate_of INTEGER REFERENCES image (id),
    sha256 TEXT,
    format TEXT,
    width INTEGER,
    height INTEGER,
    size_bytes INTEGER,
    orientation INTEGER,
    dhash BLOB,
    flags TEXT NOT NULL DEFAULT '',
    quality TEXT NOT NULL DEFAULT '{}',
    content_key BLOB,
    label_id INTEGER REFERENCES label (id),
    accepted INTEGER NOT NULL DEFAULT 0,
    provenance TEXT NOT NULL DEFAULT '{}',
    found_at TEXT NOT NULL,
    UNIQUE (source_id, address)
) STRICT;
CREATE UNIQUE INDEX image_content ON image (sha256) WHERE state <> 'fell_out';
CREATE INDEX image_label ON image (label_id) WHERE label_id IS NOT NULL;

CREATE TABLE frame (
    id INTEGER PRIMARY KEY,
    image_id INTEGER NOT NULL REFERENCES image (id),
    position INTEGER NOT NULL,
    frame TEXT NOT NULL,
    label_id INTEGER REFERENCES label (id),
    UNIQUE (image_id, position)
) STRICT;

CREATE TABLE clustering (
    id INTEGER PRIMARY KEY,
    method TEXT NOT NULL,
    features TEXT NOT NULL,
    k INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    scores TEXT NOT NULL,
    tightness TEXT NOT NULL,
    names TEXT NOT NULL DEFAULT '{}',
    ids BLOB NOT NULL,
    clusters BLOB NOT NULL,
    distances BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE split (
    id INTEGER PRIMARY KEY,
    ratios TEXT NOT NULL,
    seed INTEGER NOT NULL,
    k_fold INTEGER NOT NULL,
    ids BLOB NOT NULL,
    labels BLOB NOT NULL,
    groups BLOB NOT NULL,
    parts BLOB NOT NULL,
    folds BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    recipe TEXT NOT NULL,
    split_id INTEGER NOT NULL REFERENCES split (id),
    labels TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT NOT NULL DEFAULT '',
    seconds REAL NOT NULL DEFAULT 0,
    prepared TEXT,
    hidden INTEGER NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE run_step (
    run_id INTEGER NOT NULL REFERENCES run (id),
    step INTEGER NOT NULL,
    loss REAL NOT NULL,
    accuracy REAL NOT NULL,
    learning_rate REAL NOT NULL,
    PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_epoch (
    run_id INTEGER NOT NULL REFERENCES run (id),
    epoch INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (run_id, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE opening (
    id INTEGER PRIMARY KEY,
    split_id INTEGER NOT NULL REFERENCES split (id),
    run_id INTEGER NOT NULL REFERENCES run (id),
    opened_at TEXT NOT NULL,
    result TEXT
) STRICT;

CREATE TABLE export (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    folder TEXT NOT NULL,
    files INTEGER NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    state TEXT NOT NULL,
    command TEXT,
    inverse TEXT
) STRICT;
CREATE INDEX journal_state ON journal (state, seq);

CREATE TABLE label_log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
