-- What the training doctor said of a run, as JSON of winnow.domain.diagnosis.Diagnoses; NULL: it was not looked at.
ALTER TABLE run ADD COLUMN diagnoses TEXT;
