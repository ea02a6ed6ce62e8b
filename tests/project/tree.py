# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's files, and what C says once comments and strings are out of the way."""
import os
import re
import sys

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, os.path.join(TOP, "tests"))

# Which layers each may use: core <- lab <- sim <- {figures, lessons} <- {cli, app}; plot <- {figures, widgets} <- app.
MAY_USE = {
    "core": (),
    "plot": (),
    "lab": ("core",),
    "sim": ("core", "lab"),
    "figures": ("core", "lab", "sim", "plot"),
    "lessons": ("core", "lab", "sim"),
    "cli": ("core", "lab", "sim", "plot", "figures", "lessons"),
    "widgets": ("core", "lab", "sim", "plot", "figures"),
    "app": ("core", "lab", "sim", "plot", "figures", "lessons", "widgets"),
}
WITH_GTK = ("widgets", "app")


def files(*folders, ends=""):
    """Paths from the top of the tree, sorted; build directories and hidden folders left out."""
    found = []
    for folder in folders or (".",):
        for here, inside, names in os.walk(os.path.join(TOP, folder)):
            inside[:] = [d for d in inside if not d.startswith((".", "_build", "build", "__pycache__"))]
            found += [os.path.relpath(os.path.join(here, name), TOP) for name in names if name.endswith(ends)]
    return sorted(found)


def read(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as file:
        return file.read()


def without_comments(text):
    """C with its comments blanked, line numbers kept."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.DOTALL)
    return pattern.sub(lambda m: m[0] if m[0][0] in "\"'" else re.sub(r"[^\n]", " ", m[0]), text)


def bare(text):
    """C with comments and strings blanked."""
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', without_comments(text))


def functions(path):
    """(name, first line, number of lines from brace to brace) of the functions of a C file in the project's style."""
    lines = bare(read(path)).splitlines()
    start, found = None, []
    for number, line in enumerate(lines):
        if line == "{":
            start = number
        elif line.startswith("}") and start is not None:
            if line == "}":
                head = next((l for l in reversed(lines[:start]) if re.match(r"\w+ \(", l)), lines[start - 1])
                found.append((head.split(" (")[0], start + 1, number - start + 1))
            start = None
    return found


def translated_files():
    """The files with text for users, sorted."""
    marked = re.compile(r"\b(?:Q|N|C|NC)?_ ?\(|\bng?gettext ?\(")
    found = [f for f in files("src", ends=(".c", ".h")) if marked.search(without_comments(read(f)))]
    found += [f for f in files("ui", "src", ends=".ui") if 'translatable="' in read(f)]
    found += files("data", ends=".desktop.in") + files("data", ends=".metainfo.xml.in")
    found += [f for f in files("data", ends=".gschema.xml") if 'gettext-domain="' in read(f)]
    return sorted(found)
