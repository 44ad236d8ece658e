SELECT observation.*, page.name AS page_name, page.newspaper, page.page_number, page.issue, article.headline
FROM observation
JOIN page ON page.id = observation.page
JOIN article ON article.page = observation.page AND article.idx = observation.article
