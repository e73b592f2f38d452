//! How is what was read told to other programs? As CoNLL-U, the format of Universal Dependencies.
//!
//! What the format leaves open: MISC has `Mention=B-Person` at the first word of a mention and `Mention=I-Person` at the others (IOB2), and
//! `TokenRange=begin:end`, the word's place in the text of the article in code points. A sentence is told on one line, whatever was white in it.

use super::analysed::AnalysedSentence;
use std::io::{self, Write};

/// Writes the sentences of an article. `name` stands before the numbers of its sentences; it has no white space and no slash.
///
/// # Errors
/// Those of `out`.
pub fn write_conllu(sentences: &[AnalysedSentence<'_>], name: &str, out: &mut dyn Write) -> io::Result<()> {
    for (number, sentence) in (1..).zip(sentences) {
        if number == 1 {
            writeln!(out, "# newdoc id = {name}")?;
        }
        if sentence.opens_paragraph {
            writeln!(out, "# newpar")?;
        }
        writeln!(out, "# sent_id = {name}-{number}\n# text = {}", one_line(&sentence.text()))?;
        let mut tags = vec![None; sentence.words.len()];
        for mention in &sentence.mentions {
            for place in mention.words.clone() {
                let Some(tag) = tags.get_mut(place) else { continue };
                *tag = Some((if place == mention.words.start { 'B' } else { 'I' }, mention.kind.name()));
            }
        }
        for (place, (word, tag)) in sentence.words.iter().zip(tags).enumerate() {
            let head = word.head.map_or(0, |head| head + 1);
            let (form, lemma) = (one_line(word.token.text), one_line(&word.lemma));
            write!(out, "{}\t{form}\t{lemma}\t{}\t_\t{}\t{head}\t", place + 1, word.part.name(), word.features)?;
            write!(out, "{}\t_\t", word.relation.name())?;
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

/// No character of a text may end a cell or a line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}
