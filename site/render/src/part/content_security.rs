//! What a page may load, as it says itself and as a host says it of every page.

/// What a page may load. Nothing comes from elsewhere and nothing is sent; a page that runs WebAssembly may compile it and ask for it, and
/// holds its logo itself (`data:`), which as a picture runs nothing; one that keeps pages on the device may start the worker that does so; one with a recording may play it, also from memory (`blob:`).
pub fn content_security_policy(wasm: bool, worker: bool, sound: bool, live_reload: bool) -> String {
    let worker = if worker { "; worker-src 'self'" } else { "" };
    let sound = if sound { "; media-src 'self' blob:" } else { "" };
    let script = if wasm { "script-src 'self' 'wasm-unsafe-eval'" } else { "script-src 'self'" };
    let pictures = if wasm { "img-src 'self' data:" } else { "img-src 'self'" };
    let connect = if wasm || live_reload { "; connect-src 'self'" } else { "" };
    format!(
        "default-src 'none'; style-src 'self'; {script}; {pictures}; manifest-src 'self'{sound}{worker}{connect}; base-uri 'none'; \
         form-action 'none'"
    )
}
