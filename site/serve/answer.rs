//! Answers requests from memory.

use super::{Searchable, Served, Shared, page};
use crate::render;
use crate::search;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use fingerpost_lesson::keep;
use std::convert::Infallible;
use std::sync::Arc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

/// Reloads the page when the version that is served is another than the first one heard of, also after the program was stopped and
/// started again.
const RELOAD: &str = "\"use strict\";let first;new EventSource(\"/__fingerpost/events\").onmessage=({data})=>{\
    if(first&&first!==data)location.reload();first??=data};";

/// Stands in for the worker of a built site that a browser keeps from an earlier visit to this very address, and would show instead of what
/// is being written: the browser takes it for a newer version, and it removes that worker, the pages it kept, and itself.
const NO_WORKER: &str = "\"use strict\";addEventListener(\"install\",()=>skipWaiting());\
    addEventListener(\"activate\",(event)=>event.waitUntil((async()=>{\
    for(const name of await caches.keys())if(name.startsWith(NAME))await caches.delete(name);\
    await registration.unregister();for(const page of await clients.matchAll())page.navigate(page.url)})()));";

pub fn router(shared: Shared) -> Router {
    Router::new()
        .route("/__fingerpost/events", get(events))
        .route("/__fingerpost/reload.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD) }))
        .route(&format!("/{}", render::WORKER), get(no_worker))
        .fallback(get(file))
        .layer(middleware::from_fn(only_this_machine))
        .with_state(shared)
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

async fn events(State(shared): State<Shared>) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>> {
    let started = shared.started;
    let versions = WatchStream::new(shared.version.subscribe());
    Sse::new(versions.map(move |version| Ok(Event::default().data(format!("{started}-{version}")))))
}

async fn file(State(shared): State<Shared>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let served = match &*shared.served.read().expect("no builder panics while it holds the lock") {
        Served::Findings(findings) => {
            let page = page::findings(findings).into_bytes();
            return answer(StatusCode::INTERNAL_SERVER_ERROR, "findings.html", page);
        }
        Served::Site(served) => Arc::clone(served),
    };
    match (served.site.files.get(&name), served.site.files.get("404.html")) {
        (Some(content), _) => answer(StatusCode::OK, &name, content.to_vec()),
        (None, _) if name.starts_with(search::FOLDER) => index_file(served, name).await,
        (None, Some(not_found)) => answer(StatusCode::NOT_FOUND, "404.html", not_found.to_vec()),
        (None, None) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file of the search index, which may have to be made first: on another thread, while others are answered.
async fn index_file(served: Arc<Searchable>, name: String) -> Response {
    let found = tokio::task::spawn_blocking(move || match served.index_file(&name) {
        Ok(Some(content)) => answer(StatusCode::OK, &name, content.to_vec()),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => answer(StatusCode::INTERNAL_SERVER_ERROR, "error.txt", error.to_string().into_bytes()),
    });
    found.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(status: StatusCode, name: &str, content: Vec<u8>) -> Response {
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("mp3") => "audio/mpeg",
        Some("m4a") => "audio/mp4",
        Some("ogg") => "audio/ogg",
        Some("wav") => "audio/wav",
        Some("xml") => "application/xml",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (status, headers, content).into_response()
}
