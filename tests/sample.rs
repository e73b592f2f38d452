//! Is `out/` what the program makes of the sample, and does the sample show what it should?

mod common;

use common::{assert_current, assert_current_bytes, json, rdf, sample, sample_graph};
use newsgraph::{EntityType, Modality, Page, Picture, PictureOptions, Polarity, RdfFormat, View};

/// The pictures in `out/`: what stands behind their name, what they show.
fn pictures() -> [(&'static str, PictureOptions); 5] {
    let of = |view| PictureOptions { view, scale: 1.0, ..PictureOptions::default() };
    [
        ("", of(None)),
        ("-claims", of(Some(View::Claims))),
        ("-focus", PictureOptions { focus: Some("kosovo".to_owned()), ..of(Some(View::Focus)) }),
        ("-speakers", of(Some(View::Speakers))),
        ("-timeline", of(Some(View::Timeline))),
    ]
}

#[test]
fn the_exports_in_out_are_current() {
    let graph = sample_graph();
    assert_current("out/nato-missions.json", &json(&graph));
    for format in [RdfFormat::Turtle, RdfFormat::TriG, RdfFormat::NQuads] {
        assert_current(&format!("out/nato-missions.{format}"), &rdf(&graph, format, format.default_profile()));
    }
}

#[test]
fn the_pictures_in_out_are_current() {
    let graph = sample_graph();
    for (name, options) in pictures() {
        let picture = Picture::new(&graph, options).unwrap();
        let [mut dot, mut svg, mut png] = [const { Vec::new() }; 3];
        picture.write_dot(&mut dot).unwrap();
        picture.write_svg(&mut svg).unwrap();
        picture.write_png(&mut png).unwrap();
        assert_current(&format!("out/nato-missions{name}.dot"), &String::from_utf8(dot).unwrap());
        assert_current(&format!("out/nato-missions{name}.svg"), &String::from_utf8(svg).unwrap());
        assert_current_bytes(&format!("out/nato-missions{name}.png"), &png);
    }
    let texts = graph.articles().map(|(id, _)| (id, sample().1)).collect();
    let mut html = Vec::new();
    Page::new(&graph, &PictureOptions::default(), &texts).unwrap().write(&mut html).unwrap();
    assert_current("out/nato-missions.html", &String::from_utf8(html).unwrap());
}

#[test]
fn out_holds_the_exports_and_nothing_else() {
    let exports = ["html", "json", "nq", "trig", "ttl"].map(|ending| format!("nato-missions.{ending}"));
    let pictures = pictures().into_iter().flat_map(|(name, _)| ["dot", "png", "svg"].map(|ending| format!("nato-missions{name}.{ending}")));
    let mut known: Vec<String> = pictures.chain(exports).collect();
    known.sort_unstable();
    assert_eq!(common::listing(&common::root().join("out")), known);
}

#[test]
fn the_article_has_the_length_of_a_news_item() {
    let (_, text) = sample();
    let words = text.split_whitespace().count();
    assert!((250..=400).contains(&words), "{words} words");
}

#[test]
fn the_sample_shows_every_kind_of_claim() {
    let graph = sample_graph();
    let claims = graph.claims();
    assert!((20..=40).contains(&claims.len()), "{} claims", claims.len());
    let anonymous = |entity| graph.entity(entity).kind() == Some(EntityType::AnonymousSource);
    for (what, count, least) in [
        ("denials", claims.iter().filter(|c| c.polarity() == Polarity::Negated).count(), 2),
        ("refutations", claims.iter().filter(|c| !c.refutes().is_empty()).count(), 1),
        ("demands", claims.iter().filter(|c| c.modality() == Modality::Demanded).count(), 1),
        ("plans", claims.iter().filter(|c| c.modality() == Modality::Intended).count(), 1),
        ("conditions", claims.iter().filter(|c| c.modality() == Modality::Hypothetical).count(), 1),
        ("doubts", claims.iter().filter(|c| c.hedged()).count(), 1),
        ("contents", claims.iter().filter(|c| c.content().is_some()).count(), 1),
        ("anonymous speakers", claims.iter().filter(|c| c.source().is_some_and(anonymous)).count(), 2),
        ("media on the way", claims.iter().filter(|c| !c.via().is_empty()).count(), 1),
        ("times", claims.iter().filter(|c| c.time().is_some()).count(), 1),
    ] {
        assert!(count >= least, "{count} {what}");
    }
}
