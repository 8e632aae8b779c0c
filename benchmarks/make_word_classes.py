"""Make the table of English word classes from WordNet 3.0.

    python benchmarks/make_word_classes.py WORDNET_DIR > tui/analysis/english_word_classes.py

WORDNET_DIR holds index.noun, index.verb, index.adj, index.adv, verb.exc and cntlist.rev, as in
Debian's wordnet-base.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections import Counter, defaultdict
from pathlib import Path

POS = {1: "N", 2: "V", 3: "A", 4: "R", 5: "A"}
FILES = {"noun": "N", "verb": "V", "adj": "A", "adv": "R"}
LEAST_SHARE = 0.08
"""Share of its uses from which a word is of a class, beside one."""
KINDS = {4: "ACT", 10: "COMMUNICATION", 18: "PERSON", 28: "TIME", 23: "QUANTITY", 15: "PLACE", 8: "BODY"}
"""Lexicographer files of nouns that tell something of a name, by their number."""
LICENCE = """
WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
THIS SOFTWARE AND DATABASE IS
PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY
WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF
MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE
OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
Permission to use, copy, modify and distribute this software and database and its documentation for any
purpose and without fee or royalty is hereby granted, provided that you agree to comply with the
foregoing copyright notice and statements, including the disclaimer, and that the same appear on ALL
copies of the software, database and documentation, including modifications that you make for internal
use or for distribution. The name of Princeton University or Princeton may not be used in advertising or
publicity pertaining to distribution of the software and/or database. Title to copyright in this
software, database and any associated documentation shall at all times remain with Princeton University
and LICENSEE agrees to preserve same.
"""


def counts(folder: Path) -> tuple[dict[str, Counter[str]], dict[str, Counter[int]]]:
    """How often each word is of each class, and each noun of each file, in WordNet's tagged texts."""
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[int]] = defaultdict(Counter)
    for line in (folder / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        word, rest = key.split("%")
        pos, file = int(rest.split(":")[0]), int(rest.split(":")[1])
        if re.fullmatch("[a-z]+", word):
            classes[word][POS[pos]] += int(count)
            if pos == 1:
                kinds[word][file] += int(count)
    for name, letter in FILES.items():
        for line in (folder / f"index.{name}").read_text().splitlines():
            word = line.split(" ", 1)[0]
            if word in classes:
                classes[word][letter] += 1
    return classes, kinds


def table(folder: Path) -> dict[str, list[str]]:
    """The words of each class, and the nouns of each of KINDS. Words that are nouns only are left out."""
    classes, kinds = counts(folder)
    words: dict[str, list[str]] = defaultdict(list)
    for word, count in sorted(classes.items()):
        total = sum(count.values())
        share = {letter: n / total for letter, n in count.items() if n / total >= LEAST_SHARE}
        if set(share) == {"N"} or not share:
            continue
        name = "".join(sorted(share))
        words[
            {
                "A": "ADJECTIVES",
                "V": "VERBS",
                "R": "ADVERBS",
                "AN": "ADJECTIVES_AND_NOUNS",
                "NV": "NOUNS_AND_VERBS",
                "AR": "ADVERBS",
                "NR": "ADVERBS",
            }.get(
                name,
                "ADJECTIVES_AND_NOUNS"
                if "A" in name and "N" in name
                else "NOUNS_AND_VERBS"
                if "N" in name
                else "ADJECTIVES"
                if "A" in name
                else "VERBS",
            )
        ].append(word)
    for word, files in sorted(kinds.items()):
        file, n = files.most_common(1)[0]
        if file in KINDS and n >= 2 and n >= sum(files.values()) / 2:
            words[KINDS[file]].append(word)
    words["NOUNS_LIKE_VERBS"] = [
        w for w, count in sorted(classes.items()) if w.endswith(("ing", "ed")) and count["N"] > 1
    ]
    for line in (folder / "verb.exc").read_text().splitlines():
        form, base, *_ = line.split()
        if re.fullmatch("[a-z]+", form) and base in classes and form not in classes:
            words["IRREGULAR_VERBS"].append(form)
    return words


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    words = table(parser.parse_args().folder)
    print('"""Classes of English words, made from WordNet 3.0 by `benchmarks/make_word_classes.py`.\n')
    print("Words in their base form, by their uses in WordNet's tagged texts; what stands nowhere is a noun.")
    print("The lists at the end are kinds of nouns.")
    print('"""\n\nLICENCE = """' + LICENCE + '"""')
    for name, members in words.items():
        print(f'\n{name} = """')
        print("\n".join(textwrap.wrap(" ".join(members), 108)))
        print('"""')


if __name__ == "__main__":
    main()
