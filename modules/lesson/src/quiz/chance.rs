//! Numbers by chance that come again with the same seed: so a record can say which draw it was, and tests can hold it.
//!
//! It is SplitMix64, which is a few lines long and the same on every machine. It keeps nothing secret.

/// A row of numbers.
#[derive(Clone, Copy, Debug)]
pub struct Chance(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Chance {
    /// The row of a seed for one purpose: an item and a scene have rows of their own, so that no answer moves because another question was asked.
    pub fn of(seed: u32, purpose: [usize; 2]) -> Chance {
        let [item, scene] = purpose.map(|number| number as u64);
        let mut chance = Chance(u64::from(seed) << 32 ^ item << 16 ^ scene);
        // Seeds that lie side by side begin rows that look alike for one number.
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number under `count`, which is not nought.
    fn below(&mut self, count: usize) -> usize {
        // The upper half of a product is spread as evenly as the number itself.
        (((self.next() >> 32) * count as u64) >> 32) as usize
    }

    /// Puts a list in an order by chance. Every order is equally likely.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;
    use std::collections::BTreeMap;

    /// Published with the algorithm: what it gives for the seed 1234567.
    #[test]
    fn it_is_the_algorithm_that_it_says() {
        let mut chance = Chance(1_234_567);
        assert_eq!(chance.next(), 6_457_827_717_110_365_317);
        assert_eq!(chance.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn every_order_of_three_is_about_as_likely() {
        let mut orders: BTreeMap<[u8; 3], u32> = BTreeMap::new();
        for seed in 0..6000 {
            let mut list = [1, 2, 3];
            Chance::of(seed, [0, 0]).shuffle(&mut list);
            *orders.entry(list).or_default() += 1;
        }
        assert_eq!(orders.len(), 6);
        assert!(orders.values().all(|count| (900..1100).contains(count)), "{orders:?}");
    }
}
