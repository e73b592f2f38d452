//! Are the people, bodies and places of a bare article found, each once, with its citation form and its link?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use newsgraph::{Article, Document, EntityType, ExtractOptions, KnownRelation, Scratch, Target, extract};

fn read(text: &str) -> Document {
    let article = Article::from_text(text.to_owned()).unwrap();
    extract(&article, ExtractOptions::default(), &mut Scratch::default()).unwrap()
}

fn names(document: &Document, kind: EntityType) -> Vec<&str> {
    document.entities.iter().filter(|entity| entity.kind == kind).map(|entity| entity.names[0].as_str()).collect()
}

#[test]
fn a_thing_is_found_by_all_its_names_and_in_all_cases() {
    let document = read(
        "Президентка Молдови Олена Ротару зустрілася у Варшаві з міністром оборони Польщі Анджеєм Войцеховським.\n\n\
         За словами Ротару, Польща передасть Молдові десять гелікоптерів. Войцеховський підтвердив це виданню Reuters. \
         Північноатлантичний альянс підтримує Молдову, а НАТО проведе навчання у Румунії.",
    );
    let people = names(&document, EntityType::Person);
    assert_eq!(people, ["Олена Ротару", "Анджей Войцеховський"], "{:#?}", document.entities);
    let person = document.entities.iter().find(|entity| entity.names[0] == "Олена Ротару").unwrap();
    assert_eq!(person.mentions.len(), 2);
    assert_eq!(person.en.as_deref(), Some("Olena Rotaru"));
    let linked = |id: &str| document.entities.iter().filter(|entity| entity.wikidata.as_deref() == Some(id)).count();
    assert_eq!([linked("Q217"), linked("Q36"), linked("Q218"), linked("Q270"), linked("Q130879")], [1; 5]);
    assert_eq!(document.entities.iter().filter(|entity| entity.names[0].contains("НАТО")).count(), 1);
}

#[test]
fn nothing_is_linked_by_a_name_that_many_bear() {
    let document = read("Сергій Ковальчук і Олександр Ткаченко відкрили в селі крамницю. Ковальчук привіз хліб.");
    assert!(
        document.entities.iter().all(|entity| entity.kind != EntityType::Person || entity.wikidata.is_none()),
        "{:#?}",
        document.entities
    );
}

#[test]
fn keys_are_unique_and_mentions_lie_in_the_text() {
    let texts = [
        "",
        "Так.",
        "!!! ???",
        "Кіт кіт кіт кіт кіт",
        "НАТО НАТО, НАТО; нато",
        "«»«»\"\"",
        "Президент Президентів президентом президента президентові президент",
        "Троє депутатів парламенту розповіли Reuters, що уряд відхилить закон. Співрозмовники в парламенті чекають на уряд.",
        "Ааааа Бббббб Вввввв Гггггг 123 456 abc ABC",
    ];
    for text in texts {
        let Ok(article) = Article::from_text(text.to_owned()) else { continue };
        let document = extract(&article, ExtractOptions::default(), &mut Scratch::default()).unwrap();
        let keys: std::collections::BTreeSet<&str> = document.entities.iter().map(|entity| entity.key.as_str()).collect();
        assert_eq!(keys.len(), document.entities.len());
        assert!(document.entities.iter().filter_map(|entity| entity.affiliation.as_deref()).all(|body| keys.contains(body)));
        let length = u32::try_from(text.chars().count()).unwrap();
        for entity in &document.entities {
            assert!(!entity.names.is_empty() && !entity.names[0].trim().is_empty(), "{text}: {entity:?}");
            assert!(entity.mentions.iter().all(|mention| mention.span.begin < mention.span.end && mention.span.end <= length));
        }
    }
}

#[test]
fn an_anonymous_speaker_has_a_number_and_a_body() {
    let document = read("Про це виданню Reuters повідомили чотири дипломати НАТО на умовах анонімності. США вимагають від Польщі танків.");
    let speaker = document.entities.iter().find(|entity| entity.kind == EntityType::AnonymousSource).unwrap();
    let body = document.entities.iter().find(|entity| Some(&entity.key) == speaker.affiliation.as_ref()).unwrap();
    assert_eq!((speaker.headcount, body.names[0].as_str()), (Some(4), "НАТО"));
}

#[test]
fn nobody_is_said_to_claim_what_they_deny() {
    for text in [
        "Міністр оборони Польщі Анджей Войцеховський заперечив, що Польща передала Україні танки.",
        "МЗС Угорщини спростувало інформацію про те, що Угорщина заблокувала допомогу Україні.",
        "МЗС Литви не спростувало, що Литва закрила кордон із Білоруссю.",
    ] {
        let document = read(text);
        let denial = document.claims.iter().find(|claim| claim.relation[0].known() == KnownRelation::Rejects).unwrap();
        let (Target::Entity(denier), Target::Claim(id)) = (&denial.subject, &denial.object) else { panic!("{denial:?}") };
        let denied = document.claims.iter().find(|claim| claim.id == *id).unwrap();
        assert!(denied.source.is_none() || denied.source.as_ref() != Some(denier), "{text}: {denied:?}");
        assert_eq!(denial.refutes.is_empty(), text.contains("не спростувало"), "{text}");
    }
}

#[test]
fn what_is_counted_has_its_citation_form() {
    let document = read(
        "У місті затримали двох дипломатів і чотирьох журналістів.\n\nУ 90-й танковій дивізії бракує людей. Країни-партнери надали дві російські баржі. \
         Із бази вивезли 51 особу.",
    );
    let all: Vec<&str> = document.entities.iter().flat_map(|entity| &entity.names).map(String::as_str).collect();
    for name in ["двоє дипломатів", "четверо журналістів", "90-та танкова дивізія", "люди", "дві російські баржі", "51 особа"]
    {
        assert!(all.contains(&name), "{name} is not among {all:?}");
    }
}

#[test]
fn descriptions_mean_what_was_described_by_their_noun() {
    let document = read(
        "Компанія «Верболіз» придбала баржі. Про це повідомила пресслужба компанії.\n\n\
         Іракська місія триватиме до весни. НАТО скоротить місію удвічі.",
    );
    let mentions = |name: &str| {
        let named = |entity: &&newsgraph::Entity| entity.names.iter().any(|other| other == name);
        document.entities.iter().find(named).map(|entity| entity.mentions.len())
    };
    assert_eq!([mentions("Верболіз"), mentions("іракська місія")], [Some(2), Some(2)], "{:#?}", document.entities);
}
