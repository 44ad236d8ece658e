SELECT name, count(*) AS observations, count(DISTINCT subject) AS subjects,
       count(DISTINCT last_day || first_day) AS periods
FROM indicator
WHERE NOT rejected
  AND (?1 = '[]' OR subject IN (SELECT value FROM json_each(?1)))
GROUP BY name
ORDER BY observations DESC, name
