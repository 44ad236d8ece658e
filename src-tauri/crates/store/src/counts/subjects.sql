SELECT subject AS name, count(*) AS observations
FROM observation
WHERE NOT rejected
  AND subject IS NOT NULL
GROUP BY subject
ORDER BY subject
