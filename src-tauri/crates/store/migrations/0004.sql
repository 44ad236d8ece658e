-- Version 4: what charts ask by stands in numbers beside each observation and in two indexes, so that a chart reads the
-- figures it draws and no others. What is measured and where a subject stands are listed once.

-- Whose figures: the subject, what kind of place it is ('' where none is known), the places it lies in, nearest first (a
-- JSON list). Rows are only ever added.
CREATE TABLE standing (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    kind    TEXT NOT NULL,
    parents TEXT NOT NULL,
    UNIQUE (subject, kind, parents)
) STRICT;

-- What is measured: the catalogue's names (a JSON list, several for 均占…) and the family ('' where none is known). Rows
-- are only ever added.
CREATE TABLE named (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    names  TEXT NOT NULL,
    family TEXT NOT NULL,
    UNIQUE (names, family)
) STRICT;

DROP TABLE indicator;

-- taken_as: the status, after a look at the issue's date. said_of_each: 1 where one figure is said of each of several
-- names (均占…50%). An observation with standing and name is a figure.
ALTER TABLE observation ADD COLUMN standing INTEGER REFERENCES standing (id);
ALTER TABLE observation ADD COLUMN named INTEGER REFERENCES named (id);
ALTER TABLE observation ADD COLUMN taken_as TEXT;
ALTER TABLE observation ADD COLUMN said_of_each INTEGER NOT NULL DEFAULT 0;

-- By which version of the catalogue and the table of places; 0 for pages whose observations have none of the above yet.
ALTER TABLE page ADD COLUMN filed INTEGER NOT NULL DEFAULT 0;

CREATE INDEX figure_by_standing ON observation (standing, last_day, first_day, named, measure, taken_as, unit, page, rejected)
    WHERE standing IS NOT NULL;
CREATE INDEX figure_by_name ON observation (named, standing, last_day, first_day, measure, taken_as, unit, rejected)
    WHERE named IS NOT NULL;
