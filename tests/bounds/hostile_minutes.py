"""Files that are no minutes, or would like to be more than that: each with a part of the sentence that refuses it."""

import io
import zipfile
from collections.abc import Callable

from tests.minutes.documents import as_docx, as_html, as_odt, as_pdf, packed

WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
BOMB = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
LONG = 190_000


def word(content: str, before: str = "") -> bytes:
    return packed({"word/document.xml": before + WORD.format(content)})


def many_pages(number: int) -> bytes:
    pages = "".join(f"{3 + at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n" for at in range(number))
    kids = " ".join(f"{3 + at} 0 R" for at in range(number))
    return f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count {number}/Kids[{kids}]>>endobj\n{pages}trailer<</Root 1 0 R>>\n%%EOF".encode()


def locked_pdf() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -44>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]>>\n%%EOF"
    )


def bomb_pdf() -> bytes:
    """Return a page whose content unpacks to a gigabyte of drawing."""
    import zlib

    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b"0 0 1 1 re f\n" * 80_000) for _ in range(1000)) + packer.flush()
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length "
        + str(len(content)).encode()
        + b">>stream\n"
        + content
        + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def zip_bomb() -> bytes:
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
        made.open("word/document.xml", "w") as part,
    ):
        part.write(WORD.partition("{}")[0].encode())
        for _ in range(60):
            part.write(b"<w:p/>" * 150_000)
    return kept.getvalue()


def nested(depth: int) -> bytes:
    return word("<w:tbl><w:tr><w:tc>" * depth + PARAGRAPH.format("Ann Lee") + "</w:tc></w:tr></w:tbl>" * depth)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b" \n", "is empty"),
    "nothing but blanks in Word": (lambda: word(PARAGRAPH.format("  ")), "has no text in it"),
    "cut short docx": (lambda: as_docx(["Present: Ann Lee"])[:-900], "damaged or cut short"),
    "cut short pdf": (lambda: as_pdf(["Present: Ann Lee"])[:300], "damaged or cut short"),
    "cut short xml": (lambda: packed({"word/document.xml": WORD.partition("{}")[0] + "<w:p>"}), "damaged or cut short"),
    "macros": (lambda: packed({"word/document.xml": WORD, "word/vbaProject.bin": b"x"}), "has macros in it"),
    "a zip bomb": (zip_bomb, "unpacks to more than can be read"),
    "an entity bomb in docx": (lambda: word(PARAGRAPH.format("&c;"), BOMB), "defines words of its own"),
    "an entity bomb in odt": (lambda: as_odt(["x"], BOMB), "defines words of its own"),
    "a locked pdf": (locked_pdf, "locked with a password"),
    "a locked odt": (
        lambda: packed({"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": "x"}),
        "locked with a password",
    ),
    "a locked docx, or an old doc": (
        lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 3000,
        "old Word file, or one that is locked",
    ),
    "a scanned pdf": (lambda: many_pages(3), "has no text in it, only pictures"),
    "200 pages": (lambda: many_pages(200), "has 200 pages"),
    "a pdf that unpacks to a gigabyte": (bomb_pdf, ""),
    "a spreadsheet": (lambda: packed({"xl/workbook.xml": "<x/>"}), "is a spreadsheet"),
    "a zip of something": (lambda: packed({"a.txt": "Present: Ann Lee"}), "no document of Word or OpenDocument"),
    "a picture": (lambda: b"\x89PNG\r\n" + b"\0" * 500, "is a picture"),
    "rtf": (lambda: b"{\\rtf1 Present: Ann Lee}", "is RTF"),
    "a program": (lambda: b"\x7fELF" + b"\0\1\2" * 500, "is no text"),
    "six megabytes": (lambda: b"Ann Lee\n" * 750_000, "more than 5 MB"),
    "a novel": (lambda: b"Ann Lee was there. " * 20_000, "more text than the minutes"),
    "a novel in Word": (lambda: word(PARAGRAPH.format("Ann Lee was there. " * 20_000)), "more text than the minutes"),
    "a novel of a page": (lambda: as_html(["Ann Lee was there. " * 20_000]), "more text than the minutes"),
}
READ: dict[str, Callable[[], bytes]] = {
    "a name that is another ending's": lambda: as_pdf(["Present: Ann Lee"]),
    "tables within tables": lambda: nested(3000),
    "one line of names": lambda: b"Present: " + b"Ann Lee, " * (LONG // 9),
    "one line of brackets": lambda: b"Present: " + b"(" * LONG,
    "one line of brackets that close": lambda: b"Present: Ann Lee " + b"(a)" * (LONG // 3),
    "one line of ands": lambda: b"Present: " + b"Ann and " * (LONG // 8),
    "one line of for": lambda: b"Present: Ann Lee " + b"for Al " * (LONG // 7),
    "one word": lambda: b"Present: " + b"A" * LONG,
    "one line of blanks and dashes": lambda: b"Present: " + b" - " * (LONG // 3),
    "one line of dots": lambda: b"Present: A" + b". " * (LONG // 2),
    "headings alone": lambda: b"Present:\n" * 4_900,
    "a name a line": lambda: (
        b"Present\n" + b"".join(b"Ann%s Lee\n" % (b"abcdefghij"[at % 10 :][:1] * (at % 30)) for at in range(4_900))
    ),
    "different names a line": lambda: b"Present\n" + b"".join(b"%s Lee\n" % _word(at) for at in range(4_900)),
    "actions": lambda: b"".join(b"Action: Ann Lee to do %s\n" % _word(at) for at in range(4_900)),
    "actions in one line": lambda: b"Present: Ann Lee\n\n" + b"Action: AL to do it. " * (LONG // 21),
    "dates": lambda: b"Date of next meeting: " + b"3 May 2026, " * (LONG // 12),
    "dates a line": lambda: b"Dates of future meetings\n" + b"3 May 2026 at the Hall\n" * 4_900,
    "minutes of minutes": lambda: b"minutes of the " * (LONG // 15),
    "the meeting held on": lambda: b"Minutes approved " * (LONG // 17),
    "regular annual special": lambda: b"Minutes of the " + b"annual special " * (LONG // 15),
    "vice vice vice": lambda: b"Present: Ann Lee (" + b"vice " * (LONG // 5) + b")",
    "reports": lambda: b"Present: Ann Lee\n\n" + b"Ann Lee reported that it rains. " * (LONG // 32),
    "rows of an action column": lambda: b"Item\tAction\n" + b"To do it all by then\tAL\n" * 4_900,
    "one row of a thousand cells": lambda: b"Present\n" + b"Ann Lee\t" * (LONG // 8),
    "numbers": lambda: b"Present: " + b"1.1.1 " * (LONG // 6),
    "tags that are never closed": lambda: b"<html>" + b"<!" * 100_000,
    "tags in tags": lambda: b"<html>" + b"<table><tr><td>" * 60_000,
}


def _word(number: int) -> bytes:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return (
        (letters[number % 26] + letters[number // 26 % 26] + letters[number // 676 % 26] + "orin").capitalize().encode()
    )
