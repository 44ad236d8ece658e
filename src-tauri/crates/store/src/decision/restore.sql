DELETE FROM decision
WHERE EXISTS (SELECT 1
              FROM observation
              JOIN page ON page.id = observation.page
              WHERE observation.id = :id
                AND page.hash = decision.page_hash
                AND decision.span_start < observation.span_end
                AND observation.span_start < decision.span_end)
