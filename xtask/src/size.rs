//! How big the engine is: as it lies on disk and as it travels, packed with brotli.

use crate::wasm;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The files that a browser has to load to run the engine.
const ENGINE: [&str; 2] = ["kbguide_bg.wasm", "kbguide.js"];

/// Builds the engine and prints the size of its files.
pub fn print() -> Result<()> {
    let engine = wasm::build()?;
    for name in ENGINE {
        let (raw, packed) = measure(&engine.join(name))?;
        println!("{name}: {raw} bytes, {packed} with brotli");
    }
    Ok(())
}

/// A file's size in bytes, raw and with brotli at its strongest.
fn measure(file: &Path) -> Result<(usize, usize)> {
    let raw = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok((raw.len(), brotli(&raw)?.len()))
}

/// The bytes packed with brotli at its strongest.
pub fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &raw[..], &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_packs_what_repeats() {
        let packed = brotli(&[b'a'; 10_000]).unwrap();
        assert!(packed.len() < 100, "{}", packed.len());
    }
}
