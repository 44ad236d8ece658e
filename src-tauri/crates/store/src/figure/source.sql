SELECT name, newspaper, issue, page_number, headline
FROM page
JOIN article ON article.page = page.id AND article.idx = ?2
WHERE page.id = ?1
