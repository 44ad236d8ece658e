//! Pieces set one below the other on pages, each page with the footnotes that its own lines mention. Charts give way a
//! little where that lets one more of them stand on a page.

use std::ops::Range;

/// Something that is not parted: a line, a chart.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Of the type area.
    pub height: f64,
    /// How low it may become where room is short; its height where it is as it is.
    pub least: f64,
    /// Free above it, where it does not stand at the top of a page.
    pub above: f64,
    /// Footnotes it mentions.
    pub notes: Vec<usize>,
    /// How many of the following pieces have to stand on the same page.
    pub with_next: usize,
}

/// A piece on its page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// Which piece.
    pub piece: usize,
    /// From the top of the type area.
    pub top: f64,
    /// What it has of its own height.
    pub height: f64,
}

/// A page: what stands on it, and which footnotes at its foot.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Leaf {
    pub pieces: Vec<Placed>,
    pub notes: Vec<usize>,
}

/// Heights that pages are filled by.
pub(super) struct Measure<'a> {
    /// Of the type area.
    pub page: f64,
    /// Of the line above the footnotes with its space.
    pub rule: f64,
    /// Of each footnote; the first is number 1.
    pub notes: &'a [f64],
}

impl Measure<'_> {
    fn note(&self, number: usize) -> f64 {
        number.checked_sub(1).and_then(|at| self.notes.get(at)).copied().unwrap_or(0.0)
    }

    fn foot(&self, notes: &[usize]) -> f64 {
        if notes.is_empty() { 0.0 } else { self.rule + notes.iter().map(|&n| self.note(n)).sum::<f64>() }
    }
}

/// The pages. A footnote stands on the page that mentions it first; only where that page cannot hold it, it goes on to
/// the next.
pub(super) fn pages(pieces: &[Piece], measure: &Measure) -> Vec<Leaf> {
    let mut filling = Filling::new(pieces, measure);
    for at in 0..pieces.len() {
        let group = at..end_of_group(pieces, at);
        if !filling.fits(group) && !filling.is_empty() {
            filling.turn();
        }
        filling.place(at);
    }
    while !filling.late.is_empty() {
        filling.turn();
    }
    filling.leaves
}

/// Past the last piece that has to stand with this one, also because another of them asks for it.
fn end_of_group(pieces: &[Piece], at: usize) -> usize {
    let (mut end, mut seen) = (at + 1, at);
    while seen < end.min(pieces.len()) {
        end = end.max(seen + pieces[seen].with_next + 1);
        seen += 1;
    }
    end.min(pieces.len())
}

struct Filling<'a> {
    pieces: &'a [Piece],
    measure: &'a Measure<'a>,
    /// What each piece has of its height.
    heights: Vec<f64>,
    leaves: Vec<Leaf>,
    /// Of the page, from its top.
    used: f64,
    /// Footnotes that stand on some page already, or will.
    seen: Vec<usize>,
    /// Those that found no room on the page that mentions them.
    late: Vec<usize>,
}

impl<'a> Filling<'a> {
    fn new(pieces: &'a [Piece], measure: &'a Measure<'a>) -> Self {
        let heights = pieces.iter().map(|piece| piece.height).collect();
        Self { pieces, measure, heights, leaves: vec![Leaf::default()], used: 0.0, seen: Vec::new(), late: Vec::new() }
    }

    fn leaf(&mut self) -> &mut Leaf {
        if self.leaves.is_empty() {
            self.leaves.push(Leaf::default());
        }
        let last = self.leaves.len() - 1;
        &mut self.leaves[last]
    }

    fn notes(&self) -> &[usize] {
        self.leaves.last().map_or(&[], |leaf| leaf.notes.as_slice())
    }

    fn is_empty(&self) -> bool {
        self.leaves.last().is_none_or(|leaf| leaf.pieces.is_empty())
    }

    fn above(&self, piece: &Piece) -> f64 {
        if self.is_empty() { 0.0 } else { piece.above }
    }

    /// Whether these pieces stand on the page as well, once what may become lower has; it has where they do.
    fn fits(&mut self, group: Range<usize>) -> bool {
        let pieces = &self.pieces[group.clone()];
        let above: f64 = pieces.iter().map(|piece| self.above(piece)).sum();
        let height = above + self.heights[group.clone()].iter().sum::<f64>();
        let mut notes = self.notes().to_vec();
        for note in pieces.iter().flat_map(|piece| &piece.notes) {
            if !self.seen.contains(note) && !notes.contains(note) {
                notes.push(*note);
            }
        }
        let over = self.used + height + self.measure.foot(&notes) - self.measure.page;
        over <= 0.1 || self.give_way(over, group)
    }

    /// Makes the charts of the page and of a group lower, each by the same part of what it can be, for another chart
    /// alone: lines of text go on to the next page instead.
    fn give_way(&mut self, over: f64, group: Range<usize>) -> bool {
        let spare = |at: usize| self.heights[at] - self.pieces[at].least;
        let placed = self.leaves.last().map_or(&[][..], |leaf| &leaf.pieces);
        let all: Vec<usize> = placed.iter().map(|placed| placed.piece).chain(group.clone()).collect();
        let most: f64 = all.iter().map(|&at| spare(at)).sum();
        if over > most || !group.clone().any(|at| spare(at) > 0.0) {
            return false;
        }
        let lower: Vec<(usize, f64)> = all.iter().map(|&at| (at, spare(at) * over / most)).collect();
        lower.into_iter().for_each(|(at, by)| self.heights[at] -= by);
        self.settle();
        true
    }

