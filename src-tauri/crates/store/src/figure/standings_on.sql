SELECT standing, count(*)
FROM observation
WHERE page = ?1
  AND standing IS NOT NULL
  AND named IS NOT NULL
  AND NOT rejected
GROUP BY standing
