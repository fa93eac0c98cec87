-- The colour that a person gave a label alone, as #RRGGBB; NULL: that of its place in the set of colours.
ALTER TABLE label ADD COLUMN colour TEXT;
-- Once more, as in step 10: a person decides it by hand.
CREATE INDEX label_colour_said ON label (coalesce(colour, '') || ' ' || id);
