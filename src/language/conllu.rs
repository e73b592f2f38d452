//! How is what was read told to other programs? As CoNLL-U, the format of Universal Dependencies, with the entities of `CorefUD`.
//!
//! MISC has `Entity=`, the brackets of `CorefUD`; `Mention=B-Person` at the first word of a mention that stands in no other one and
//! `Mention=I-Person` at the others (IOB2), also for numbers and offices, which are no entities; and `TokenRange=begin:end`, the word's place in
//! the text of the article in code points. A comment tells the names of each entity. A sentence is told on one line, whatever was white in it.

use super::brackets::{self, brackets};
use super::named::{NamedText, Naming};
use std::io::{self, Write};

/// Writes an article. `name` stands before the numbers of its sentences and the keys of its entities; it is of letters and digits.
///
/// # Errors
/// Those of `out`.
pub fn write_conllu(text: &NamedText<'_>, name: &str, out: &mut dyn Write) -> io::Result<()> {
    for (number, (sentence, mentions)) in (1..).zip(text.by_sentence()) {
        if number == 1 {
            writeln!(out, "# newdoc id = {name}\n# global.Entity = {}", brackets::FIELDS)?;
            for entity in &text.entities {
                writeln!(out, "# entity {} = {}", brackets::id(name, entity), one_line(&entity.names.join("; ")))?;
            }
        }
        if sentence.opens_paragraph {
            writeln!(out, "# newpar")?;
        }
        writeln!(out, "# sent_id = {name}-{number}\n# text = {}", one_line(&sentence.text()))?;
        let tags = tags(mentions, sentence.words.len());
        let entities = brackets(text, mentions, sentence.words.len(), name);
        for (place, ((word, tag), entity)) in sentence.words.iter().zip(tags).zip(entities).enumerate() {
            let head = word.head.map_or(0, |head| head + 1);
            let (form, lemma) = (one_line(word.token.text), one_line(&word.lemma));
            write!(out, "{}\t{form}\t{lemma}\t{}\t_\t{}\t{head}\t", place + 1, word.part.name(), word.features)?;
            write!(out, "{}\t_\t", word.relation.name())?;
            if !entity.is_empty() {
                write!(out, "Entity={entity}|")?;
            }
            if let Some((begin, kind)) = tag {
                write!(out, "Mention={begin}-{kind}|")?;
            }
            let joined = if word.token.space_after { "" } else { "SpaceAfter=No|" };
            writeln!(out, "{joined}TokenRange={}:{}", word.token.span.begin, word.token.span.end)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The tag of each word: that of the mention which stands in no other one.
fn tags(mentions: &[Naming], words: usize) -> Vec<Option<(char, &'static str)>> {
    let mut tags = vec![None; words];
    for mention in mentions {
        let within = mention.words.clone().any(|place| tags.get(place).is_none_or(Option::is_some));
        for place in mention.words.clone().filter(|_| !within) {
            tags[place] = Some((if place == mention.words.start { 'B' } else { 'I' }, mention.kind.name()));
        }
    }
    tags
}

/// No character of a text may end a cell or a line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}
