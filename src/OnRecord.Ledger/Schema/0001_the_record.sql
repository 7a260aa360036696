-- Which scripts made this file, each with the hash of its text.
CREATE TABLE schema_versions (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

-- The chain: what was recorded, in order. Every other table is worked out from it, and is there to be searched.
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('run', 'document', 'occurrence', 'reading', 'failure', 'run-end')),
    content TEXT NOT NULL,
    content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Originals, and the texts that are not simply a decoded original, each by the hash of its own bytes.
CREATE TABLE archive (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    packing TEXT NOT NULL CHECK (packing IN ('none', 'brotli')),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE runs (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    program TEXT NOT NULL,
    versions TEXT NOT NULL,
    started TEXT NOT NULL
) STRICT;

CREATE TABLE run_models (
    run INTEGER NOT NULL REFERENCES runs (entry),
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_ends (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    run INTEGER NOT NULL REFERENCES runs (entry),
    ended TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('completed', 'interrupted')),
    added INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    failed INTEGER NOT NULL
) STRICT;

CREATE TABLE documents (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL
) STRICT;

-- Where a document was met: a new row where other bytes stood at the path before.
CREATE TABLE occurrences (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    document TEXT NOT NULL,
    path TEXT NOT NULL,
    url TEXT,
    run INTEGER NOT NULL REFERENCES runs (entry),
    seen TEXT NOT NULL
) STRICT;
CREATE INDEX occurrences_by_path ON occurrences (path);
CREATE INDEX occurrences_by_document ON occurrences (document);

CREATE TABLE readings (
    entry INTEGER PRIMARY KEY REFERENCES entries (number),
    document TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (entry),
    versions TEXT NOT NULL,
    result_sha256 TEXT NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    read TEXT NOT NULL,
    url TEXT,
    title TEXT,
    byline TEXT,
    publisher TEXT,
    published TEXT,
    language TEXT,
    charset TEXT,
    text_sha256 TEXT
) STRICT;
CREATE INDEX readings_by_document ON readings (document, complete, entry);

CREATE TABLE entities (
    reading INTEGER NOT NULL REFERENCES readings (entry),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    PRIMARY KEY (reading, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attributions (
    id INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES readings (entry),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
    confidence REAL NOT NULL,
    speaker TEXT,
    unresolved TEXT,
    continues TEXT,
    inside TEXT
) STRICT;
CREATE INDEX attributions_by_reading ON attributions (reading);

-- Half-open ranges of UTF-16 units into the text, with the words that stand there.
CREATE TABLE spans (
    attribution INTEGER NOT NULL REFERENCES attributions (id),
    role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content')),
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (attribution, role, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (
    entry INTEGER NOT NULL REFERENCES entries (number),
    ordinal INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (entry),
    document TEXT,
    path TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (entry, ordinal)
) STRICT, WITHOUT ROWID;

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

-- The reading that stands for a document: the newest that came to its end, or the newest where none did.
CREATE VIEW standing_readings AS
    SELECT r.* FROM readings AS r
    WHERE r.entry = (SELECT n.entry FROM readings AS n WHERE n.document = r.document ORDER BY n.complete DESC, n.entry DESC LIMIT 1);

CREATE VIEW statement_words (id, said, source, speaker) AS
    SELECT a.id,
        (SELECT group_concat(s.words, ' … ' ORDER BY s.ordinal) FROM spans AS s WHERE s.attribution = a.id AND s.role = 'content'),
        (SELECT group_concat(s.words, ' … ' ORDER BY s.ordinal) FROM spans AS s WHERE s.attribution = a.id AND s.role = 'source'),
        (SELECT e.name FROM entities AS e WHERE e.reading = a.reading AND e.id = a.speaker)
    FROM attributions AS a;
CREATE VIRTUAL TABLE statement_index USING fts5 (
    said, source, speaker, content = 'statement_words', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
);
-- Every document is a transaction of its own: merged four at a time, as is the default, they would be merged too often.
INSERT INTO statement_index (statement_index, rank) VALUES ('automerge', 16);

CREATE TRIGGER entries_keep BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never altered'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never taken away'); END;
CREATE TRIGGER archive_keep BEFORE UPDATE ON archive BEGIN SELECT RAISE(ABORT, 'archived bytes are never altered'); END;
CREATE TRIGGER archive_stay BEFORE DELETE ON archive BEGIN SELECT RAISE(ABORT, 'archived bytes are never taken away'); END;
CREATE TRIGGER runs_keep BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'runs are never altered'); END;
CREATE TRIGGER runs_stay BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'runs are never taken away'); END;
CREATE TRIGGER run_models_keep BEFORE UPDATE ON run_models BEGIN SELECT RAISE(ABORT, 'run models are never altered'); END;
CREATE TRIGGER run_models_stay BEFORE DELETE ON run_models BEGIN SELECT RAISE(ABORT, 'run models are never taken away'); END;
CREATE TRIGGER run_ends_keep BEFORE UPDATE ON run_ends BEGIN SELECT RAISE(ABORT, 'run ends are never altered'); END;
CREATE TRIGGER run_ends_stay BEFORE DELETE ON run_ends BEGIN SELECT RAISE(ABORT, 'run ends are never taken away'); END;
CREATE TRIGGER documents_keep BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents are never altered'); END;
CREATE TRIGGER documents_stay BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents are never taken away'); END;
CREATE TRIGGER occurrences_keep BEFORE UPDATE ON occurrences BEGIN SELECT RAISE(ABORT, 'occurrences are never altered'); END;
CREATE TRIGGER occurrences_stay BEFORE DELETE ON occurrences BEGIN SELECT RAISE(ABORT, 'occurrences are never taken away'); END;
CREATE TRIGGER readings_keep BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'readings are never altered'); END;
CREATE TRIGGER readings_stay BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'readings are never taken away'); END;
CREATE TRIGGER entities_keep BEFORE UPDATE ON entities BEGIN SELECT RAISE(ABORT, 'entities are never altered'); END;
CREATE TRIGGER entities_stay BEFORE DELETE ON entities BEGIN SELECT RAISE(ABORT, 'entities are never taken away'); END;
CREATE TRIGGER attributions_keep BEFORE UPDATE ON attributions BEGIN SELECT RAISE(ABORT, 'attributions are never altered'); END;
CREATE TRIGGER attributions_stay BEFORE DELETE ON attributions BEGIN SELECT RAISE(ABORT, 'attributions are never taken away'); END;
CREATE TRIGGER spans_keep BEFORE UPDATE ON spans BEGIN SELECT RAISE(ABORT, 'spans are never altered'); END;
CREATE TRIGGER spans_stay BEFORE DELETE ON spans BEGIN SELECT RAISE(ABORT, 'spans are never taken away'); END;
CREATE TRIGGER failures_keep BEFORE UPDATE ON failures BEGIN SELECT RAISE(ABORT, 'failures are never altered'); END;
CREATE TRIGGER failures_stay BEFORE DELETE ON failures BEGIN SELECT RAISE(ABORT, 'failures are never taken away'); END;
CREATE TRIGGER schema_versions_keep BEFORE UPDATE ON schema_versions BEGIN SELECT RAISE(ABORT, 'schema versions are never altered'); END;
CREATE TRIGGER schema_versions_stay BEFORE DELETE ON schema_versions BEGIN SELECT RAISE(ABORT, 'schema versions are never taken away'); END;
