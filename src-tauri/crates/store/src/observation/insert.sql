INSERT INTO observation (id, page, article, indicators, measure, subject, subject_reason, subject_start, subject_end, period,
                         period_reason, period_start, period_end, first_day, last_day, value, value_max, value_number, unit,
                         qualifier, qualifier_word, step, printed, whole, status, span_start, span_end, sentence_start,
                         sentence_end, sentence, indicator_start, indicator_end, confidence, accepted, evidence, standing,
                         named, taken_as, said_of_each)
VALUES (:id, :page, :article, :indicators, :measure, :subject, :subject_reason, :subject_start, :subject_end, :period,
        :period_reason, :period_start, :period_end, :first_day, :last_day, :value, :value_max, :value_number, :unit,
        :qualifier, :qualifier_word, :step, :printed, :whole, :status, :span_start, :span_end, :sentence_start,
        :sentence_end, :sentence, :indicator_start, :indicator_end, :confidence, :accepted, :evidence, :standing,
        :named, :taken_as, :each)
