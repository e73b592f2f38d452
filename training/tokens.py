"""Where are the sentences and words of a text?

After the conventions of UD Ukrainian-ParlaMint: a word with hyphens or apostrophes inside is one ("по-перше", "зв'язку", "23-го"), so is a number with points, commas, colons or
hyphens inside ("16.12.2021", "42,7", "11:59", "5-7"); "..." and "?!" are one mark, all other marks stand alone. A full stop belongs to the word before it only in
abbreviations that are met inside a sentence ("тис." before a word in small letters or a number) and in initials.
"""

import re

LETTER = r"[^\W\d_]"
WORD = re.compile(
    rf"{LETTER}+(?:['’ʼ`\-]{LETTER}+|\d+)*(?:-\d+)?"  # words, "C-300", "G7"
    rf"|\d+(?:[.,:/\-–]\d+)*(?:-?{LETTER}+)?"  # numbers, "23-го", "3D"
    r"|\.{2,}|[?!]{2,}|…|\S"
)
ABBREVIATIONS = set("тис млн млрд трлн ст р рр м с вул просп бул обл ім див напр прим грн дол коп кв куб гр проф акад ред нар".split())
CLOSING = "»”\"’')]"
ENDING = {".", "!", "?", "…", "...", "?!", "!?", "!!!"}


def words(text):
    """[(form, begin, end)]"""
    out = []
    for match in WORD.finditer(text):
        form, begin, end = match.group(), match.start(), match.end()
        if form == "." and out and out[-1][2] == begin:
            last = out[-1][0]
            after = text[end : end + 2].lstrip(" \u00a0")[:1]
            initial = len(last) == 1 and last.isupper() and (after.isupper() or text[end : end + 1].isupper())
            short = last.lower() in ABBREVIATIONS and (after.islower() or after.isdigit() or after in {",", ";", ")"})
            if (initial or short) and after:
                out[-1] = (last + ".", out[-1][1], end)
                continue
        out.append((form, begin, end))
    return out


def sentences(text):
    """[[(form, begin, end)]]: a sentence ends at a line's end, or at a full stop, question or exclamation mark (and closing marks after it)
    before a word that begins with a capital, a number, a dash or an opening mark"""
    out, now = [], []
    tokens = words(text)
    for k, token in enumerate(tokens):
        now.append(token)
        if k + 1 == len(tokens):
            break
        gap = text[token[2] : tokens[k + 1][1]]
        following = tokens[k + 1][0]
        if "\n" in gap:
            out.append(now)
            now = []
            continue
        mark = len(now) - 1
        while mark > 0 and now[mark][0] in CLOSING:
            mark -= 1
        if now[mark][0] in ENDING and gap and opens(tokens, k + 1):
            out.append(now)
            now = []
    return out + [now] if now else out


def opens(tokens, k):
    """can a sentence begin here: a capital, a number, an opening mark, or a dash before a capital (direct speech)?"""
    form, _, end = tokens[k]
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if form in "—–-":
        return following is not None and following[0][0].isupper()
    if form in "\"'":
        return following is not None and following[1] == end
    return form[0].isupper() or form[0].isdigit() or form in "«“„("
