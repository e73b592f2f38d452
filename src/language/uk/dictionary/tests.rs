//! Does the dictionary say what a person would?
