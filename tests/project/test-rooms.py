#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things live: rooms include leftwards, no circle of files, a function's body where its header says, and nobody but a
medium asks which medium it is.

A file and its header, and the header of that name for the layer alone (-private), are one.
"""
import os
import re

from tree import bare, files, functions, read
from tap import case, missing, run

# Each may include what stands left of it; layers as a whole are judged by test-sources.py.
ROOMS = [
    ["core/linear", "core/medium", "core/machine", "core/statistics", "core/protocols"],
    ["lab", "lab/labs"],
    ["figures/kit", "figures"],
]
SOURCES = files("src", ends=(".c", ".h"))
TEXT = {path: bare(read(path)) for path in SOURCES}


def unit(path):
    return re.sub(r"(-private)?\.[ch]$", "", path.removeprefix("src/"))


def included(path):
    return [name for name in re.findall(r'#include "([^"]+\.h)"', read(path)) if "/" in name]


BODY = {name: unit(path) for path in SOURCES if path.endswith(".c") for name, _, _ in functions(path) if name.startswith("qn_")}


def neighbours():
    """unit: {unit that it includes or whose functions it calls}"""
    found = {}
    for path in SOURCES:
        here = found.setdefault(unit(path), set())
        here |= {unit(name) for name in included(path)}
        if path.endswith(".c"):
            here |= {BODY[name] for name in re.findall(r"\bqn_\w+", TEXT[path]) if name in BODY}
        here.discard(unit(path))
    return found


def reached(graph, start):
    seen, waiting = set(), [start]
    while waiting:
        for name in graph.get(waiting.pop(), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen


@case("rooms include only what stands left of them")
def _():
    bad = []
    for path in SOURCES:
        here = os.path.dirname(path).removeprefix("src/")
        for name in included(path):
            there = os.path.dirname(name)
            bad += [f"{path} includes {name}" for rooms in ROOMS if here in rooms and there in rooms and rooms.index(there) > rooms.index(here)]
    assert not bad, missing(bad, "not permitted")


@case("no file reaches itself through others, by includes or calls")
def _():
    graph = neighbours()
    assert len(graph) > 100, f"only {len(graph)} files seen"
    reach = {name: reached(graph, name) for name in graph}
    bad = [f"{name}: by way of {', '.join(sorted(n for n in graph[name] if name in reach.get(n, ())))}" for name in sorted(graph) if name in reach[name]]
    assert not bad, missing(bad, "in a circle")


@case("an exported function's body is in the file that bears its header's name")
def _():
    declared = {}
    for path in SOURCES:
        if path.endswith(".h"):
            flat = re.sub(r"(?m)^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$", "", TEXT[path])
            declared |= {name: unit(path) for name in re.findall(r"(?m)^[A-Za-z_][\w \t*]*?[ *](qn_\w+)\s*\((?!\*)[^;{}]*\)[^;{}()]*;", flat)}
    assert len(declared) > 300, f"only {len(declared)} functions seen"
    bad = [f"{name} of {declared[name]}.h: {BODY[name]}.c" for name in declared if BODY.get(name, declared[name]) != declared[name]]
    assert not bad, missing(bad, "elsewhere")


@case("nobody but core/medium asks which medium it is")
def _():
    asks = re.compile(r"\bklass\s*[=!]=(?!\s*NULL\b)|[=!]=\s*[\w.>-]*\bklass\b(?!->)|[=!]=\s*&qn_(?:operator_)?medium|&qn_(?:operator_)?medium\w*\s*[=!]=|"
                      r"\bklass->id\b|\bqn_medium_class_find\b")
    bad = [f"{path}: {m[0]}" for path in SOURCES if not path.startswith("src/core/medium/")
           for m in asks.finditer(TEXT[path])]
    assert not bad, missing(bad, "found")


run()
