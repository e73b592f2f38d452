//! How are the sums of the encoder done, fast and with the same bits on every machine?

#![expect(clippy::inline_always, reason = "a helper that is not inlined is compiled without the vector instructions of its caller")]
#![expect(clippy::needless_range_loop, reason = "closures, iterators' included, lose the vector instructions where they are not inlined")]

mod activation;
mod attention;
mod dot;
mod dots;
mod norm;
mod product;
mod quantise;
#[cfg(test)]
mod tests;
mod vector;
#[cfg(target_arch = "x86_64")]
mod x86;

pub use activation::gelu;
pub use attention::{Attention, Shape, attend};
pub use dots::dots;
pub use norm::{Norm, normalise};
pub use product::{Matrix, first, multiply};
pub use quantise::{Rows, quantise};
