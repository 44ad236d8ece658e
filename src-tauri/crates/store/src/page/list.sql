SELECT page.id, name, hash, encoding, newspaper, page_number, issue, issue_reason, issue_start, issue_end, home, imported_at,
       extractor_version,
       (SELECT count(*) FROM observation WHERE observation.page = page.id AND NOT rejected) AS observations,
       (SELECT json_group_array(headline ORDER BY idx) FROM article WHERE article.page = page.id) AS headlines
FROM page
