//! Lists of back-references, all in one block of memory.

/// For each index of one kind a list of items, in compressed rows.
#[derive(Debug, Clone)]
pub struct Back<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Back<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), items: Vec::new() }
    }
}

impl<T: Copy + PartialEq> Back<T> {
    /// Sorts `pairs` of (row, item) into `rows` rows by counting. Items keep the order of the pairs; equal items
    /// that follow one another in a row are kept once.
    pub fn new(rows: usize, pairs: &[(u32, T)]) -> Self {
        let mut starts = vec![0u32; rows + 1];
        for (row, _) in pairs {
            starts[*row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut order = vec![0u32; pairs.len()];
        for (at, (row, _)) in (0u32..).zip(pairs) {
            let slot = &mut next[*row as usize];
            order[*slot as usize] = at;
            *slot += 1;
        }
        let sorted = |row: usize| &order[starts[row] as usize..starts[row + 1] as usize];
        let mut kept = Self { starts: Vec::with_capacity(rows + 1), items: Vec::with_capacity(pairs.len()) };
        kept.starts.push(0);
        for row in 0..rows {
            let first = kept.items.len();
            for at in sorted(row) {
                let item = pairs[*at as usize].1;
                if kept.items.len() == first || kept.items.last() != Some(&item) {
                    kept.items.push(item);
                }
            }
            kept.starts.push(u32::try_from(kept.items.len()).expect("there are fewer than 2^32 references"));
        }
        kept
    }

    /// The items of a row; none for a row that is not there.
    pub fn of(&self, row: usize) -> &[T] {
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) => &self.items[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Back;

    #[test]
    fn rows_keep_the_order_of_the_pairs_and_drop_twins() {
        let back = Back::new(3, &[(2, 'a'), (0, 'b'), (2, 'a'), (2, 'c'), (0, 'd')]);
        assert_eq!(back.of(0), ['b', 'd']);
        assert!(back.of(1).is_empty());
        assert_eq!(back.of(2), ['a', 'c']);
        assert!(back.of(9).is_empty());
    }
}
