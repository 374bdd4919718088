"""Prints a report with LibreOffice: a flat OpenDocument text, straight to PDF or by way of DOCX."""

import base64
import pathlib
import subprocess
import tempfile
from html import escape

from . import chart as charts
from .report import LINK, Bullets, Chart, Findings, Grid, Heading, Prose, QuestionTable, ScoreBox, names_of
from .words import hyphenated

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def print_pdf(report, style, target, program="soffice", by_way_of=None):
    """Writes the PDF; by_way_of "docx" or "odt" converts twice."""
    target = pathlib.Path(target).resolve()
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / f"{target.stem}.fodt"
        source.write_text(document(report, style), encoding="utf-8")
        for kind in ([by_way_of] if by_way_of else []) + ["pdf"]:
            subprocess.run(
                [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                 "--outdir", folder, str(source)],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
            )
            source = source.with_suffix(f".{kind}")
        target.write_bytes(source.read_bytes())


def document(report, style):
    width, height = style.paper
    inner = width - 2 * style.margin
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="12mm"/><style:text-properties style:font-name="Body" fo:font-size="{style.size}pt" fo:language="sv" fo:country="SE"/></style:default-style>
{paragraph("Body", fo(margin_bottom="2mm", text_align="justify" if style.justify else "start", line_height=f"{style.line_height * 87:.0f}%"))}
<style:style style:name="Link" style:family="text"><style:text-properties fo:color="#000000" style:text-underline-style="none"/></style:style>
{paragraph("Cell", fo())}{paragraph("Number", fo(text_align="end"))}
{paragraph("Cover", fo(text_align="center", margin_top="6mm"), fo(font_size=f"{style.size * 1.6:.1f}pt", font_weight="bold"), True)}
{paragraph("Small", fo(text_align="center"))}
{paragraph("H1", fo(break_before="page", margin_bottom="3mm", keep_with_next="always"), fo(font_size=f"{style.size * 1.7:.1f}pt", font_weight="bold", color="#7f4f00"), True)}
{paragraph("H2", fo(margin_top="6mm", margin_bottom="3mm", keep_with_next="always"), fo(font_size=f"{style.size * 1.3:.1f}pt", font_weight="bold", color="#7f4f00"), True)}
{paragraph("H3", fo(margin_top="4mm", margin_bottom="1mm", keep_with_next="always"), fo(font_weight="bold"), True)}
{paragraph("Head", fo(), fo(font_weight="bold"), True)}
{paragraph("Score", fo(text_align="center"), fo(font_size=f"{style.size * 2.4:.1f}pt", font_weight="bold"), True)}
{paragraph("Running", "", fo(font_size="8pt"), True, f'<style:tab-stops><style:tab-stop style:position="{inner / 2}mm" style:type="center"/><style:tab-stop style:position="{inner}mm" style:type="right"/></style:tab-stops>')}
{paragraph("Entry", "", "", False, f'<style:tab-stops><style:tab-stop style:position="{inner}mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>')}
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="{"&#xE00C;" if style.bullet == "symbol" else style.bullet}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{style.bullet_indent}mm" fo:text-indent="-{style.bullet_indent}mm" fo:margin-left="{style.bullet_indent}mm"/></style:list-level-properties>{'<style:text-properties style:font-name="Symbols"/>' if style.bullet == "symbol" else ""}</text:list-level-style-bullet></text:list-style>
<text:notes-configuration text:note-class="footnote" style:num-format="1"/>
</office:styles>
<office:font-face-decls><style:font-face style:name="Body" svg:font-family="'{style.font}'"/><style:font-face style:name="Display" svg:font-family="'{style.heading_font}'"/><style:font-face style:name="Symbols" svg:font-family="OpenSymbol" style:font-charset="x-symbol"/></office:font-face-decls>
<office:automatic-styles>
<style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="{width}mm" fo:page-height="{height}mm" style:print-orientation="{"landscape" if width > height else "portrait"}" fo:margin="{style.margin}mm" fo:margin-top="{max(10, style.margin - 12)}mm" fo:margin-bottom="{max(10, style.margin - 10)}mm"/><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="5mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="6mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>
<style:style style:name="Start" style:family="paragraph" style:parent-style-name="Cover" style:master-page-name="First"/>
<style:style style:name="H1First" style:family="paragraph" style:parent-style-name="H1" style:master-page-name="Standard"/>
<style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="{style.columns}" fo:column-gap="7mm"/></style:section-properties></style:style>
<style:style style:name="T" style:family="table"><style:table-properties style:width="{inner}mm" table:align="left" fo:margin-bottom="4mm"/></style:style>
{"".join(f'<style:style style:name="W{n}" style:family="table-column"><style:table-column-properties style:column-width="{inner * n / 100:.2f}mm"/></style:style>' for n in range(5, 96))}
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:padding="1.2mm" fo:border="{"0.5pt solid #333333" if style.borders else "none"}"/></style:style>
<style:style style:name="Q" style:family="table-cell"><style:table-cell-properties fo:padding="0.8mm" fo:border="none" fo:border-bottom="0.3pt solid #999999"/></style:style>
<style:style style:name="M" style:family="table-cell"><style:table-cell-properties fo:padding="1.2mm" style:vertical-align="middle" fo:border="{"0.5pt solid #333333" if style.borders else "none"}"/></style:style>
<style:style style:name="NoBreak" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="First" style:page-layout-name="PL" style:next-style-name="Standard"/><style:master-page style:name="Standard" style:page-layout-name="PL">{running(report, style)}</style:master-page></office:master-styles>
<office:body><office:text>{"".join(body(report, style))}</office:text></office:body></office:document>"""


def fo(**properties):
    return " ".join(f'fo:{name.replace("_", "-")}="{value}"' for name, value in properties.items())


def paragraph(name, own="", text="", display=False, inner=""):
    font = 'style:font-name="Display" ' if display else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {own} fo:orphans="2" fo:widows="2">{inner}</style:paragraph-properties>'
        f"<style:text-properties {font}{text}/></style:style>"
    )


def running(report, style):
    number = "<text:page-number text:select-page=\"current\"/>"
    count = f"{number} (<text:page-count/>)"
    skl = f'<text:p text:style-name="Running">Sveriges Kommuner och Landsting<text:tab/>{report.date}<text:tab/>{count}</text:p>'
    return {
        "skl": f"<style:header>{skl}</style:header>",
        "title": f'<style:header><text:p text:style-name="Running">Kommunkompassen Analys av {report.record["municipality"]}s kommun<text:tab/><text:tab/>{number}</text:p></style:header>',
        "footer": f"<style:footer>{skl}</style:footer>",
        "number": f'<style:footer><text:p text:style-name="Running"><text:tab/>{number}</text:p></style:footer>',
        "none": "",
    }[style.header]


def body(report, style):
    for at, line in enumerate(report.cover):
        name = "Start" if at == 0 else "Cover" if line == line.upper() else "Small"
        yield f'<text:p text:style-name="{name}">{escape(line)}</text:p>'
    yield '<text:p text:style-name="H1First">Innehåll</text:p>'
    for at, entry in enumerate(report.contents):
        yield f'<text:p text:style-name="Entry">{escape(entry)}<text:tab/>{3 + at * 2}</text:p>'
    prose, notes = [], 0

    def flush():
        if prose:
            inner = "".join(prose)
            prose.clear()
            yield f'<text:section text:style-name="Columns" text:name="s{id(inner)}">{inner}</text:section>' if style.columns > 1 else inner

    for block in report.blocks:
        match block:
            case Heading(level=3, text=text):
                prose.append(p("H3", text))
            case Prose(text):
                note = ""
                if style.footnotes and len(text) > 200:
                    notes += 1
                    note = f'<text:note text:note-class="footnote"><text:note-citation>{notes}</text:note-citation><text:note-body><text:p text:style-name="Running">Uppgiften gäller {2000 + notes} och är hämtad ur kommunens egna handlingar, sidan {notes * 7}.</text:p></text:note-body></text:note>'
                prose.append(f'<text:p text:style-name="Body">{text_of(text, style)}{note}</text:p>')
            case Bullets(items, names):
                prose.append(listing(items, style, names))
            case _:
                yield from flush()
                yield other(block, style)
    yield from flush()


def p(name, text, style=None, link="", before=""):
    inner = text_of(text, style) if style else escape(text)
    if link:
        inner = f'<text:a xlink:type="simple" xlink:href="{LINK}{link}" text:style-name="Link" text:visited-style-name="Link">{inner}</text:a>'
    return f'<text:p text:style-name="{name}">{escape(before)}{inner}</text:p>'


def text_of(text, style):
    return escape(hyphenated(text) if style.hyphenate else text)


def listing(items, style, names=None):
    return (
        '<text:list text:style-name="L">'
        + "".join(f"<text:list-item>{p('Cell', i, style, name)}</text:list-item>" for i, name in zip(items, names or [""] * len(items)))
        + "</text:list>"
    )


def table(widths, head, rows, cell="C", whole=False):
    """A table of ready-made cells; head is a row or None."""
    def row(cells):
        keep = ' table:style-name="NoBreak"' if whole else ""
        return f"<table:table-row{keep}>" + "".join(
            f'<table:table-cell table:style-name="{"M" if "Score" in c else cell}" office:value-type="string">{c}</table:table-cell>' for c in cells
        ) + "</table:table-row>"

    columns = "".join(f'<table:table-column table:style-name="W{int(w)}"/>' for w in widths)
    top = f"<table:table-header-rows>{row(head)}</table:table-header-rows>" if head else ""
    return f'<table:table table:style-name="T">{columns}{top}{"".join(map(row, rows))}</table:table><text:p text:style-name="Cell"/>'


def other(block, style):
    match block:
        case Heading(level, text):
            return p(f"H{level}", text)
        case ScoreBox():
            return box(block, style)
        case Findings():
            return findings(block, style)
        case QuestionTable():
            heads = style.question_heads or block.heads
            head = [p("Head", f"{block.area}."), p("Head", block.name), *(p("Head", h) for h in heads)]
            rows = [
                [p("Cell" if at < 2 else "Number", c, style if at == 1 else None, "question/" + r[0]) for at, c in enumerate(r)]
                for r in block.rows
            ]
            own = p("Number", block.sum[0], None, f"area/{block.area}")
            last = [p("Cell", ""), p("Cell", ""), own, *(p("Number", c) for c in block.sum[1:])]
            return table((9, 52, 13, 11, 15), head, rows + [last], "Q", True)
        case Grid(rows):
            count = max(map(len, rows))
            widths = [100 - 18 * (count - 1), *[18] * (count - 1)] if count > 2 else [50, 50]
            return table(widths, None, [[p("Cell", c) for c in (*row, *[""] * (count - len(row)))] for row in rows])
        case Chart():
            data = base64.b64encode(charts.svg(block, style.heading_font).encode()).decode()
            width = style.paper[0] - 2 * style.margin
            return f'<text:p text:style-name="Body"><draw:frame text:anchor-type="as-char" svg:width="{width}mm" svg:height="{width * 240 / 470:.1f}mm"><draw:image draw:mime-type="image/svg+xml"><office:binary-data>{data}</office:binary-data></draw:image></draw:frame></text:p>'
    raise ValueError(block)


def box(block, style):
    rubrics = listing(block.rubrics, style)
    if style.box == "none":
        return ""
    if style.box == "line":
        return p("Head", "Rubriker") + rubrics + p("Head", block.scores[0], None, f"area/{block.area}", "Poäng ")
    heads = [p("Head", h) for h in block.heads]
    scores = [p("Score", s, None, "" if at else f"area/{block.area}") for at, s in enumerate(block.scores)]
    wide = 100 - 18 * len(scores)
    if style.box == "left":
        return table((*[18] * len(scores), wide), None, [[*heads, p("Head", "Rubriker")], [*scores, rubrics]])
    return table((wide, *[18] * len(scores)), None, [[p("Head", "Rubriker"), *heads], [rubrics, *scores]])


def findings(block, style):
    heads = style.findings_heads or tuple(head for head, _, _ in block.lists)
    lists = [items for _, _, items in block.lists]
    names = names_of(block)
    if style.findings == "lists":
        return "".join(p("H3", h) + listing(items, style, own) for h, items, own in zip(heads, lists, names))
    head = [p("Head", h) for h in heads]
    if style.findings == "rows":
        rows = [
            [listing(items[at : at + 1], style, own[at : at + 1]) if at < len(items) else p("Cell", "") for items, own in zip(lists, names)]
            for at in range(max(map(len, lists)))
        ]
    else:
        rows = [[listing(items, style, own) for items, own in zip(lists, names)]]
    widths = [100 // len(lists)] * len(lists)
    return table(widths, head, rows) if style.repeat_head else table(widths, None, [head, *rows])
