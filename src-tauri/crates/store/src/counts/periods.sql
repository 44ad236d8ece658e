SELECT min(period) AS period, count(*) AS observations
FROM observation
WHERE NOT rejected
  AND last_day IS NOT NULL
  AND (?1 = '[]' OR subject IN (SELECT value FROM json_each(?1)))
GROUP BY last_day, first_day
ORDER BY last_day DESC, first_day
