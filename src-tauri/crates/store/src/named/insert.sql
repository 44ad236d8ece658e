-- The update changes nothing; it is there so that the row's number comes back.
INSERT INTO named (names, family)
VALUES (?1, ?2)
ON CONFLICT DO UPDATE SET family = excluded.family
RETURNING id
