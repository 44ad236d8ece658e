-- A decision is about the printed figure: every observation whose amount overlaps it is meant.
WITH decided AS (SELECT observation.id,
                        EXISTS (SELECT 1
                                FROM decision
                                WHERE page_hash = :hash
                                  AND decision.span_start < observation.span_end
                                  AND observation.span_start < decision.span_end) AS rejected
                 FROM observation
                 WHERE page = :page)
UPDATE observation
SET rejected = decided.rejected
FROM decided
WHERE decided.id = observation.id
  AND decided.rejected <> observation.rejected
