SELECT name, unit, count(*)
FROM indicator
WHERE NOT rejected
  AND (?1 = '[]' OR subject IN (SELECT value FROM json_each(?1)))
GROUP BY name, unit
ORDER BY name, unit
