//! A piece of the site: pages that are written together, and which these are, known before any of them is written.

use crate::part::language::Edition;
use crate::site::Site;
use std::future::Future;
use std::pin::Pin;

/// A part of the site that is being written. It stays on the thread on which it was begun, because the player's screens do.
type Writing<'a> = Pin<Box<dyn Future<Output = Site> + 'a>>;

/// Pages that are still to be written.
pub struct Piece<'a> {
    /// Where they will stand in the output folder.
    pub paths: Vec<String>,
    /// Whether other files come with them, such as drawings, whose names say what is in them and so are known afterwards only.
    pub brings_files: bool,
    begin: Box<dyn FnOnce() -> Writing<'a> + Send + 'a>,
}

impl<'a> Piece<'a> {
    /// The piece that `put` writes: those of the pages with these paths in the original that are there in a language; none where no page is.
    pub fn of(
        language: &Edition,
        paths: impl IntoIterator<Item = String>,
        put: impl AsyncFnOnce(&mut Site) + Send + 'a,
    ) -> Option<Piece<'a>> {
        let paths: Vec<String> = paths.into_iter().filter(|path| language.has(path)).map(|path| language.path(&path)).collect();
        let begin = move || -> Writing<'a> {
            Box::pin(async move {
                let mut site = Site::default();
                put(&mut site).await;
                site
            })
        };
        (!paths.is_empty()).then(|| Piece { paths, brings_files: false, begin: Box::new(begin) })
    }

    /// The same pages with other files, such as drawings.
    pub fn with_files(self) -> Piece<'a> {
        Piece { brings_files: true, ..self }
    }

    /// Writes it.
    pub async fn write(self) -> Site {
        let site = (self.begin)().await;
        // Whoever asks for a page by its path would else not find it.
        debug_assert!(
            self.paths.iter().all(|path| site.files.contains_key(path))
                && site.files.keys().all(|file| self.paths.contains(file) || self.brings_files && !file.ends_with(".html")),
            "said that it writes {:?}, and wrote {:?}",
            self.paths,
            site.files.keys(),
        );
        site
    }
}
