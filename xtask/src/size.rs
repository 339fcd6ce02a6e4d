//! How big the engines are: as they lie on disk and as they travel, packed with brotli.

use crate::wasm;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Builds the engines and prints the sizes of what a browser loads to run each.
pub fn print() -> Result<()> {
    let engine = wasm::build()?;
    for wasm::Engine { name, .. } in wasm::ENGINES {
        let files = [
            format!("{name}_bg.wasm"),
            format!("{name}.js"),
            "app.js".into(),
        ];
        let mut sum = (0, 0);
        for file in files {
            let (raw, packed) = measure(&engine.join(&file))?;
            println!("{file}: {raw} bytes, {packed} with brotli");
            sum = (sum.0 + raw, sum.1 + packed);
        }
        println!("{name}, together: {} bytes, {} with brotli", sum.0, sum.1);
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
