SELECT id
FROM named
WHERE EXISTS (SELECT 1
              FROM observation INDEXED BY figure_by_name
              WHERE observation.named = named.id
                AND standing IS NOT NULL
                AND NOT rejected)
