"""Makes PDFs of the sample reports in many forms: python3 -m sample_pdfs SAMPLES TARGET [NAME…]"""

import pathlib
import sys
import tempfile

from . import chromium, libreoffice, postscript
from .report import read
from .variants import VARIANTS, prepared


def make(variant, samples, target):
    samples = pathlib.Path(samples)
    report = read(samples / f"{variant.sample}.txt", samples / f"{variant.sample}.expected.json")
    write(prepared(report, variant.style), variant, target)


def write(report, variant, target):
    with tempfile.TemporaryDirectory() as folder:
        first = pathlib.Path(folder) / "first.pdf" if variant.after else target
        if variant.writer == "chromium":
            chromium.print_pdf(report, variant.style, first)
        else:
            libreoffice.print_pdf(report, variant.style, first, by_way_of=None if variant.writer == "libreoffice" else variant.writer)
        if variant.after == "two-up":
            postscript.two_up(first, target)
        elif variant.after == "turned":
            postscript.turned(first, target)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    samples, target, names = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    unknown = set(names) - {variant.name for variant in VARIANTS}
    if unknown:
        sys.exit(f"no variant {', '.join(sorted(unknown))}; there are {', '.join(variant.name for variant in VARIANTS)}")
    target.mkdir(parents=True, exist_ok=True)
    for variant in VARIANTS:
        if not names or variant.name in names:
            file = target / f"{variant.sample}.{variant.name}.pdf"
            make(variant, samples, file)
            print(file)


if __name__ == "__main__":
    main()
