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

CREATE TABLE chart_kind (
    chart TEXT NOT NULL PRIMARY KEY,
    kind  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    page_hash  TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    printed    TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('rejected')),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (page_hash, span_start, span_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE named (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    names  TEXT NOT NULL,
    family TEXT NOT NULL,
    UNIQUE (names, family)
) STRICT;

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
    evidence        TEXT NOT NULL, standing INTEGER REFERENCES standing (id), named INTEGER REFERENCES named (id), taken_as TEXT, said_of_each INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (page, article) REFERENCES article (page, idx) ON DELETE CASCADE
) STRICT;

CREATE TABLE own_place (
    name    TEXT NOT NULL PRIMARY KEY,
    parent  TEXT,
    kind    TEXT NOT NULL CHECK (kind IN ('country', 'province', 'city', 'district', 'township', 'park')),
    aliases TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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
, filed INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE standing (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    kind    TEXT NOT NULL,
    parents TEXT NOT NULL,
    UNIQUE (subject, kind, parents)
) STRICT;

CREATE INDEX figure_by_name ON observation (named, standing, last_day, first_day, measure, taken_as, unit, rejected)
    WHERE named IS NOT NULL;

CREATE INDEX figure_by_standing ON observation (standing, last_day, first_day, named, measure, taken_as, unit, page, rejected)
    WHERE standing IS NOT NULL;

CREATE INDEX observation_by_page ON observation (page, article, span_start, rejected);

CREATE INDEX observation_by_period ON observation (last_day, first_day, period, subject, rejected);

CREATE INDEX observation_by_subject ON observation (subject, last_day, first_day, period, rejected);

CREATE INDEX page_by_extractor ON page (extractor_version);
