-- A decision is about the printed figure: every observation whose amount overlaps it is meant.
UPDATE observation
SET rejected = EXISTS (SELECT 1
                       FROM decision
                       WHERE page_hash = :hash
                         AND decision.span_start < observation.span_end
                         AND observation.span_start < decision.span_end)
WHERE page = :page
