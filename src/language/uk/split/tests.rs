//! Are sentences and tokens what a reader expects?

use super::*;
use crate::span::TextIndex;
use proptest::prelude::*;

/// Sentences as tokens with spaces between; a space within a token is shown as `_`.
fn split(text: &str) -> Vec<String> {
    let tokens =
        |sentence: Sentence<'_>| sentence.tokens.iter().map(|token| token.text.replace([' ', '\u{a0}'], "_")).collect::<Vec<_>>().join(" ");
    sentences(text).into_iter().map(tokens).collect()
}

#[track_caller]
fn one(text: &str, tokens: &str) {
    assert_eq!(split(text), [tokens]);
}

#[track_caller]
fn many(text: &str, wanted: &[&str]) {
    assert_eq!(split(text), wanted);
}

#[test]
fn words_with_apostrophes_and_hyphens() {
    one("П'ять об’єктів, одинʼ і м`яч.", "П'ять об’єктів , один ʼ і м`яч .");
    one("По-перше, прем'єр-міністр десь-таки є", "По-перше , прем'єр-міністр десь-таки є");
    one("COVID-19, Су-34 і 5-річний план", "COVID-19 , Су-34 і 5-річний план");
    one("Київ-Львів – це Індо-Тихоокеанський-", "Київ-Львів – це Індо-Тихоокеанський -");
    one("об\"єкт і \"об'єкт\"", "об\"єкт і \" об'єкт \"");
    one("AT&T, ОПЕК+ і C++", "AT&T , ОПЕК+ і C++");
    one("і/або", "і / або");
    one("за\u{301}мок со\u{ad}юз", "за\u{301}мок со\u{ad}юз");
}

#[test]
fn numbers_dates_and_units() {
    one("1 234 567 осіб, 2\u{a0}500 євро", "1_234_567 осіб , 2_500 євро");
    one("3,5 % або 3.5%, о 12:30", "3,5 % або 3.5 % , о 12:30");
    one("24.02.2022 року, 2024-го, у 2014–2015 і 10-12 млрд", "24.02.2022 року , 2024-го , у 2014–2015 і 10-12 млрд");
    one("$148,6 мільйона і €140", "$ 148,6 мільйона і € 140");
    one("20км, 5G, 14а, №5, -5°", "20 км , 5G , 14а , № 5 , - 5 °");
    one("у 2022 450 осіб, 12 3456", "у 2022 450 осіб , 12 3456");
}

#[test]
fn abbreviations_and_initials() {
    one("Його обрали 2019 р. головою ради ім. Т. Г. Шевченка.", "Його обрали 2019 р. головою ради ім. Т. Г. Шевченка .");
    many("Це було 2019 р. Потім усе змінилося.", &["Це було 2019 р.", "Потім усе змінилося ."]);
    one("Про це сказав А.Новак з м. Суми.", "Про це сказав А. Новак з м. Суми .");
    one("Новак А. В., голова", "Новак А. В. , голова");
    many("Купили столи, стільці і т. д. Усі раді.", &["Купили столи , стільці і т. д.", "Усі раді ."]);
    one("т.зв. уряд, 5 тис. осіб, 3 млн. євро", "т.зв. уряд , 5 тис. осіб , 3 млн. євро");
    many("У XX ст. Почалася війна.", &["У XX ст.", "Почалася війна ."]);
    one("Ст. 5 Конституції і п. 3", "Ст. 5 Конституції і п. 3");
    many("Де він? Я тут. І ти.", &["Де він ?", "Я тут .", "І ти ."]);
}

#[test]
fn quotes_and_direct_speech() {
    many("«Ми йдемо», — сказав він. «Куди?»", &["« Ми йдемо » , — сказав він .", "« Куди ? »"]);
    one("«Чи ви йдете?» — спитав він.", "« Чи ви йдете ? » — спитав він .");
    one("\"Ми переможемо!\" – Мовчан про план", "\" Ми переможемо ! \" – Мовчан про план");
    many("Він сказав: «Ми йдемо. Вони стоять». Усе.", &["Він сказав : « Ми йдемо .", "Вони стоять » .", "Усе ."]);
    many("Це \"крок назад.\" Так вважає рада.", &["Це \" крок назад . \"", "Так вважає рада ."]);
    many("— Так. — Ні, — сказала вона.", &["— Так .", "— Ні , — сказала вона ."]);
    one("газету „Голос“ і “Voice”", "газету „ Голос “ і “ Voice ”");
    many("Так сказав (див. далі). Він знає.", &["Так сказав ( див. далі ) .", "Він знає ."]);
}

