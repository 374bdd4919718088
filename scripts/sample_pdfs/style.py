"""How a report is printed."""

from dataclasses import dataclass

PAGES = {
    "A4": (210, 297),
    "A4 landscape": (297, 210),
    "A5": (148, 210),
    "Letter": (216, 279),
    "narrow": (140, 215),
}


@dataclass(frozen=True)
class Style:
    """What can vary; sizes in points, lengths in millimetres."""

    page: str = "A4"
    margin: float = 25
    font: str = "Liberation Serif"
    heading_font: str = "Liberation Sans"
    size: float = 10.5
    line_height: float = 1.25
    justify: bool = True
    hyphenate: bool = True
    columns: int = 1
    header: str = "skl"
    """skl, title, footer, number or none."""
    bullet: str = "•"
    """A character, or "symbol" for one of a symbol font's private signs."""
    findings: str = "table"
    """table (one row), rows (one row an item), or lists (headings with lists below them)."""
    findings_heads: tuple = ()
    """Other headings for the lists, left to right; none for the report's own."""
    borders: bool = True
    repeat_head: bool = True
    box: str = "right"
    """right, left, line or none: where the score stands."""
    tables_with_areas: bool = False
    """Tables of sub-questions at the end of each area instead of a chapter of their own."""
    question_heads: tuple = ()
    percent: str = "%"
    area_heading: str = "Område {0} {1}"
    chart: bool = False
    footnotes: bool = False
    bullet_indent: float = 5

    @property
    def paper(self):
        return PAGES[self.page]
