//! What is wrong with the weights?

/// Why a file of weights cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The file is no tensor file, or ends too early.
    #[error("the weights are no whole safetensors file: {0}")]
    NotTensors(String),
    /// It is a tensor file, of another kind.
    #[error("the weights are of another format: {found:?}, where \"newsgraph-reader/1\" is needed")]
    Format {
        /// What the file says of itself.
        found: String,
    },
    /// The file carries no checksum.
    #[error("the weights carry no checksum: nobody knows whether they are whole")]
    NoChecksum,
    /// The bytes are not those that were written.
    #[error("the weights are damaged: their checksum is {found}, where {expected} was written; get them again")]
    Damaged {
        /// The checksum in the file.
        expected: String,
        /// The checksum of its bytes.
        found: String,
    },
    /// Sizes or labels of the model contradict each other, or are too large.
    #[error("the configuration of the weights does not hold: {0}")]
    Config(String),
    /// A tensor is missing, or is not what the configuration says.
    #[error("the tensor {name} does not fit: {problem}")]
    Tensor {
        /// Its name.
        name: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl ModelError {
    /// A tensor that does not fit.
    pub fn tensor(name: &str, problem: impl Into<String>) -> Self {
        Self::Tensor { name: name.to_owned(), problem: problem.into() }
    }
}
