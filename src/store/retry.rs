//! How often is something tried again, and how long is waited before?

use super::fault::{Fault, StoreError};
use crate::diagnostic::Diagnostic;
use std::time::Duration;

/// The wait before the first retry; it doubles with each.
const FIRST: Duration = Duration::from_millis(500);
/// The longest wait of our own.
const LONGEST: Duration = Duration::from_secs(30);
/// The longest that a server is waited for because it says so.
const ASKED: Duration = Duration::from_mins(5);

/// Who looks on while a store is loaded, waits, and may stop it. The library itself has no clock.
pub trait Watch {
    /// Waits before something is tried again.
    fn wait(&mut self, how_long: Duration, why: &StoreError);

    /// Whether the person does not want any more; asked between two requests.
    fn stopped(&self) -> bool {
        false
    }

    /// Something worth knowing.
    fn say(&mut self, _said: &Diagnostic) {}

    /// An article is done; `done` of `all` are.
    fn arrived(&mut self, _done: usize, _all: usize) {}
}

/// How often something is tried again.
#[derive(Debug, Clone, Copy)]
pub struct Patience(pub u32);

impl Patience {
    /// Does something, again after a while where what went wrong may pass.
    pub fn run<T>(self, watch: &mut dyn Watch, mut work: impl FnMut(&mut dyn Watch) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut tried = 0;
        loop {
            if watch.stopped() {
                return Err(stopped());
            }
            match work(watch) {
                Err(error) if error.fault.may_pass() && tried < self.0 => {
                    watch.wait(delay(tried, error.retry_after), &error);
                    tried += 1;
                }
                Err(error) if error.fault.may_pass() && tried > 0 => return Err(gave_up(error, tried + 1)),
                done => return done,
            }
        }
    }
}

/// The wait before a retry: twice as long each time, or as long as the server asks.
fn delay(tried: u32, asked: Option<Duration>) -> Duration {
    let own = FIRST.saturating_mul(1_u32.checked_shl(tried).unwrap_or(u32::MAX)).min(LONGEST);
    asked.map_or(own, |asked| asked.min(ASKED).max(own))
}

fn gave_up(mut error: StoreError, times: u32) -> StoreError {
    error.said.message = format!("{} (tried {times} times)", error.said.message);
    error
}

/// The person stopped it.
pub fn stopped() -> StoreError {
    StoreError::new(Fault::Stopped, Diagnostic::error("stopped"))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Waits(Vec<Duration>);

    impl Watch for Waits {
        fn wait(&mut self, how_long: Duration, _: &StoreError) {
            self.0.push(how_long);
        }

        fn stopped(&self) -> bool {
            self.0.len() == 9
        }
    }

    fn fails(fault: Fault, retries: u32) -> (Vec<Duration>, StoreError) {
        let mut watch = Waits(Vec::new());
        let error = Patience(retries).run::<()>(&mut watch, |_| Err(StoreError::new(fault, Diagnostic::error("no")))).unwrap_err();
        (watch.0, error)
    }

    #[test]
    fn waits_double_up_to_a_limit_and_the_server_is_heard() {
        let (waits, error) = fails(Fault::Busy, 8);
        assert_eq!(waits.iter().map(Duration::as_millis).collect::<Vec<_>>(), [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
        assert_eq!(error.said.message, "no (tried 9 times)");
        assert_eq!(delay(0, Some(Duration::from_secs(7))), Duration::from_secs(7));
        assert_eq!(delay(3, Some(Duration::ZERO)), Duration::from_secs(4), "an impatient server is not pressed");
        assert_eq!(delay(40, Some(Duration::from_secs(9999))), ASKED);
    }

    #[test]
    fn what_does_not_pass_is_not_tried_again_and_a_person_can_stop_it() {
        assert_eq!(fails(Fault::Forbidden, 8).0.len(), 0);
        assert_eq!(fails(Fault::Busy, 20).1.fault, Fault::Stopped);
    }
}
