"""Prints a report with Chromium: HTML with paged CSS."""

import pathlib
import subprocess
import tempfile
from html import escape

from . import chart as charts
from .report import LINK, Bullets, Chart, Findings, Grid, Heading, Prose, QuestionTable, ScoreBox, names_of
from .words import hyphenated


def print_pdf(report, style, target, program="chromium"):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "report.html"
        source.write_text(page(report, style), encoding="utf-8")
        subprocess.run(
            [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             "--no-pdf-header-footer", "--disable-pdf-tagging", f"--print-to-pdf={pathlib.Path(target).resolve()}", source.as_uri()],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120,
        )


def page(report, style):
    return f"""<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>{escape(report.id)}</title>
<style>{css(report, style)}</style><body>{''.join(body(report, style))}</body></html>"""


def css(report, style):
    width, height = style.paper
    border = "0.5pt solid #333" if style.borders else "none"
    margins = {
        "skl": f'@top-left{{content:"Sveriges Kommuner och Landsting"}}@top-center{{content:"{report.date}"}}'
        '@top-right{content:counter(page) " (" counter(pages) ")"}',
        "title": f'@top-left{{content:"Kommunkompassen Analys av {report.record["municipality"]}s kommun"}}@top-right{{content:counter(page)}}',
        "footer": f'@bottom-left{{content:"Sveriges Kommuner och Landsting {report.date}"}}@bottom-right{{content:counter(page) " (" counter(pages) ")"}}',
        "number": "@bottom-center{content:counter(page)}",
        "none": "",
    }[style.header]
    none = "".join(f"@{edge}{{content:none}}" for edge in ("top-left", "top-center", "top-right", "bottom-left", "bottom-right", "bottom-center"))
    repeat = "table-header-group" if style.repeat_head else "table-row-group"
    return f"""
@page{{size:{width}mm {height}mm;margin:{style.margin}mm;font:8pt "{style.heading_font}";{margins}}}
@page :first{{{none}}}
body{{font:{style.size}pt/{style.line_height} "{style.font}";margin:0}}
p{{margin:0 0 0.7em;text-align:{'justify' if style.justify else 'left'};hyphens:manual}}
h1,h2,h3{{font-family:"{style.heading_font}";line-height:1.2;break-after:avoid;margin:1.2em 0 0.4em}}
h1{{font-size:{style.size * 1.7:.1f}pt;color:#1f3f7f}}h2{{font-size:{style.size * 1.35:.1f}pt;color:#1f3f7f}}h3{{font-size:{style.size * 1.05:.1f}pt;margin-bottom:0.1em}}
.new{{break-before:page}}.cover{{text-align:center;padding-top:35mm}}.cover div{{margin:4mm;font:{style.size * 1.6:.1f}pt "{style.heading_font}"}}
.cover div.small{{font-size:{style.size}pt;margin:1mm}}
.entry{{display:flex}}.entry i{{flex:1;overflow:hidden;white-space:nowrap;font-style:normal}}
table{{border-collapse:collapse;width:100%;margin:0 0 1em}}thead{{display:{repeat}}}
td,th{{border:{border};padding:1mm 2mm;vertical-align:top;text-align:left}}
th{{font-family:"{style.heading_font}"}}tr{{break-inside:auto}}
.questions td,.questions th{{border:none;border-top:0.3pt solid #999}}.questions tr{{break-inside:avoid}}
.number{{text-align:right;white-space:nowrap}}
.score{{font:bold {style.size * 2.4:.1f}pt "{style.heading_font}";text-align:center;vertical-align:middle;width:22%}}
ul{{margin:0 0 0.7em;padding:0;list-style:none}}td ul{{margin:0}}
li{{padding-left:{style.bullet_indent}mm;text-indent:-{style.bullet_indent}mm;hyphens:manual}}
li::before{{content:"{bullet(style)}";display:inline-block;width:{style.bullet_indent}mm;text-indent:0;{'font-family:OpenSymbol' if style.bullet == 'symbol' else ''}}}
.prose{{columns:{style.columns};column-gap:7mm}}.note{{font-size:{style.size * 0.75:.1f}pt;border-top:0.5pt solid #333;margin-top:2em;width:60%}}
a{{color:inherit;text-decoration:none}}svg{{max-width:100%;break-inside:avoid}}
"""


def bullet(style):
    return "\\E00C" if style.bullet == "symbol" else style.bullet


