//! Finds tables printed one cell a line: many short lines, often a bare number (原油 / 万吨 / 4000.0 / 持平).
//!
//! Cells side by side on one line are `shape`'s rows.

use crate::lines::Line;
use crate::shape::Shape;
use crate::signs::digit;

const LONGEST_CELL: usize = 20;
const FEWEST_CELLS: usize = 4;
/// Cells of one table stand at about the same indent; its title does not.
const INDENT_DRIFT: usize = 3;

/// For each line, whether it is a cell or a row of a table.
pub(crate) fn table_lines(lines: &[Line]) -> Vec<bool> {
    let mut table: Vec<bool> = lines.iter().map(|line| line.shape == Shape::Row).collect();
    let mut start = 0;
    while start < lines.len() {
        let end = run_end(lines, start);
        if is_table(&lines[start..end]) {
            table[start..end].fill(true);
        }
        start = end.max(start + 1);
    }
    table
}

fn run_end(lines: &[Line], start: usize) -> usize {
    let mut end = start;
    while end < lines.len() && is_cell(&lines[end]) && (end == start || same_indent(&lines[end - 1], &lines[end])) {
        end += 1;
    }
    end
}

fn same_indent(a: &Line, b: &Line) -> bool {
    a.indent.abs_diff(b.indent) <= INDENT_DRIFT
}

fn is_cell(line: &Line) -> bool {
    let plain = matches!(line.shape, Shape::Text | Shape::Number | Shape::Row | Shape::Numbered);
    let short = line.chars <= LONGEST_CELL && line.stops == 0 && line.commas == 0 || line.shape != Shape::Text;
    plain
        && short
        && !line.ends_sentence()
        && !line.ends_inside()
        && (!line.starts_inside() || is_percent(line))
        && !line.text.ends_with(['；', ';'])
}

/// A cell of units that holds nothing but the sign; in running text the sign never starts a line.
fn is_percent(line: &Line) -> bool {
    matches!(line.text.trim(), "%" | "％" | "‰")
}

fn is_table(cells: &[Line]) -> bool {
    let bare = cells.iter().filter(|line| line.shape == Shape::Number).count();
    let amounts = cells.iter().filter(|line| line.chars <= 10 && line.text.starts_with(|c| digit(c).is_some())).count();
    let numbers = bare.max(amounts);
    cells.len() >= FEWEST_CELLS && numbers >= 2 && numbers * 5 >= cells.len()
}
