-- Entries get kinds that this table's first form does not name. Which kinds there are is checked by the program that
-- reads them, so that the next one needs no new table.
DROP VIEW furniture;
DROP VIEW sentences;
DROP VIEW mentions;
CREATE TABLE entries_again (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO entries_again SELECT number, kind, content, content_sha256, previous, hash FROM entries;
DROP TRIGGER entries_stay;
DROP TABLE entries;
ALTER TABLE entries_again RENAME TO entries;
CREATE TRIGGER entries_keep BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never altered'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never taken away'); END;
-- What is seldom searched is read straight out of the chain.
CREATE VIEW furniture (reading, ordinal, start, stop, kind) AS
    SELECT e.number, j.key, j.value ->> 'start', j.value ->> 'stop', j.value ->> 'kind'
    FROM entries AS e, json_each(e.content, '$.result.article.furniture') AS j WHERE e.kind = 'reading';
CREATE VIEW sentences (reading, ordinal, start, stop, paragraph, apart) AS
    SELECT e.number, j.key, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3
    FROM entries AS e, json_each(e.content, '$.result.sentences') AS j WHERE e.kind = 'reading';
CREATE VIEW mentions (reading, entity, ordinal, start, stop, form) AS
    SELECT e.number, n.value ->> 'id', m.key, m.value ->> 'start', m.value ->> 'stop', m.value ->> 'form'
    FROM entries AS e, json_each(e.content, '$.result.entities') AS n, json_each(n.value, '$.mentions') AS m WHERE e.kind = 'reading';


-- Who an entity is in the world, and what is known of a statement besides its words.
ALTER TABLE entities ADD COLUMN wikidata TEXT;
ALTER TABLE entities ADD COLUMN knowledge TEXT;
CREATE INDEX entities_by_knowledge ON entities (knowledge) WHERE knowledge IS NOT NULL;
ALTER TABLE attributions ADD COLUMN role TEXT;
ALTER TABLE attributions ADD COLUMN on_behalf_of TEXT;
ALTER TABLE attributions ADD COLUMN addressee TEXT;
ALTER TABLE attributions ADD COLUMN venue TEXT;
ALTER TABLE attributions ADD COLUMN said TEXT;
ALTER TABLE attributions ADD COLUMN description TEXT;
