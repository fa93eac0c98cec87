-- Deleting a picture looks for those that are duplicates of it: without this through all of them.
CREATE INDEX image_duplicate ON image (duplicate_of) WHERE duplicate_of IS NOT NULL;