def body(report, style):
    yield '<div class="cover">'
    for line in report.cover:
        yield f'<div{"" if len(line) < 40 and at_top(line, report) else " class=small"}>{escape(line)}</div>'
    yield '</div><h1 class="new">Innehåll</h1>'
    for at, entry in enumerate(report.contents):
        yield f'<div class="entry"><span>{escape(entry)}</span><i>{"." * 200}</i><span>{3 + at * 2}</span></div>'
    prose = []

    def flush():
        if prose:
            inner = "".join(prose)
            prose.clear()
            yield f'<div class="prose">{inner}</div>' if style.columns > 1 else inner

    for block in report.blocks:
        match block:
            case Heading(level=3, text=text):
                prose.append(f"<h3>{escape(text)}</h3>")
            case Prose(text):
                prose.append(f"<p>{text_of(text, style)}</p>")
            case Bullets(items, names):
                prose.append(listing(items, style, names))
            case _:
                yield from flush()
                yield other(block, style)
    yield from flush()


def at_top(line, report):
    return line == line.upper() or line.startswith(("Kommun", "ANALYS", str(report.record["year"])))


def text_of(text, style):
    return escape(hyphenated(text) if style.hyphenate else text)


def linked(name, html):
    return f'<a href="{LINK}{name}">{html}</a>' if name else html


def listing(items, style, names=None):
    return "<ul>" + "".join(f"<li>{linked(name, text_of(item, style))}</li>" for item, name in zip(items, names or [""] * len(items))) + "</ul>"


def other(block, style):
    match block:
        case Heading(level, text):
            new = ' class="new"' if level == 1 else ""
            return f"<h{level}{new}>{escape(text)}</h{level}>"
        case ScoreBox():
            return box(block, style)
        case Findings():
            return findings(block, style)
        case QuestionTable():
            heads = style.question_heads or block.heads
            rows = "".join(
                "<tr>"
                + "".join(
                    f"<td{' class=number' if at > 1 else ''}>{linked('question/' + row[0], text_of(c, style) if at == 1 else escape(c))}</td>"
                    for at, c in enumerate(row)
                )
                + "</tr>"
                for row in block.rows
            )
            last = "".join(
                f'<th class="number">{c}</th>' for c in (linked(f"area/{block.area}", escape(block.sum[0])), *map(escape, block.sum[1:]))
            )
            return (
                f'<table class="questions"><thead><tr><th>{block.area}.</th><th>{escape(block.name)}</th>'
                + "".join(f'<th class="number">{escape(h)}</th>' for h in heads)
                + f"</tr></thead><tbody>{rows}<tr><td></td><td></td>{last}</tr></tbody></table>"
            )
        case Grid(rows):
            return "<table>" + "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in rows) + "</table>"
        case Chart():
            return charts.svg(block, style.heading_font)
    raise ValueError(block)


def box(block, style):
    rubrics = listing(block.rubrics, style)
    if style.box == "none":
        return ""
    own, *others = block.scores
    own = linked(f"area/{block.area}", own)
    if style.box == "line":
        return f"<p><b>Rubriker</b></p>{rubrics}<p><b>Poäng {own}</b></p>"
    heads = "".join(f"<th>{escape(h)}</th>" for h in block.heads)
    scores = "".join(f'<td class="score">{s}</td>' for s in (own, *others))
    if style.box == "left":
        return f"<table><tr>{heads}<th>Rubriker</th></tr><tr>{scores}<td>{rubrics}</td></tr></table>"
    return f"<table><tr><th>Rubriker</th>{heads}</tr><tr><td>{rubrics}</td>{scores}</tr></table>"


def findings(block, style):
    heads = style.findings_heads or tuple(head for head, _, _ in block.lists)
    lists = [items for _, _, items in block.lists]
    names = names_of(block)
    if style.findings == "lists":
        return "".join(f"<h3>{escape(h)}</h3>{listing(items, style, own)}" for h, items, own in zip(heads, lists, names))
    width = 100 / len(lists)
    head = "".join(f'<th style="width:{width:.1f}%">{escape(h)}</th>' for h in heads)
    if style.findings == "rows":
        rows = "".join(
            "<tr>" + "".join(f"<td>{listing(items[at:at + 1], style, own[at:at + 1])}</td>" for items, own in zip(lists, names)) + "</tr>"
            for at in range(max(map(len, lists)))
        )
    else:
        rows = "<tr>" + "".join(f"<td>{listing(items, style, own)}</td>" for items, own in zip(lists, names)) + "</tr>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
