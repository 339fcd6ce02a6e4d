//! A checksum that tells whether something is still the same: quick, and the same on every machine. It is no
//! protection against malice.

const FIRST: u64 = 0xcbf2_9ce4_8422_2325;
const TIMES: u64 = 0x9e37_79b9_7f4a_7c15;

/// The checksum of these bytes.
pub fn sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut hash = FIRST ^ (bytes.len() as u64).wrapping_mul(TIMES);
    for word in words {
        hash = more(hash, u64::from_le_bytes(*word));
    }
    for byte in rest {
        hash = more(hash, u64::from(*byte) + 1);
    }
    more(hash, 0)
}

/// A checksum with a number more in it.
pub fn more(hash: u64, word: u64) -> u64 {
    let hash = (hash ^ word).wrapping_mul(TIMES);
    hash ^ hash >> 29
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_one_byte_shows() {
        let bytes: Vec<u8> = (0..=99).collect();
        let all: std::collections::BTreeSet<u64> = (0..100)
            .map(|at| {
                let mut other = bytes.clone();
                other[at] ^= 1;
                sum(&other)
            })
            .chain([sum(&bytes), sum(&bytes[..99]), sum(b""), sum(b"\0")])
            .collect();
        assert_eq!(all.len(), 104);
    }
}
