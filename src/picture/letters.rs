//! How large and how heavy are the letters of what? The same in our drawings and in Graphviz's.

use super::text::Style;

/// The headline.
pub const TITLE: Style = Style::bold(20.0);
/// What stands beneath it.
pub const SUBTITLE: Style = Style::regular(13.0);
/// The name of a box.
pub const NAME: Style = Style::regular(13.0);
/// The name of one of the main actors.
pub const MAIN_NAME: Style = Style::bold(14.0);
/// The relation on an arrow.
pub const RELATION: Style = Style::bold(13.0);
/// What stands beneath a name, a sentence, a relation.
pub const UNDER: Style = Style::regular(11.5);
/// A time beside the line of a timeline.
pub const TIME: Style = Style::bold(13.0);
/// The key, and what was left out.
pub const KEY: Style = Style::regular(12.0);
/// Letters of a box are of the second kind from this weight on.
pub const MAIN: f64 = 0.5;
