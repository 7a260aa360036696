-- Tables of figures that the user added. Their files lie in the archive, and the figures are read out of the chain.
CREATE TABLE series (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    name TEXT NOT NULL,
    measure TEXT NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    terms TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    file TEXT NOT NULL,
    size INTEGER NOT NULL,
    added TEXT NOT NULL
) STRICT;
CREATE INDEX series_by_name ON series (name, entry);

-- What was added and is not to be used any more. Nothing is lost by it.
CREATE TABLE series_removals (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    series INTEGER NOT NULL,
    name TEXT NOT NULL,
    reason TEXT,
    removed TEXT NOT NULL
) STRICT;
CREATE INDEX series_removals_by_series ON series_removals (series);

CREATE VIEW standing_series AS
    SELECT s.* FROM series AS s WHERE NOT EXISTS (SELECT 1 FROM series_removals AS r WHERE r.series = s.entry);
CREATE VIEW series_figures (series, country, year, value) AS
    SELECT e.number, c.value ->> 'country', y.value, json_extract(c.value, '$.values[' || y.key || ']')
    FROM entries AS e, json_each(e.content, '$.countries') AS c, json_each(c.value, '$.years') AS y WHERE e.kind = 'series';

-- What the machine found when a pledge or claim was held against figures. It is about words: the place in a document.
CREATE TABLE checks (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    document TEXT NOT NULL,
    place TEXT NOT NULL,
    item TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    result_sha256 TEXT NOT NULL,
    as_of TEXT NOT NULL,
    checked TEXT NOT NULL
) STRICT;
CREATE INDEX checks_by_place ON checks (document, place, entry);

-- What a person finds of the same words. It stands beside the machine's, and neither takes the other's place.
CREATE TABLE check_decisions (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    document TEXT NOT NULL,
    place TEXT NOT NULL,
    item TEXT NOT NULL,
    verdict TEXT NOT NULL,
    machine TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    note TEXT,
    decided TEXT NOT NULL
) STRICT;
CREATE INDEX check_decisions_by_place ON check_decisions (document, place, entry);

CREATE TRIGGER series_keep BEFORE UPDATE ON series BEGIN SELECT RAISE(ABORT, 'added series are never altered'); END;
CREATE TRIGGER series_stay BEFORE DELETE ON series BEGIN SELECT RAISE(ABORT, 'added series are never taken away'); END;
CREATE TRIGGER series_removals_keep BEFORE UPDATE ON series_removals BEGIN SELECT RAISE(ABORT, 'removals of series are never altered'); END;
CREATE TRIGGER series_removals_stay BEFORE DELETE ON series_removals BEGIN SELECT RAISE(ABORT, 'removals of series are never taken away'); END;
CREATE TRIGGER checks_keep BEFORE UPDATE ON checks BEGIN SELECT RAISE(ABORT, 'checks are never altered'); END;
CREATE TRIGGER checks_stay BEFORE DELETE ON checks BEGIN SELECT RAISE(ABORT, 'checks are never taken away'); END;
CREATE TRIGGER check_decisions_keep BEFORE UPDATE ON check_decisions BEGIN SELECT RAISE(ABORT, 'decisions on checks are never altered'); END;
CREATE TRIGGER check_decisions_stay BEFORE DELETE ON check_decisions BEGIN SELECT RAISE(ABORT, 'decisions on checks are never taken away'); END;
