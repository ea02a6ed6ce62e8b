#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file is indented as clang-format does it by .clang-format.

Where lines end, and how tables, long strings and nested choices are laid out, is left to their author: lines that
clang-format would break or join are passed over, those that it keeps must begin where it begins them.
"""
import difflib
import multiprocessing.pool
import os
import re
import shutil
import subprocess

from tree import TOP, files, read
from tap import case, missing, run, skip_all

if not shutil.which("clang-format"):
    skip_all("clang-format is not installed")


def misplaced(path):
    formatted = subprocess.run(["clang-format", os.path.join(TOP, path)], capture_output=True, text=True, check=True).stdout.split("\n")
    lines = read(path).split("\n")
    squeezed = [[re.sub(r"\s+", "", line) for line in text] for text in (lines, formatted)]
    for mine, theirs, size in difflib.SequenceMatcher(None, *squeezed, autojunk=False).get_matching_blocks():
        for number in range(size):
            have, want = lines[mine + number], formatted[theirs + number]
            if have.strip() and indent(have) != indent(want) and not have.lstrip().startswith(("*", "/*", '"')):
                yield mine + number + 1, indent(want)


def indent(line):
    return len(line) - len(line.lstrip())


@case("C files are indented as clang-format does it")
def _():
    with multiprocessing.pool.ThreadPool() as pool:
        told = pool.map(lambda path: [f"{path}:{line}: {want} blanks" for line, want in misplaced(path)], files("src", "tests", ends=".c"))
    bad = sum(told, [])
    assert not bad, missing(bad, "indented otherwise")


run()