    /// Sets what stands on the page anew, one below the other.
    fn settle(&mut self) {
        let mut used = 0.0;
        let (pieces, heights) = (self.pieces, &self.heights);
        for (at, placed) in self.leaves.last_mut().into_iter().flat_map(|leaf| &mut leaf.pieces).enumerate() {
            let above = if at == 0 { 0.0 } else { pieces[placed.piece].above };
            (placed.top, placed.height) = (used + above, heights[placed.piece]);
            used = placed.top + placed.height;
        }
        self.used = used;
    }

    fn place(&mut self, at: usize) {
        let piece = &self.pieces[at];
        let (top, height) = (self.used + self.above(piece), self.heights[at]);
        self.leaf().pieces.push(Placed { piece: at, top, height });
        self.used = top + height;
        for &note in &piece.notes {
            if !self.seen.contains(&note) {
                self.seen.push(note);
                self.add_note(note);
            }
        }
    }

    fn add_note(&mut self, note: usize) {
        let with = [self.notes(), &[note]].concat();
        let has_room = self.used + self.measure.foot(&with) <= self.measure.page + 0.1;
        // A footnote longer than a page stands on one all the same.
        let alone = self.is_empty() && self.notes().is_empty();
        if has_room && self.late.is_empty() || alone {
            self.leaf().notes.push(note);
        } else {
            self.late.push(note);
        }
    }

    fn turn(&mut self) {
        self.leaves.push(Leaf::default());
        self.used = 0.0;
        for note in std::mem::take(&mut self.late) {
            self.add_note(note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(notes: &[usize]) -> Piece {
        Piece { height: 10.0, least: 10.0, above: 0.0, notes: notes.to_vec(), with_next: 0 }
    }

    fn measure(notes: &[f64]) -> Measure<'_> {
        Measure { page: 100.0, rule: 5.0, notes }
    }

    #[test]
    fn a_footnote_stands_on_the_page_that_mentions_it() {
        let pieces: Vec<_> = (1..=9).map(|n| line(&[n])).collect();
        let found = pages(&pieces, &measure(&[10.0; 9]));
        for leaf in &found {
            let mentioned: Vec<_> = leaf.pieces.iter().flat_map(|p| pieces[p.piece].notes.clone()).collect();
            assert_eq!(leaf.notes, mentioned);
            let height = leaf.pieces.last().map_or(0.0, |p| p.top + 10.0) + 5.0 + 10.0 * leaf.notes.len() as f64;
            assert!(height <= 100.1, "{height}");
        }
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn a_footnote_mentioned_twice_stands_once() {
        let found = pages(&[line(&[1]), line(&[1, 2]), line(&[2])], &measure(&[10.0, 10.0]));
        assert_eq!(found[0].notes, [1, 2]);
    }

    #[test]
    fn a_heading_stays_with_what_follows() {
        let mut pieces = vec![line(&[]); 12];
        pieces[9].with_next = 2;
        let found = pages(&pieces, &measure(&[]));
        assert_eq!(found[0].pieces.len(), 9);
        assert_eq!(found[1].pieces[0], Placed { piece: 9, top: 0.0, height: 10.0 });
    }

    #[test]
    fn too_many_footnotes_go_on_to_the_next_pages_and_none_is_lost() {
        let all: Vec<usize> = (1..=30).collect();
        let found = pages(&[line(&all)], &measure(&[12.0; 30]));
        let placed: Vec<_> = found.iter().flat_map(|leaf| leaf.notes.clone()).collect();
        assert_eq!(placed, all);
    }

    #[test]
    fn pieces_and_notes_higher_than_a_page_do_no_harm() {
        let tall = Piece { height: 500.0, least: 500.0, ..line(&[1]) };
        let found = pages(&[tall.clone(), tall], &measure(&[400.0]));
        assert_eq!(found.iter().map(|leaf| leaf.pieces.len()).sum::<usize>(), 2);
        assert_eq!(found.iter().flat_map(|leaf| &leaf.notes).count(), 1);
    }

    #[test]
    fn charts_give_way_to_one_another_but_not_to_text() {
        let chart = Piece { height: 60.0, least: 40.0, ..line(&[]) };
        let found = pages(&[chart.clone(), chart.clone(), line(&[])], &measure(&[]));
        let heights: Vec<_> = found[0].pieces.iter().map(|placed| placed.height.round()).collect();
        assert_eq!(heights, [50.0, 50.0]);
        assert_eq!(found[0].pieces[1].top.round(), 50.0);
        let found = pages(&[chart.clone(), line(&[]), line(&[]), line(&[]), line(&[]), line(&[])], &measure(&[]));
        assert_eq!(found[0].pieces[0].height, 60.0);
        assert_eq!(found[1].pieces.len(), 1);
        let found = pages(&[chart.clone(), chart.clone(), chart], &measure(&[]));
        assert_eq!(found.len(), 2);
    }
}
