-- The update changes nothing; it is there so that the row's number comes back.
INSERT INTO standing (subject, kind, parents)
VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET subject = excluded.subject
RETURNING id
