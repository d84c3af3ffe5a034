//! The player's gallery, which has a step of every activity on every path.

use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, GALLERY};
use fingerpost_journeys::{Journey, journey_on};
use std::rc::Rc;

/// A journey through a site that has the gallery.
pub fn in_the_gallery<F: Future<Output = ()> + 'static>(test: impl FnOnce(Rc<Journey>) -> F) {
    journey_on(site::with_gallery(), true, test);
}

/// Opens the gallery on `plain` at the step that asks for this.
pub async fn at_step(journey: &Journey, activity: &str) {
    journey.open_awake(GALLERY).await;
    let learner = Learner::new(journey, Way::Keyboard);
    learner.take_path("plain").await;
    while learner.screen().await.activity != activity {
        learner.go_on().await;
    }
}
