//! Into which of many files something goes that a script looks up by its name.

/// How many files there are: a power of two, so that more records mean more files and not larger ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shards(u32);

/// Records in one file, about.
const EACH: usize = 64;
/// Files in one folder, at most.
const MOST: usize = 4096;

impl Shards {
    /// Enough for so many records.
    pub fn for_records(count: usize) -> Self {
        let shards = count.div_ceil(EACH).next_power_of_two().min(MOST);
        Self(u32::try_from(shards).expect("it is at most 4096"))
    }

    /// How many.
    pub fn count(self) -> usize {
        self.0 as usize
    }

    /// The one that holds what is looked up by `key`. Scripts compute it too: FNV-1a of its UTF-8, modulo the count.
    pub fn of(self, key: &str) -> usize {
        let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let hash = key.bytes().fold(0x811c_9dc5, step);
        (hash & (self.0 - 1)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Shards;

    #[test]
    fn files_grow_in_number_by_powers_of_two_up_to_a_limit() {
        let counts = [0, 1, 64, 65, 1000, 10_000_000].map(|count| Shards::for_records(count).count());
        assert_eq!(counts, [1, 1, 1, 2, 16, 4096]);
    }

    #[test]
    fn the_hash_is_the_one_that_scripts_compute() {
        // FNV-1a of "foobar" is 0xbf9cf968.
        assert_eq!(Shards(4096).of("foobar"), 0x968);
        assert_eq!(Shards(1).of("foobar"), 0);
    }
}
