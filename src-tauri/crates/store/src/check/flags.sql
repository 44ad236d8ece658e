SELECT observation.id
FROM observation
JOIN page ON page.id = observation.page
WHERE rejected <> EXISTS (SELECT 1
                          FROM decision
                          WHERE page_hash = page.hash
                            AND decision.span_start < observation.span_end
                            AND observation.span_start < decision.span_end)
