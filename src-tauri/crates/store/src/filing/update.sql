UPDATE observation
SET standing = :standing, named = :named, taken_as = :taken_as, sentence = :sentence
WHERE id = :id
