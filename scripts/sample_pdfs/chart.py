"""Draws a bar chart as SVG: an axis of points, a number above each bar, names below."""

from html import escape


def svg(chart, font, width=470, height=240):
    left, top, bottom = 40, 40, height - 50
    step = (width - left - 10) / len(chart.values)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{font}" font-size="7">',
        f'<rect x="1" y="1" width="{width - 2}" height="{height - 2}" fill="none" stroke="#888"/>',
        f'<text x="{width / 2}" y="20" text-anchor="middle" font-size="11" font-weight="bold">{escape(chart.title)}</text>',
    ]
    for tick in range(0, 101, 20):
        y = bottom - (bottom - top) * tick / 100
        parts.append(f'<text x="{left - 6}" y="{y + 2.5:.1f}" text-anchor="end">{tick}</text>')
        parts.append(f'<line x1="{left}" x2="{width - 10}" y1="{y:.1f}" y2="{y:.1f}" stroke="#bbb" stroke-width="0.5"/>')
    for at, (name, value) in enumerate(zip(chart.names, chart.values)):
        x = left + at * step + step / 2
        y = bottom - (bottom - top) * float(value) / 100
        parts.append(f'<rect x="{x - step * 0.35:.1f}" y="{y:.1f}" width="{step * 0.7:.1f}" height="{bottom - y:.1f}" fill="#1f3f7f"/>')
        parts.append(f'<text x="{x:.1f}" y="{y - 3:.1f}" text-anchor="middle">{value}</text>')
        for row, word in enumerate(lines_of(name, step)):
            parts.append(f'<text x="{x:.1f}" y="{bottom + 10 + row * 6:.1f}" text-anchor="middle" font-size="5">{escape(word)}</text>')
    parts.append("</svg>")
    return "".join(parts)


def lines_of(name, width):
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) > width / 2.6:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
