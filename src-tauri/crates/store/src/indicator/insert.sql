INSERT INTO indicator (observation, idx, name, unit, subject, first_day, last_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
