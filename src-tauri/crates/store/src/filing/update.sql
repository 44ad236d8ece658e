UPDATE observation
SET standing = :standing, named = :named, taken_as = :taken_as, said_of_each = :each, sentence = :sentence
WHERE id = :id
