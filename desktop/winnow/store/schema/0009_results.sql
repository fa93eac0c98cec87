-- What an opening of the test part showed: figures as JSON of winnow.domain.judgement.Judgement, and parallel rows:
-- keys 32 bytes, images int64, truth int32, probabilities (n, classes) float32, little endian.
CREATE TABLE judgement (
    opening_id INTEGER PRIMARY KEY REFERENCES opening (id),
    figures TEXT NOT NULL,
    keys BLOB NOT NULL,
    images BLOB NOT NULL,
    truth BLOB NOT NULL,
    probabilities BLOB NOT NULL
) STRICT;

-- Labels that the person has looked at and found right, by the frame's content key: they are suspected no more.
CREATE TABLE vouched (
    content_key BLOB NOT NULL,
    label_id INTEGER NOT NULL,
    PRIMARY KEY (content_key, label_id)
) STRICT, WITHOUT ROWID;
