//! Numbers as bytes and bits: variable-length integers, strings, and Rice codes for the gaps of postings.
//!
//! Readers never fail on any bytes: they give `None` where the bytes end or say what cannot be.

/// Writes a number in groups of seven bits, the lowest first.
pub fn put_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes a text with its length before it.
pub fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

/// Writes a text beside the one before it in order: how many bytes they share, and the rest.
pub fn put_front_coded(out: &mut Vec<u8>, before: &str, text: &str) {
    let same = before.bytes().zip(text.bytes());
    let mut shared = same.take_while(|(a, b)| a == b).count();
    while !text.is_char_boundary(shared) {
        shared -= 1;
    }
    put_number(out, shared as u32);
    put_text(out, text.get(shared..).unwrap_or_default());
}

/// Reads bytes from the front.
#[derive(Clone, Copy)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// What [`put_number`] wrote.
    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = u32::from(self.byte()?);
            number |= (byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// So many bytes.
    pub fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    /// What [`put_text`] wrote.
    pub fn text(&mut self) -> Option<&'a str> {
        let count = self.number()? as usize;
        std::str::from_utf8(self.bytes(count)?).ok()
    }

    /// What [`put_front_coded`] wrote, after the text before it, which it replaces.
    pub fn front_coded(&mut self, text: &mut String) -> Option<()> {
        let shared = self.number()? as usize;
        if shared > text.len() || !text.is_char_boundary(shared) {
            return None;
        }
        text.truncate(shared);
        text.push_str(self.text()?);
        Some(())
    }

    /// Four bytes, the lowest first.
    pub fn four(&mut self) -> Option<u32> {
        let bytes = self.bytes(4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes))
    }
}

/// Writes bits, the lowest of a byte first.
#[derive(Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl BitWriter {
    /// Writes the lowest `count` bits of a number, at most 32.
    pub fn put(&mut self, number: u32, count: u32) {
        let mask = (1u64 << count) - 1;
        self.held |= (u64::from(number) & mask) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// A Rice code: the number without its lowest `low` bits as so many ones and a zero, then those bits.
    pub fn rice(&mut self, number: u32, low: u32) {
        for _ in 0..number >> low {
            self.put(1, 1);
        }
        self.put(0, 1);
        self.put(number, low);
    }

    /// The bytes, the last one filled up with zeros.
    pub fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.held as u8);
        }
        self.bytes
    }
}

/// Reads what a [`BitWriter`] wrote.
pub struct BitReader<'a> {
    bytes: &'a [u8],
    held: u64,
    count: u32,
}

impl<'a> BitReader<'a> {
    /// Reads these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            held: 0,
            count: 0,
        }
    }

    fn fill(&mut self) {
        while self.count <= 56 {
            let Some((first, rest)) = self.bytes.split_first() else {
                return;
            };
            self.held |= u64::from(*first) << self.count;
            self.count += 8;
            self.bytes = rest;
        }
    }

    /// So many bits, at most 32.
    pub fn get(&mut self, count: u32) -> Option<u32> {
        self.fill();
        if self.count < count {
            return None;
        }
        let number = self.held & ((1u64 << count) - 1);
        self.held >>= count;
        self.count -= count;
        Some(number as u32)
    }

    /// What [`BitWriter::rice`] wrote.
    pub fn rice(&mut self, low: u32) -> Option<u32> {
        let mut high = 0u32;
        loop {
            self.fill();
            let ones = self.held.trailing_ones().min(self.count);
            high = high.checked_add(ones)?;
            self.held = self.held.checked_shr(ones).unwrap_or(0);
            self.count -= ones;
            if self.count > 0 {
                break;
            }
            if self.bytes.is_empty() {
                return None;
            }
        }
        self.get(1)?;
        let rest = self.get(low)?;
        high.checked_mul(1 << low)?.checked_add(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_and_texts(number: u32, before: String, text: String) {
            let mut out = Vec::new();
            put_number(&mut out, number);
            put_front_coded(&mut out, &before, &text);
            let mut reader = Reader(&out);
            let mut read = before;
            prop_assert_eq!(reader.number(), Some(number));
            prop_assert_eq!(reader.front_coded(&mut read), Some(()));
            prop_assert_eq!((read, reader.0.len()), (text, 0));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let mut reader = Reader(&bytes);
            let mut text = String::from("before");
            while reader.front_coded(&mut text).is_some() && reader.number().is_some() {}
        }
    }
}
