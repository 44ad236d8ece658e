-- Version 1 of the library: pages as they were read, the observations found on them, and what a person decided.
-- Spans are byte offsets in page.text. Decimals are TEXT so that none is rounded; value_number is for sorting only.
-- Numbers of pages and observations are never used twice: a chart drawn before may still name them.

CREATE TABLE page (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    name              TEXT NOT NULL,
    hash              TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    text              TEXT NOT NULL,
    encoding          TEXT NOT NULL,
    newspaper         TEXT,
    page_number       TEXT,
    issue             TEXT,
    issue_reason      TEXT,
    issue_start       INTEGER,
    issue_end         INTEGER,
    home              TEXT,
    imported_at       TEXT NOT NULL,
    extractor_version INTEGER NOT NULL
) STRICT;

-- joined: the text with column breaks joined and its map back to the page; blocks: ranges with roles. Both JSON.
CREATE TABLE article (
    page       INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    idx        INTEGER NOT NULL,
    headline   TEXT NOT NULL,
    byline     TEXT,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    joined     TEXT NOT NULL,
    blocks     TEXT NOT NULL,
    PRIMARY KEY (page, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    page            INTEGER NOT NULL,
    article         INTEGER NOT NULL,
    indicators      TEXT NOT NULL,
    measure         TEXT NOT NULL,
    subject         TEXT,
    subject_reason  TEXT,
    subject_start   INTEGER,
    subject_end     INTEGER,
    period          TEXT,
    period_reason   TEXT,
    period_start    INTEGER,
    period_end      INTEGER,
    first_day       TEXT,
    last_day        TEXT,
    value           TEXT NOT NULL,
    value_max       TEXT,
    value_number    REAL NOT NULL,
    unit            TEXT NOT NULL,
    qualifier       TEXT NOT NULL,
    qualifier_word  TEXT,
    step            TEXT NOT NULL,
    printed         TEXT NOT NULL,
    whole           TEXT,
    status          TEXT NOT NULL,
    span_start      INTEGER NOT NULL,
    span_end        INTEGER NOT NULL,
    sentence_start  INTEGER NOT NULL,
    sentence_end    INTEGER NOT NULL,
    sentence        TEXT NOT NULL,
    indicator_start INTEGER,
    indicator_end   INTEGER,
    confidence      REAL NOT NULL,
    accepted        INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    rejected        INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1)),
    evidence        TEXT NOT NULL,
    FOREIGN KEY (page, article) REFERENCES article (page, idx) ON DELETE CASCADE
) STRICT;

-- Each holds `rejected` as well, so that what is counted by it is counted in the index alone.
CREATE INDEX observation_by_page ON observation (page, article, span_start, rejected);
CREATE INDEX observation_by_subject ON observation (subject, last_day, first_day, period, rejected);
CREATE INDEX observation_by_period ON observation (last_day, first_day, period, subject, rejected);

-- One row for each name of an observation's indicators. What a chart filters by is copied here, so that it reads one
-- index and then only the rows it draws.
CREATE TABLE indicator (
    observation INTEGER NOT NULL REFERENCES observation (id) ON DELETE CASCADE,
    idx         INTEGER NOT NULL,
    name        TEXT NOT NULL,
    unit        TEXT NOT NULL,
    subject     TEXT,
    first_day   TEXT,
    last_day    TEXT,
    rejected    INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1)),
    PRIMARY KEY (observation, idx)
) STRICT, WITHOUT ROWID;

CREATE INDEX indicator_by_period ON indicator (name, last_day, first_day, subject, rejected);
CREATE INDEX indicator_by_subject ON indicator (name, subject, last_day, first_day, rejected, unit);

-- What a person decided about a printed figure. It hangs on the page's bytes and the amount's place, not on an
-- observation, so that it outlives removal, a second import and a better extractor.
CREATE TABLE decision (
    page_hash  TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    printed    TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('rejected')),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (page_hash, span_start, span_end)
) STRICT, WITHOUT ROWID;
