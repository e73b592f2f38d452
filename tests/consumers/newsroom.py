"""Which articles show what the questions are about? Three that report on one affair, invented, so that every question finds something across them."""
import json


def claim(quote, subject, relation, object, **facts):
    return {"quote": quote, "subject": subject, "relation": [relation], "object": object, **facts}


ARDANIA = {"key": "ardania", "type": "Country", "names": ["Арданія"], "en": "Ardania"}
LINTARA = {"key": "lintara", "type": "Place", "names": ["Лінтара"], "en": "Lintara"}
VELD = {"key": "veld", "type": "Person", "names": ["Оскар О'Вельд"], "en": "Oskar O'Veld"}
FIRM = {"key": "firm", "type": "Organization", "names": ['Верф "Норд\\Ост"'], "en": "Nordost Shipyard"}

FIRST = {
    "headline": "Арданія збирається піти з порту Лінтара, твердять військові", "published": "2026-03-01", "publisher": "Північний вісник",
    "text": "Арданія до осені виведе гарнізон із Лінтари, розповіли двоє офіцерів генштабу. Міністр Оскар О'Вельд ці слова відкинув. "
            "Верф \"Норд\\Ост\" належить Арданії. Кажуть, верф купує сталь у Лінтарі. Місто просило гарнізон лишитися, проте Арданія відмовила. "
            "Опозиція вимагає, щоб Арданія закрила верф. У 2024 році Арданія збудувала в Лінтарі Маяк Надії. Міністр не став заперечувати, що верф "
            "отримала борг.",
    "entities": [
        ARDANIA, LINTARA, VELD, FIRM,
        {"key": "officers", "type": "AnonymousSource", "names": ["двоє офіцерів генштабу"], "en": "two staff officers", "affiliation": "ardania", "headcount": 2},
        {"key": "opposition", "type": "Group", "names": ["опозиція"], "en": "opposition"},
        {"key": "debt", "type": "Concept", "names": ["борг"], "en": "debt"},
        {"key": "lighthouse", "type": "Product", "names": ["Маяк Надії"], "en": "Lighthouse of Hope"},
        {"key": "paper", "type": "Medium", "names": ["Північний вісник"], "en": "Northern Herald"},
        {"key": "rumours", "type": "AnonymousSource", "names": ["кажуть"], "en": "rumours"}],
    "claims": [
        claim("Арданія до осені виведе гарнізон із Лінтари", "ardania", "withdraws", "lintara", id="c1", modality="intended", source="officers", time="2026-09"),
        claim("Міністр Оскар О'Вельд ці слова відкинув", "veld", "rejects", "claim:c1", time="2026-03-01"),
        claim("Верф \"Норд\\Ост\" належить Арданії", "firm", "partOf", "ardania"),
        claim("верф купує сталь у Лінтарі", "firm", "cooperatesWith", "lintara", source="rumours", hedged=True),
        claim("Місто просило гарнізон лишитися", "ardania", "deploys", "lintara", id="c5", modality="demanded", source="lintara"),
        claim("Арданія відмовила", "ardania", "rejects", "claim:c5"),
        claim("Опозиція вимагає, щоб Арданія закрила верф", "opposition", "requests", "ardania", content="c8"),
        claim("щоб Арданія закрила верф", "ardania", "ends", "firm", id="c8", modality="demanded", source="opposition"),
        claim("У 2024 році Арданія збудувала в Лінтарі Маяк Надії", "ardania", "begins", "lighthouse", time="2024", place="lintara"),
        claim("верф отримала борг", "firm", "affects", "debt", id="c10"),
        claim("Міністр не став заперечувати, що верф отримала борг", "veld", "rejects", "claim:c10", polarity="negated")]}

SECOND = {
    "headline": "Міністр: «Лінтару ніхто не залишає»", "published": "2026-03-02", "publisher": "Портова газета", "basedOn": ["Північний вісник"],
    "text": "Арданія заперечила, що виводить гарнізон із Лінтари. «Ми з Лінтари не йдемо», – сказав Оскар О'Вельд. Верф \"Норд\\Ост\" належить "
            "Арданії, нагадує Північний вісник. Речник верфі підтвердив, що верф торгує з Лінтарою. 2024 року Арданія збудувала Маяк Надії. Арданія вже "
            "закрила верф.",
    "entities": [
        {**ARDANIA, "names": ["Республіка Арданія", "Арданія"]}, LINTARA, VELD, FIRM,
        {"key": "lighthouse", "type": "Product", "names": ["Маяк Надії"], "en": "Lighthouse of Hope"},
        {"key": "spokesman", "type": "AnonymousSource", "names": ["речник верфі"], "en": "shipyard spokesman", "affiliation": "firm", "headcount": 1},
        {"key": "paper", "type": "Medium", "names": ["Портова газета"], "en": "Harbour Gazette"},
        {"key": "herald", "type": "Medium", "names": ["Північний вісник"], "en": "Northern Herald"}],
    "claims": [
        claim("Арданія заперечила, що виводить гарнізон із Лінтари", "ardania", "rejects", "claim:d2"),
        claim("виводить гарнізон із Лінтари", "ardania", "withdraws", "lintara", id="d2"),
        claim("Ми з Лінтари не йдемо", "ardania", "withdraws", "lintara", source="veld", polarity="negated"),
        claim("Верф \"Норд\\Ост\" належить Арданії", "firm", "partOf", "ardania", via=["herald"]),
        claim("верф торгує з Лінтарою", "firm", "cooperatesWith", "lintara", source="spokesman"),
        claim("2024 року Арданія збудувала Маяк Надії", "ardania", "begins", "lighthouse", time="2024"),
        claim("Арданія вже закрила верф", "ardania", "ends", "firm")]}

# In English, of a medium that is not known; the council has no Ukrainian name.
THIRD = {
    "headline": "Ardania is leaving Lintara, harbour council says", "published": "2026-03-03", "language": "en",
    "text": "Ardania is leaving Lintara, the harbour council said on Tuesday. The council works with the Nordost Shipyard. Ardania supports the "
            "council. Lintara may get a naval school. The council denied any talks with pirates.",
    "entities": [
        {"key": "ardania", "type": "Country", "names": ["Ardania"]},
        {"key": "lintara", "type": "Place", "names": ["Lintara"]},
        {"key": "firm", "type": "Organization", "names": ["Nordost Shipyard"]},
        {"key": "council", "type": "Organization", "names": ["harbour council", "Council"]},
        {"key": "school", "type": "Organization", "names": ["naval school"]},
        {"key": "pirates", "type": "Group", "names": ["pirates"]}],
    "claims": [
        claim("Ardania is leaving Lintara", "ardania", "withdraws", "lintara", source="council", time="2026-03-03"),
        claim("The council works with the Nordost Shipyard", "council", "cooperatesWith", "firm"),
        claim("Ardania supports the council", "ardania", "supports", "council"),
        claim("Lintara may get a naval school", "school", "locatedIn", "lintara", modality="hypothetical", hedged=True),
        claim("any talks with pirates", "council", "consults", "pirates", id="e5"),
        claim("The council denied any talks with pirates", "council", "rejects", "claim:e5")]}

ARTICLES = {"first": FIRST, "second": SECOND, "third": THIRD}


def write(folder):
    """Writes the documents; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, document in ARTICLES.items():
        path = folder / f"{name}.json"
        for number, said in enumerate(document["claims"]):
            said.setdefault("id", f"x{number}")
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        paths.append(path)
    return paths
