SELECT name, unit, count(*)
FROM indicator
JOIN observation ON observation.id = indicator.observation
WHERE NOT indicator.rejected
  AND (?1 = '[]' OR indicator.subject IN (SELECT value FROM json_each(?1)))
GROUP BY name, unit
ORDER BY name, unit
