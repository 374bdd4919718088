"""A report as a list of blocks, read from a sample's text and the record that its author wrote down.

Headings, prose, boxes and tables come from the text; findings, scores and points come from the record, so that what is
printed is what is expected.
"""

import json
import re
import unicodedata
from dataclasses import dataclass, field, replace

KINDS = ("strength", "improvement", "weakness")
LINK = "http://value.invalid/"
"""Every finding, score and row of a sub-question is printed as a link to this and its name (finding/AREA/KIND/NUMBER, area/NUMBER,
question/CODE), so that the PDF's annotations say where it was drawn."""


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Prose:
    text: str


@dataclass(frozen=True)
class Bullets:
    items: tuple
    names: tuple = ()
    """The name of each item that is a finding, or ""."""


@dataclass(frozen=True)
class ScoreBox:
    area: int
    rubrics: tuple
    heads: tuple
    scores: tuple


@dataclass(frozen=True)
class Findings:
    area: int
    lists: tuple
    """(heading, kind, items) for each list, left to right."""


@dataclass(frozen=True)
class QuestionTable:
    area: int
    name: str
    heads: tuple
    rows: tuple
    sum: tuple


@dataclass(frozen=True)
class Grid:
    rows: tuple


@dataclass(frozen=True)
class Chart:
    title: str
    names: tuple
    values: tuple


@dataclass(frozen=True)
class Report:
    id: str
    cover: tuple
    contents: tuple
    blocks: tuple
    date: str
    record: dict = field(repr=False)


AREA = re.compile(r"^Område (\d)[.:]? (.+)$")
CHAPTER = re.compile(r"^\d\.? \S")


def read(text_path, record_path):
    """Reads a structured sample and its record."""
    with open(record_path, encoding="utf-8") as file:
        record = json.load(file)
    with open(text_path, encoding="utf-8-sig") as file:
        lines = [clean(line) for line in file.read().splitlines()]
    start = next(i for i, line in enumerate(lines) if line == "Innehåll")
    body = next(i for i, line in enumerate(lines) if line.endswith("Vad är Kommunkompassen?") and i > start + 3)
    cover = tuple(line for line in lines[:start] if line)
    contents = tuple(
        re.sub(r"[\s.]*\d+$", "", line).replace("\t", " ").strip() for line in lines[start + 1 : body] if line
    )
    blocks = tuple(blocks_of(lines[body:], record))
    date = record.get("reportDate") or f"{record['year']}-11-{record['total'] % 28 + 1:02d}"
    return Report(record["id"], cover, contents, blocks, date, record)


def clean(line):
    """Undoes the marks of earlier line breaks."""
    line = re.sub(r"<[^>]*>", " ", unicodedata.normalize("NFC", line).replace("\u00ad", "").replace("\u00a0", " "))
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"(?<=[a-zåäö])- (?!(?:och|eller|samt|respektive)\b)(?=[a-zåäö])", "", line)
    return re.sub(r" +", " ", line).strip(" ")


def blocks_of(lines, record):
    area = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line:
            at += 1
        elif "\t" in line:
            end = at
            while end < len(lines) and ("\t" in lines[end] or not lines[end] and goes_on(lines[end + 1 : end + 2])):
                end += 1
            # Rubrics may stand one below the other, with the score behind the last.
            while lines[at].startswith("Rubriker") and not any("\t" in row for row in lines[at + 1 : end]):
                end += 1
            yield from table([row for row in lines[at:end] if row], area, record)
            at = end
        elif line.startswith(("- ", "• ")):
            end = at
            while end < len(lines) and lines[end].startswith(("- ", "• ")):
                end += 1
            items = tuple(row[2:] for row in lines[at:end])
            yield Bullets(items, tuple(name_of(item, area, record) for item in items))
            at = end
        elif is_heading(line):
            found = AREA.match(line)
            if found:
                area = int(found.group(1))
            yield Heading(2 if found else 1 if CHAPTER.match(line) else 3, line)
            at += 1
        else:
            yield Prose(line)
            at += 1


def is_heading(line):
    return len(line) < 130 and line[-1] not in ".!,;:" and (line[0].isupper() or line[0].isdigit())


def goes_on(following):
    return any("\t" in row and not row.startswith(("Rubriker", "Styrkor")) for row in following)


def table(rows, area, record):
    head = [cell.strip() for cell in rows[0].split("\t")]
    if head[0] == "Rubriker":
        cells = " ".join(rows[1:]).split("\t")
        rubrics = tuple(item.strip() for item in cells[0].split("•") if item.strip())
        scores = tuple(re.sub(r"\D.*", "", cell.strip()) for cell in cells[1:])
        yield ScoreBox(area, rubrics, tuple(head[1:]), scores)
    elif head[0] in ("Styrkor", "Styrka"):
        yield Findings(
            area,
            tuple(
                (text, kind, tuple(f["text"] for f in record["findings"] if f["area"] == area and f["kind"] == kind))
                for text, kind in zip(head, KINDS)
            ),
        )
    elif "Uppnått" in rows[0]:
        yield from question_tables(rows, record)
    else:
        yield Grid(tuple(tuple(cell.strip() for cell in row.rstrip("\t").split("\t")) for row in rows))


def question_tables(rows, record):
    heads, own, area, name = None, [], 0, ""
    for row in rows:
        cells = [cell.strip() for cell in row.split("\t")]
        if "Uppnått" in cells:
            text = " ".join(cells[: cells.index("Uppnått")])
            area, name, own = int(text[0]), text[2:].strip(), []
            heads = tuple(cells[cells.index("Uppnått") :])
        elif re.match(r"\d\.\d", cells[0]):
            code, text = re.match(r"(\S+)\s*(.*)", cells[0]).groups()
            own.append((code, *([text] if text else []), *cells[1:]))
        else:
            numbers = [cell for cell in cells if cell]
            yield QuestionTable(area, name, heads, tuple(own), tuple(numbers[-3:]))


def names_of(findings):
    """A name for each finding of each list."""
    return [[f"finding/{findings.area}/{kind}/{at}" for at, _ in enumerate(items)] for _, kind, items in findings.lists]


def name_of(item, area, record):
    """The name of a finding of an area by its text, or ""."""
    for kind in KINDS:
        texts = [f["text"] for f in record["findings"] if f["area"] == area and f["kind"] == kind]
        if item in texts:
            return f"finding/{area}/{kind}/{texts.index(item)}"
    return ""


def chart_of(report):
    """The report's scores as a bar chart, whose title states the total."""
    scores = report.record["area_scores"]
    names = area_names(report)
    title = f"{report.record['municipality']} kommun {report.record['year']} - {sum(scores.values())} p"
    return Chart(title, tuple(f"{n}. {names[n]}" for n in range(1, 9)), tuple(scores[str(n)] for n in range(1, 9)))


def area_names(report):
    found = {}
    for block in report.blocks:
        if isinstance(block, Heading) and (match := AREA.match(block.text)):
            found.setdefault(int(match.group(1)), match.group(2))
    return found


def with_blocks(report, change):
    """The report with each block replaced by what the function makes of it: a block, several, or none."""
    blocks = []
    for block in report.blocks:
        made = change(block)
        blocks.extend([] if made is None else made if isinstance(made, (list, tuple)) else [made])
    return replace(report, blocks=tuple(blocks))
