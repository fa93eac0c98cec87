-- Which fold a run looked at (NULL: the valid part), and what it told the person, as a JSON list.
ALTER TABLE run ADD COLUMN fold INTEGER;
ALTER TABLE run ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
