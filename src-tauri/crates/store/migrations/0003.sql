-- Version 3: which kind of picture a person chose for a chart; without a row the program chooses.

-- chart: output-by-park, indicator:地区生产总值; kind: slope.
CREATE TABLE chart_kind (
    chart TEXT NOT NULL PRIMARY KEY,
    kind  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
