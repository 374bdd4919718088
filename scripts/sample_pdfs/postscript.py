"""Prints a PDF once more with Ghostscript: two pages on a sheet, or turned by a quarter."""

import subprocess


def two_up(source, target):
    run(source, target, "-sNupControl=2x1", "-dAutoRotatePages=/None")


def turned(source, target):
    run(source, target, "-dAutoRotatePages=/None", "-dFIXEDMEDIA", "-dDEVICEWIDTHPOINTS=842", "-dDEVICEHEIGHTPOINTS=595",
        setup="<</Install {842 0 translate 90 rotate}>> setpagedevice")


def run(source, target, *options, setup=None):
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", f"-sOutputFile={target}", *options]
    if setup:
        command += ["-c", setup]
    subprocess.run([*command, "-f", str(source)], check=True, stdout=subprocess.DEVNULL, timeout=120)
