-- Facts that the user added, in the order of adding; the rows themselves are read out of the chain.
CREATE TABLE knowledge (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    name TEXT NOT NULL,
    concept TEXT NOT NULL,
    rows INTEGER NOT NULL,
    added TEXT NOT NULL
) STRICT;

-- What the user said of who is who: a merge, the end of one, or another name.
CREATE TABLE entity_changes (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    change TEXT NOT NULL CHECK (change IN ('merge', 'split', 'rename')),
    entity TEXT NOT NULL,
    target TEXT,
    made TEXT NOT NULL
) STRICT;

CREATE TRIGGER knowledge_keep BEFORE UPDATE ON knowledge BEGIN SELECT RAISE(ABORT, 'added knowledge is never altered'); END;
CREATE TRIGGER knowledge_stay BEFORE DELETE ON knowledge BEGIN SELECT RAISE(ABORT, 'added knowledge is never taken away'); END;
CREATE TRIGGER entity_changes_keep BEFORE UPDATE ON entity_changes BEGIN SELECT RAISE(ABORT, 'entity changes are never altered'); END;
CREATE TRIGGER entity_changes_stay BEFORE DELETE ON entity_changes BEGIN SELECT RAISE(ABORT, 'entity changes are never taken away'); END;
