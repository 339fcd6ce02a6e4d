//! What every file of the index begins with: `KBLU`, the version of the format, what it holds, and a checksum of the rest.

use super::bits::Reader;
use std::fmt;

/// The version of the format. A reader takes no other.
pub const VERSION: u8 = 2;

const MAGIC: &[u8] = b"KBLU";

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What is there and where.
    Root,
    /// Terms with their articles.
    Terms,
    /// Articles as results show them.
    Articles,
    /// Words as they are written, to correct and to complete what is typed.
    Spelling,
    /// The same, sorted from their ends.
    Endings,
}

impl Kind {
    /// The letter in headers and names.
    pub fn letter(self) -> u8 {
        match self {
            Self::Root => b'r',
            Self::Terms => b't',
            Self::Articles => b'a',
            Self::Spelling => b's',
            Self::Endings => b'e',
        }
    }
}

/// Why a file of the index cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It does not begin as a file of an index does.
    Foreign,
    /// It is of another version of the format.
    Version(u8),
    /// It is whole but not the one that the root names: from another build, or mixed up.
    Other,
    /// Its bytes are not those that were written.
    Damaged,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("it is no file of a look-up index"),
            Self::Version(version) => write!(
                f,
                "it is of version {version} of the index's format, and this reads version {VERSION}; build the site anew"
            ),
            Self::Other => f.write_str("it is from another build than the rest of the index"),
            Self::Damaged => f.write_str("it is damaged: its checksum does not fit"),
        }
    }
}

/// A file with this in it, and its checksum.
pub fn sealed(kind: Kind, body: &[u8]) -> (Vec<u8>, u32) {
    let sum = checksum(kind, body);
    let mut bytes = Vec::with_capacity(body.len() + 10);
    bytes.extend_from_slice(MAGIC);
    bytes.extend([VERSION, kind.letter()]);
    bytes.extend(sum.to_le_bytes());
    bytes.extend_from_slice(body);
    (bytes, sum)
}

/// What is in a file of this kind, and its checksum.
pub fn open(kind: Kind, bytes: &[u8]) -> Result<(&[u8], u32), Broken> {
    let mut reader = Reader(bytes);
    if reader.bytes(MAGIC.len()) != Some(MAGIC) {
        return Err(Broken::Foreign);
    }
    let version = reader.byte().ok_or(Broken::Damaged)?;
    if version != VERSION {
        return Err(Broken::Version(version));
    }
    let letter = reader.byte().ok_or(Broken::Damaged)?;
    let sum = reader.four().ok_or(Broken::Damaged)?;
    if sum != checksum(kind, reader.0) {
        return Err(Broken::Damaged);
    }
    match letter == kind.letter() {
        true => Ok((reader.0, sum)),
        false => Err(Broken::Other),
    }
}

/// FNV-1a over the kind and the bytes, folded to 32 bits. It finds damage; it is no protection against malice.
fn checksum(kind: Kind, body: &[u8]) -> u32 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = step(0xcbf2_9ce4_8422_2325, kind.letter());
    let hash = body.iter().fold(hash, |hash, byte| step(hash, *byte));
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file() {
        let (good, sum) = sealed(Kind::Terms, b"body");
        assert_eq!(open(Kind::Terms, &good), Ok((&b"body"[..], sum)));
        let changed = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            bytes[at] = byte;
            open(Kind::Terms, &bytes)
                .map_err(|broken| broken.to_string())
                .err()
        };
        let table = [
            (0, b'X', "it is no file of a look-up index"),
            (
                4,
                9,
                "it is of version 9 of the index's format, and this reads version 2; build the site anew",
            ),
            (12, 0, "it is damaged: its checksum does not fit"),
        ];
        for (at, byte, error) in table {
            assert_eq!(changed(at, byte).as_deref(), Some(error));
        }
        assert_eq!(open(Kind::Terms, &good[..6]), Err(Broken::Damaged));
        assert_eq!(open(Kind::Terms, b""), Err(Broken::Foreign));
        assert_eq!(open(Kind::Articles, &good), Err(Broken::Damaged));
    }
}
