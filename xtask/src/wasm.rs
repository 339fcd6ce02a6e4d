//! The engine for the browser: rustc makes WebAssembly of the library, wasm-bindgen's own crate
//! makes the JavaScript beside it, and the files of `www/` are put next to them.

use crate::{run, workspace};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// rustc's name for the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// An engine: what it is built with, and the name of its files.
pub struct Engine {
    /// The feature that says where it starts.
    pub feature: &'static str,
    /// The profile of Cargo.toml.
    profile: &'static str,
    /// The name of its files.
    pub name: &'static str,
}

/// The guide's engine is what an article's page loads, the look-up's, smaller by far, what the start page does.
pub const ENGINES: [Engine; 2] = [
    Engine {
        feature: "guide-page",
        profile: "web",
        name: "kbguide",
    },
    Engine {
        feature: "lookup-page",
        profile: "web-lookup",
        name: "kbguide_lookup",
    },
];

/// Builds the engines and gives the folder that holds them: `.js` and `_bg.wasm` of each, and `www/`'s files.
pub fn build() -> Result<PathBuf> {
    check_versions()?;
    ensure_target()?;
    let target = workspace::target()?;
    // Not target/web: cargo keeps the build scripts of the profile `web` there.
    let engine = target.join("engine");
    fresh(&engine)?;
    for Engine {
        feature,
        profile,
        name,
    } in ENGINES
    {
        let build = [
            "build",
            "--lib",
            "--target",
            TARGET,
            "--no-default-features",
        ];
        run::run(run::cargo(&build).args(["--profile", profile, "--features", feature]))?;
        let wasm = target.join(TARGET).join(profile).join("kbguide.wasm");
        bind(&wasm, &engine, name)?;
    }
    copy(&workspace::root().join("www"), &engine)?;
    Ok(engine)
}

/// wasm-bindgen and the crate that reads its output have to be of one version; say so before it
/// fails with an error about a schema.
fn check_versions() -> Result<()> {
    let lock = fs::read_to_string(workspace::root().join("Cargo.lock"))?;
    let engine = workspace::locked(&lock, "wasm-bindgen");
    let tool = workspace::locked(&lock, "wasm-bindgen-cli-support");
    let (Some(engine), Some(tool)) = (engine, tool) else {
        bail!("Cargo.lock names no wasm-bindgen or no wasm-bindgen-cli-support");
    };
    ensure!(
        engine == tool,
        "Cargo.lock has wasm-bindgen {engine} but wasm-bindgen-cli-support {tool}; they have to be equal.\n\
         Set wasm-bindgen-cli-support = \"={engine}\" in xtask/Cargo.toml."
    );
    Ok(())
}

/// Sees to it that rustc can build for the browser: rustup adds what is missing.
pub fn ensure_target() -> Result<()> {
    if has_target()? {
        return Ok(());
    }
    eprintln!("rustc has no library for {TARGET}: rustup target add {TARGET}");
    let added = run::run(&mut run::command("rustup", &["target", "add", TARGET]));
    if has_target()? {
        return Ok(());
    }
    let why = "the browser's library is missing and rustup did not add it";
    added.context(why)?;
    bail!("{why}: is rustup's rustc the one that cargo uses? rustc --print sysroot says")
}

/// Whether rustc's folder for the target holds the standard library.
fn has_target() -> Result<bool> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let question = ["--print", "target-libdir", "--target", TARGET];
    let folder = run::output(&mut run::command(&rustc, &question))?;
    let Ok(files) = fs::read_dir(folder.trim()) else {
        return Ok(false);
    };
    let mut names = files.flatten().map(|file| file.file_name());
    Ok(names.any(|name| is_library(&name.to_string_lossy())))
}

fn is_library(name: &str) -> bool {
    name.starts_with("libstd-") && name.ends_with(".rlib")
}

/// Makes an empty folder, whatever was there before.
pub fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Runs wasm-bindgen over what rustc made.
fn bind(wasm: &Path, to: &Path, name: &str) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name);
    bindgen.web(true)?.typescript(false);
    bindgen.omit_default_module_path(false);
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .generate(to)
        .with_context(|| format!("wasm-bindgen cannot read {}", wasm.display()))
}

/// Copies the files of a folder, and of the folders in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_holds_one_version_of_wasm_bindgen_and_its_tool() {
        check_versions().unwrap();
    }

    #[test]
    fn the_standard_library_is_told_from_what_lies_beside_it() {
        assert!(is_library("libstd-0123.rlib"));
        assert!(!is_library("libstd_detect-0123.rlib"));
        assert!(!is_library("libstd-0123.rmeta"));
    }

    #[test]
    fn a_folder_is_copied_with_what_is_in_it() {
        let base = std::env::temp_dir().join(format!("kbguide-copy-{}", std::process::id()));
        fs::create_dir_all(base.join("from/in")).unwrap();
        fs::write(base.join("from/in/file"), "x").unwrap();
        copy(&base.join("from"), &base.join("to")).unwrap();
        let copied = fs::read_to_string(base.join("to/in/file"));
        fs::remove_dir_all(&base).unwrap();
        assert_eq!(copied.unwrap(), "x");
    }
}
