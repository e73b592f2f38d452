//! Are sentences and tokens what a reader expects?
