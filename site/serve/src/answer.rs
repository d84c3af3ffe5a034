//! Answers requests.

use super::ask::{Answer, Asking, NOT_FOUND, Served};
use super::range::{self, Part};
use super::whole::Whole;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use fingerpost_lesson::keep;
use fingerpost_model::media;
use fingerpost_render as render;
use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::Arc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

/// Reloads a page when another version is served than its own.
const RELOAD: &str = include_str!("reload.js");

/// Stands in for the worker of a built site that a browser keeps from an earlier visit to this very address, and would show instead of what
/// is being written: the browser takes it for a newer version, and it removes that worker, the pages it kept, and itself.
const NO_WORKER: &str = "\"use strict\";addEventListener(\"install\",()=>skipWaiting());\
    addEventListener(\"activate\",(event)=>event.waitUntil((async()=>{\
    for(const name of await caches.keys())if(name.startsWith(NAME))await caches.delete(name);\
    await registration.unregister();for(const page of await clients.matchAll())page.navigate(page.url)})()));";

/// The routes of the server: the site, its index, and the signal to reload.
pub fn router(asking: Asking) -> Router {
    Router::new()
        .route("/__fingerpost/events", get(events))
        .route(render::RELOAD, get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD) }))
        .route(&format!("/{}", render::WORKER), get(no_worker))
        .fallback(get(file))
        .layer(middleware::from_fn(only_this_machine))
        .with_state(asking)
}

/// A web page elsewhere can make a browser ask any name that leads to loopback; only our own names are answered.
async fn only_this_machine(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if ["127.0.0.1", "localhost"].contains(&name) { next.run(request).await } else { StatusCode::FORBIDDEN.into_response() }
}

async fn no_worker() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript")], format!("const NAME=\"{}\";{NO_WORKER}", keep::PAGES.key))
}

async fn events(State(asking): State<Asking>) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>> {
    let versions = WatchStream::new(asking.version.subscribe());
    Sse::new(versions.map(|version| Ok(Event::default().data(version))))
}

async fn file(State(asking): State<Asking>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Some(Answer { version, served }) = asking.ask(name.clone()).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let asked = Asked::of(&request, version);
    match served {
        Served::File(content) => asked.answer(StatusCode::OK, &name, content.into_owned()),
        Served::Nothing(page) => asked.nothing(page.map(Cow::into_owned)),
        Served::OfAll(whole) => file_of_all(whole, name, asked).await,
        Served::Findings(page) => asked.answer(StatusCode::INTERNAL_SERVER_ERROR, "findings.html", page.to_vec()),
    }
}

/// A file that is made of all pages, which may have to be made first: on another thread, while others are answered.
async fn file_of_all(whole: Arc<Whole>, name: String, asked: Asked) -> Response {
    let found = tokio::task::spawn_blocking(move || match whole.file(&name) {
        Ok(Some(content)) => asked.answer(StatusCode::OK, &name, content.to_vec()),
        Ok(None) => asked.nothing(whole.file(NOT_FOUND).ok().flatten().map(<[u8]>::to_vec)),
        Err(error) => asked.answer(StatusCode::INTERNAL_SERVER_ERROR, "error.txt", error.to_string().into_bytes()),
    });
    found.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// What an answer depends on beside its content.
struct Asked {
    /// The version that is served, which stands for what every file of it holds.
    version: String,
    /// The part that is asked for.
    range: Option<String>,
}

impl Asked {
    fn of(request: &Request, version: String) -> Asked {
        let header = |name| request.headers().get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        // A part of another version than the asker has would not fit what they have.
        let fits = header(header::IF_RANGE).is_none_or(|of| of == tag(&version));
        let range = header(header::RANGE).filter(|_| fits && request.method() == Method::GET);
        Asked { version, range: range.map(str::to_owned) }
    }

    fn answer(&self, status: StatusCode, name: &str, content: Vec<u8>) -> Response {
        let kind = media::type_of(name);
        let content = if kind.starts_with("text/html") { self.with_version(content) } else { content };
        let length = content.len();
        let part = if status == StatusCode::OK { range::part(self.range.as_deref(), length) } else { Part::Whole };
        let (status, content, place) = match part {
            Part::Whole => (status, content, None),
            Part::Bytes(bytes) => {
                let place = format!("bytes {}-{}/{length}", bytes.start, bytes.end - 1);
                (StatusCode::PARTIAL_CONTENT, content[bytes].to_vec(), Some(place))
            }
            Part::Outside => (StatusCode::RANGE_NOT_SATISFIABLE, Vec::new(), Some(format!("bytes */{length}"))),
        };
        let headers = [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CACHE_CONTROL, "no-store".to_owned()),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
            (header::ACCEPT_RANGES, "bytes".to_owned()),
            (header::ETAG, tag(&self.version)),
        ];
        (status, headers, place.map(|place| [(header::CONTENT_RANGE, place)]), content).into_response()
    }

    /// The answer where there is nothing, with the site's page that says so.
    fn nothing(&self, page: Option<Vec<u8>>) -> Response {
        match page {
            Some(page) => self.answer(StatusCode::NOT_FOUND, NOT_FOUND, page),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// A page whose script knows of which version the page is.
    fn with_version(&self, page: Vec<u8>) -> Vec<u8> {
        let address = format!("{}\"", render::RELOAD);
        let versioned = format!("{}?{}\"", render::RELOAD, self.version);
        String::from_utf8_lossy(&page).replace(&address, &versioned).into_bytes()
    }
}

fn tag(version: &str) -> String {
    format!("\"{version}\"")
}
