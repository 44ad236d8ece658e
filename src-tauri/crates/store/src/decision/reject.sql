INSERT INTO decision (page_hash, span_start, span_end, printed, kind, decided_at)
SELECT page.hash, span_start, span_end, printed, 'rejected', strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
FROM observation
JOIN page ON page.id = observation.page
WHERE observation.id = :id
ON CONFLICT DO NOTHING
