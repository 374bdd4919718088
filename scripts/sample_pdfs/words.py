"""Marks where Swedish words may be broken, for want of a hyphenation dictionary in a bare LibreOffice or Chromium."""

import re

VOWELS = "aeiouyåäöAEIOUYÅÄÖ"
SOFT_HYPHEN = "\u00ad"


def hyphenated(text):
    """The text with soft hyphens in words of seven letters and more: before the last consonant between two vowels."""
    return re.sub(r"[A-Za-zÅÄÖåäö]{7,}", lambda match: broken(match.group()), text)


def broken(word):
    cuts = []
    for at in range(3, len(word) - 2):
        if (
            word[at] not in VOWELS
            and word[at + 1] in VOWELS
            and any(letter in VOWELS for letter in word[:at])
            and word[at - 1 : at + 1].lower() not in ("ch", "ck", "sk", "st", "ng", "sj", "tj")
        ):
            cuts.append(at)
    for at in reversed(cuts):
        word = word[:at] + SOFT_HYPHEN + word[at:]
    return word
