//! Does the choice of tags do what it says? Scores made by hand.
