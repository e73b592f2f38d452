//! What does a program cost? Its CPU time and its peak of memory, as the system counts them for children that have ended.

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::process::{Command, Stdio};

/// CPU seconds and bytes.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub seconds: f64,
    pub bytes: f64,
}

impl Cost {
    /// The least of both.
    pub fn least(self, other: Self) -> Self {
        Self { seconds: self.seconds.min(other.seconds), bytes: self.bytes.min(other.bytes) }
    }
}

/// Runs a program by way of this one, which then has no other child.
pub fn cost(command: &[&str]) -> Cost {
    let this = std::env::current_exe().expect("this program");
    let output = Command::new(this).arg("measured").args(command).stderr(Stdio::inherit()).output().expect("runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [seconds, bytes] = numbers[..] else { panic!("{command:?}: {said}") };
    Cost { seconds, bytes }
}

/// Runs a program and prints what it cost.
pub fn measured(command: &[&str]) {
    let (program, args) = command.split_first().expect("a program");
    let status = Command::new(program).args(args).stdout(Stdio::null()).status().expect("runs");
    assert!(status.success(), "{command:?}: {status}");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the usage");
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    #[expect(clippy::cast_precision_loss, reason = "a number for people")]
    let (seconds, bytes) = (micros as f64 / 1e6, usage.max_rss() as f64 * 1024.0);
    println!("{seconds} {bytes}");
}
