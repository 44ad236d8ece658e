//! Tables read as one cell a line: columns headed 江城市, 临江区 deal their numbers out; a row 临江区, 45.2 keeps its own.

use super::SubjectMention;
use crate::chars::is_letter;
use tidemark_model::Span;

/// For each block the index of the mention that heads its column or row.
pub(super) fn headings(text: &str, blocks: &[Span], mentions: &[SubjectMention]) -> Vec<Option<usize>> {
    let places: Vec<Option<usize>> = blocks.iter().map(|block| place_cell(text, *block, mentions)).collect();
    let numeric: Vec<bool> = blocks.iter().map(|block| is_number(block.slice(text))).collect();
    let mut out = vec![None; blocks.len()];
    let mut header: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let run = |flags: &dyn Fn(usize) -> bool| (at..blocks.len()).take_while(|&n| flags(n)).count();
        let heads = run(&|n| places[n].is_some());
        let numbers = run(&|n| numeric[n]);
        if heads > 1 {
            header = (at..at + heads).filter_map(|n| places[n]).collect();
        } else if heads == 0 && numbers == 0 && blocks[at].slice(text).chars().nth(30).is_some() {
            header.clear();
        }
        let row = at.checked_sub(1).and_then(|n| places[n]);
        for n in 0..numbers {
            let column =
                (!header.is_empty() && numbers % header.len() == 0).then(|| header[n / (numbers / header.len())]);
            out[at + n] = column.or(row);
        }
        at += heads.max(numbers).max(1);
    }
    out
}

/// The mention that fills the block alone.
fn place_cell(text: &str, block: Span, mentions: &[SubjectMention]) -> Option<usize> {
    let cell = block.slice(text).trim();
    let next = mentions.partition_point(|m| m.range.end <= block.start);
    let mention = mentions.get(next).filter(|m| block.contains(m.range) && m.is_place())?;
    (mention.range.slice(text) == cell).then_some(next)
}

fn is_number(cell: &str) -> bool {
    cell.chars().nth(16).is_none()
        && cell.chars().any(|c| c.is_numeric())
        && cell.chars().filter(|&c| is_letter(c)).count() <= 2
}
