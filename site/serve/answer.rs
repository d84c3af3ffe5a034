//! Answers requests from memory.

use super::{Served, Shared, page};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::convert::Infallible;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

/// Reloads the page when the version that is served is another than the first one heard of, also after the program was stopped and
/// started again.
const RELOAD: &str = "\"use strict\";let first;new EventSource(\"/__fingerpost/events\").onmessage=({data})=>{\
    if(first&&first!==data)location.reload();first??=data};";

pub fn router(shared: Shared) -> Router {
    Router::new()
        .route("/__fingerpost/events", get(events))
        .route("/__fingerpost/reload.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD) }))
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

async fn events(State(shared): State<Shared>) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>> {
    let started = shared.started;
    let versions = WatchStream::new(shared.version.subscribe());
    Sse::new(versions.map(move |version| Ok(Event::default().data(format!("{started}-{version}")))))
}

async fn file(State(shared): State<Shared>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let served = shared.served.read().expect("no builder panics while it holds the lock");
    match &*served {
        Served::Findings(findings) => {
            answer(StatusCode::INTERNAL_SERVER_ERROR, "findings.html", page::findings(findings).into_bytes())
        }
        Served::Site(site) => {
            let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            match (site.files.get(&name), site.files.get("404.html")) {
                (Some(content), _) => answer(StatusCode::OK, &name, content.to_vec()),
                (None, Some(not_found)) => answer(StatusCode::NOT_FOUND, "404.html", not_found.to_vec()),
                (None, None) => StatusCode::NOT_FOUND.into_response(),
            }
        }
    }
}

fn answer(status: StatusCode, name: &str, content: Vec<u8>) -> Response {
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("xml") => "application/xml",
        Some("ics") => "text/calendar; charset=utf-8",
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
