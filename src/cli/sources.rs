//! The sources of a built site's articles: files, or packs with many of them.

use crate::app::pack::{self, Broken};
use crate::lookup::article_of;
use std::fs;
use std::path::{Path, PathBuf};

/// Where a site has them.
pub struct Sources {
    site: PathBuf,
    /// The table of packs, or why it cannot be read; `None` where each article is a file.
    table: Option<Result<String, String>>,
}

impl Sources {
    /// Looks how this site has them.
    pub fn of(site: &Path) -> Self {
        let path = site.join(pack::TABLE);
        let table = path.exists().then(|| {
            let bytes = fs::read(&path);
            let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            text.map_err(|error| format!("its pack, {}, cannot be read: {error}", pack::TABLE))
        });
        Self {
            site: site.to_path_buf(),
            table,
        }
    }

    /// A file of the site, or the source of an article wherever it is. The error goes on after a colon.
    pub fn read(&self, file: &str) -> Result<Vec<u8>, String> {
        match (article_of(file), &self.table) {
            (Some(name), Some(table)) => self.packed(table.as_ref().map_err(String::clone)?, name),
            _ => fs::read(self.site.join(file)).map_err(|error| error.to_string()),
        }
    }

    fn packed(&self, table: &str, name: &str) -> Result<Vec<u8>, String> {
        let broken = |file: &str, broken: Broken| format!("its pack, {file}, {broken}");
        let first = pack::pack_of(table, name).map_err(|why| broken(pack::TABLE, why))?;
        let file = pack::file(first.ok_or(NOWHERE)?);
        let bytes = fs::read(self.site.join(&file));
        let bytes = bytes.map_err(|why| format!("its pack, {file}, cannot be read: {why}"))?;
        let found = pack::find(&bytes, name).map_err(|why| broken(&file, why))?;
        Ok(found.ok_or(NOWHERE)?.source.to_vec())
    }
}

const NOWHERE: &str = "it is in no pack";
