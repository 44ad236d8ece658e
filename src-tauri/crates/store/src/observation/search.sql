SELECT id, named, indicators, subject, sentence, value, value_max, unit, qualifier, qualifier_word, step, printed
FROM observation
