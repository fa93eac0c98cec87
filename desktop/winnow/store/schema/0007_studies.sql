-- What was found out about training on these pictures; settings and result as JSON of the kind's own dataclasses.
CREATE TABLE study (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    result TEXT NOT NULL,
    split_id INTEGER NOT NULL REFERENCES split (id),
    fingerprint TEXT NOT NULL,
    seconds REAL NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE INDEX study_by_kind ON study (kind);

-- Of a study of folds: what the network that had not learned from a frame said of it. Parallel rows:
-- keys 32 bytes, images int64, labels int32, folds int8, probabilities (n, classes) float32, little endian.
CREATE TABLE out_of_fold (
    study_id INTEGER PRIMARY KEY REFERENCES study (id) ON DELETE CASCADE,
    keys BLOB NOT NULL,
    images BLOB NOT NULL,
    labels BLOB NOT NULL,
    folds BLOB NOT NULL,
    probabilities BLOB NOT NULL
) STRICT;
