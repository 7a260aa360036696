-- What people decided about statements that were read. A decision is about words: it holds for every reading of the
-- document that has a statement with its content in the same place.
CREATE TABLE decisions (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    document TEXT NOT NULL,
    place TEXT NOT NULL,
    reading INTEGER NOT NULL,
    attribution TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    decided TEXT NOT NULL,
    note TEXT,
    speaker TEXT,
    source TEXT,
    content TEXT
) STRICT;
CREATE INDEX decisions_by_place ON decisions (document, place, entry);
CREATE TRIGGER decisions_keep BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never altered'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never taken away'); END;
