SELECT (SELECT count(*) FROM page) AS pages,
       (SELECT count(*) FROM article) AS articles,
       (SELECT count(*) FROM observation WHERE NOT rejected) AS observations,
       (SELECT count(*) FROM observation WHERE rejected) AS rejected
