SELECT id
FROM observation INDEXED BY figure_by_standing
WHERE standing = ?1
  AND named IS NOT NULL
  AND NOT rejected
LIMIT 1
