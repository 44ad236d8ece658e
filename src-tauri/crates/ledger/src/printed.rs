//! Numbers in a formula as the page prints them: 1294.2 of 1294.2亿元.

use tidemark_model::{Figure, Operand, Qualifier, Quantity};

/// The amount with the source's own word: 约35.5%, 99%以上, 1294.2亿元.
pub(crate) fn words(quantity: &Quantity) -> String {
    let word = quantity.qualifier_word.as_deref().map(str::trim).filter(|word| !word.is_empty());
    match word {
        Some(word) if quantity.printed.contains(word) || quantity.qualifier == Qualifier::Range => {
            quantity.printed.clone()
        }
        Some(word) if stands_after(word) => format!("{}{word}", quantity.printed),
        Some(word) => format!("{word}{}", quantity.printed),
        None => quantity.printed.clone(),
    }
}

fn stands_after(word: &str) -> bool {
    matches!(word, "以上" | "以下" | "以内" | "左右" | "上下" | "余" | "多" | "开外" | "之多")
}

pub(crate) fn operand(figure: &Figure) -> Operand {
    Operand { id: figure.id, printed: words(&figure.quantity) }
}

/// Amounts for one formula: bare numbers where all take the same scale and unit, whole amounts where they differ.
pub(crate) fn numbers(quantities: &[&Quantity]) -> Vec<String> {
    let split: Vec<_> = quantities.iter().map(|q| number_and_unit(&q.printed)).collect();
    let alike = split.windows(2).all(|pair| pair[0].1 == pair[1].1);
    let bare = alike && split.iter().all(|(number, _)| !number.is_empty());
    split.iter().map(|(number, unit)| if bare { (*number).to_owned() } else { format!("{number}{unit}") }).collect()
}

/// 1294.2 and 亿元 of 1294.2亿元.
fn number_and_unit(printed: &str) -> (&str, &str) {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '－' | '０'..='９' | '．' | '，');
    printed.split_at(printed.find(|c| !number(c)).unwrap_or(printed.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_figures::quantity;

    #[test]
    fn a_formula_has_bare_numbers_only_where_the_scale_is_the_same() {
        let (a, b, c) = (quantity("320.5亿元"), quantity("12亿元"), quantity("8000万元"));
        assert_eq!(numbers(&[&a, &b]), ["320.5", "12"]);
        assert_eq!(numbers(&[&a, &c]), ["320.5亿元", "8000万元"]);
    }

    #[test]
    fn the_source_s_own_word_stands_where_the_source_has_it() {
        assert_eq!(words(&quantity("约35.5%")), "约35.5%");
        assert_eq!(words(&quantity("99%以上")), "99%以上");
        assert_eq!(words(&quantity("300余家")), "300余家");
    }
}
