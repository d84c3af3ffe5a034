//! What is awaited, to its end on this thread.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Waits for the player's screens.
///
/// # Panics
///
/// When the machine cannot give a thread its timer: then nothing else works either.
pub fn blocking<T>(writing: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread needs no system resource");
    tokio::task::LocalSet::new().block_on(&runtime, writing)
}

/// What comes of a future that waits for nothing.
pub fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made,
        Poll::Pending => unreachable!("nothing in it waits"),
    }
}
