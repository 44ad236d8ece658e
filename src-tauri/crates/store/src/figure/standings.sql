SELECT standing, count(*)
FROM observation INDEXED BY figure_by_standing
WHERE standing IS NOT NULL
  AND named IS NOT NULL
  AND NOT rejected
GROUP BY standing
