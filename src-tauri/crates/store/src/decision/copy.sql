UPDATE indicator
SET rejected = (SELECT rejected FROM observation WHERE observation.id = indicator.observation)
WHERE observation IN (SELECT id FROM observation WHERE page = :page)
