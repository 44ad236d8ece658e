-- Version 2: a user's own places, which go before the bundled ones of the same name or alias.

-- aliases: a JSON list of names.
CREATE TABLE own_place (
    name    TEXT NOT NULL PRIMARY KEY,
    parent  TEXT,
    kind    TEXT NOT NULL CHECK (kind IN ('country', 'province', 'city', 'district', 'township', 'park')),
    aliases TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which pages are to be read again, without reading them.
CREATE INDEX page_by_extractor ON page (extractor_version);
