-- What people decide by hand, once more: integrity_check finds a byte that changed in one of the two places.
-- Indexes over expressions that no query has, so that none is planned around them.
CREATE INDEX image_said ON image (state || ' ' || accepted || ' ' || trashed_at);
CREATE INDEX frame_said ON frame (frame || ' ' || coalesce(label_id, '') || ' ' || origin);
CREATE INDEX label_said ON label (name || ' ' || position);
CREATE INDEX label_log_said ON label_log (sha256 || ' ' || coalesce(before, '') || ' ' || coalesce(after, ''));