#[test]
fn ends_of_sentences() {
    many("Що?! Ні… Так...", &["Що ?!", "Ні …", "Так ..."]);
    one("Ми чекаємо… але недовго", "Ми чекаємо … але недовго");
    many("Разом.Тому й сила.", &["Разом .", "Тому й сила ."]);
    one("Читайте на example.com чи https://example.org/a.b.", "Читайте на example.com чи https://example.org/a.b .");
    one("Пишіть: press@example.org!", "Пишіть : press@example.org !");
    many("Nord Stream 2 стоїть. 15 країн проти.", &["Nord Stream 2 стоїть .", "15 країн проти ."]);
}

#[test]
fn paragraphs_lines_and_lists() {
    many("Заголовок без крапки\n\nТекст іде далі.", &["Заголовок без крапки", "Текст іде далі ."]);
    many("Заголовок\nТекст.\n- перше;\n- друге.", &["Заголовок", "Текст .", "- перше ;", "- друге ."]);
    many("1. Перше.\n2. Друге.", &["1 . Перше .", "2 . Друге ."]);
    one(
        "Рядки цього тексту\nзагорнуто, і назва\nМовчан не починає\nречення.",
        "Рядки цього тексту загорнуто , і назва Мовчан не починає речення .",
    );
    many("Підзаголовок    Новий абзац.", &["Підзаголовок", "Новий абзац ."]);
    let opens: Vec<bool> = sentences("Раз. Два.\n\nТри.").iter().map(|sentence| sentence.opens_paragraph).collect();
    assert_eq!(opens, [true, false, true]);
}

#[test]
fn a_text_of_nothing_and_texts_of_anything() {
    many("", &[]);
    many(" \n\t\u{0}\u{feff}", &[]);
    one("слово", "слово");
    one("?!,;", "?! , ;");
    many("مرحبا بالعالم. 你好 🇺🇦👍🏽", &["مرحبا بالعالم .", "你好 🇺🇦 👍🏽"]);
    assert_eq!(sentences(&"слово ".repeat(100_000)).len(), 1);
    // Each of these would take minutes if the time were not linear.
    for part in [
        "а.", ".»", ".»а", "\"", "(", "1 ", "1 000 ", "a.b.", "@a", "a@", "-", "А. ", "www.", "т.", "…\n", "«. ", "#а", "а'", "5-",
        "\u{301}", "🇺🇦",
    ] {
        assert!(!sentences(&part.repeat(50_000)).is_empty(), "{part}");
    }
    assert_eq!(sentences(&"слово".repeat(100_000)).first().map(|sentence| sentence.tokens.len()), Some(1));
}

#[test]
fn spans_count_code_points() {
    let text = " 🇺🇦 Рада, так.";
    let index = TextIndex::new(text);
    for token in sentences(text).iter().flat_map(|sentence| &sentence.tokens) {
        assert_eq!(index.slice(token.span), Some(token.text));
        assert_eq!(index.byte_of(token.span.begin), Some(token.byte));
    }
    let spaces: Vec<bool> = sentences(text)[0].tokens.iter().map(|token| token.space_after).collect();
    assert_eq!(spaces, [true, false, true, false, true]);
}

proptest! {
    /// Every character stands in one token, in order, but white and control characters.
    #[test]
    fn nothing_is_lost(text in "([а-яА-ЯіїєґA-Za-z0-9.,!?…«»\"'’() \n-]|\\PC|\\pC){0,80}") {
        let index = TextIndex::new(&text);
        let mut at = 0;
        for sentence in sentences(&text) {
            prop_assert!(!sentence.tokens.is_empty());
            for token in &sentence.tokens {
                prop_assert!(token.byte >= at && !token.text.is_empty());
                prop_assert!(!text[at..token.byte].chars().any(char::is_alphanumeric));
                prop_assert_eq!(index.slice(token.span), Some(token.text));
                at = token.byte + token.text.len();
            }
        }
        prop_assert!(!text[at..].chars().any(char::is_alphanumeric));
    }
}
