"""The PDFs that are made of the samples: of which sample, in which style, with which program."""

from dataclasses import dataclass, replace

from . import report as reports
from .style import Style


@dataclass(frozen=True)
class Variant:
    name: str
    sample: str
    style: Style
    writer: str
    """chromium, libreoffice, docx or odt."""
    after: str = ""
    """two-up or turned."""


PLAIN = Style()

VARIANTS = (
    Variant("narrow-three-columns", "ekmossen-2014", replace(PLAIN, page="narrow", margin=16, size=9, bullet="symbol", repeat_head=False), "libreoffice"),
    Variant("a5-repeated-heads", "ekmossen-2014", replace(PLAIN, page="A5", margin=15, font="DejaVu Serif Condensed", size=8.5, bullet="▪", header="number"), "chromium"),
    Variant("two-columns", "bjorkvallen-2012", replace(PLAIN, columns=2, font="Nimbus Roman", size=10, chart=True), "libreoffice"),
    Variant("two-columns-chromium", "bjorkvallen-2012", replace(PLAIN, columns=2, font="URW Gothic", size=9, chart=True, header="footer"), "chromium"),
    Variant("no-borders", "bjorkvallen-2012", replace(PLAIN, page="Letter", borders=False, font="Liberation Sans Narrow", size=11, bullet="–", header="title", hyphenate=False, justify=False), "chromium"),
    Variant("rows", "mossebo-2010", replace(PLAIN, findings="rows", box="left", footnotes=True, font="C059", chart=True), "libreoffice"),
    Variant("lists", "mossebo-2010", replace(PLAIN, findings="lists", bullet="-", box="line", findings_heads=("Styrkor", "Utvecklingsområden"), header="footer"), "docx"),
    Variant("two-years", "sandfors-2015", replace(PLAIN, font="URW Bookman", size=9.5, bullet="●", header="title"), "chromium"),
    Variant("two-up", "bjorkvallen-2012", PLAIN, "chromium", "two-up"),
    Variant("turned", "mossebo-2010", PLAIN, "libreoffice", "turned"),
    Variant("landscape", "ekmossen-2014", replace(PLAIN, page="A4 landscape", size=11, font="Liberation Sans"), "libreoffice"),
    Variant("tables-with-areas", "sandfors-2015", replace(PLAIN, tables_with_areas=True, margin=18, size=10), "odt"),
)


def prepared(report, style):
    """The report with what the style adds to it or moves in it."""
    blocks = []
    tables = {}
    if style.tables_with_areas:
        for block in report.blocks:
            if isinstance(block, reports.QuestionTable):
                tables[block.area] = block
    summary = False
    charted = not style.chart
    area = 0
    for block in report.blocks:
        if isinstance(block, reports.QuestionTable) and style.tables_with_areas:
            continue
        # An area's table stands behind its lists, before the next heading of an area or a chapter.
        if isinstance(block, reports.Heading) and block.level < 3:
            blocks.extend(filter(None, [tables.pop(area, None)]))
            match = reports.AREA.match(block.text)
            area = int(match.group(1)) if match else 0
        blocks.append(block)
        if isinstance(block, reports.Heading) and block.text == "Sammanfattning av resultat":
            summary = True
        elif summary and not charted and isinstance(block, reports.Prose):
            blocks.append(reports.chart_of(report))
            charted = True
    return replace(report, blocks=tuple(blocks))
