INSERT INTO article (page, idx, headline, byline, span_start, span_end, joined, blocks)
VALUES (:page, :idx, :headline, :byline, :span_start, :span_end, :joined, :blocks)
