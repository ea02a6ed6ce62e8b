#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The habits of CONTRIBUTING.md that a program can check."""
import os
import re

from tree import MAY_USE, TOP, WITH_GTK, bare, files, functions, read, without_comments
from tap import case, missing, run

LONGEST_FILE = 700
LONGEST_LINE = 200
LONGEST_FUNCTION = 40
C_FILES = files("src", "tests", ends=(".c", ".h"))
SOURCES = [f for f in C_FILES if f.startswith("src/")]
# What came after GTK 4.8, libadwaita 1.2, GLib 2.74.
TOO_NEW = re.compile(
    r"\b(Adw|adw_)(AboutDialog|about_dialog|AlertDialog|alert_dialog|Banner|banner|BottomSheet|bottom_sheet|Breakpoint|breakpoint"
    r"|Dialog|dialog|MultiLayout|NavigationPage|navigation_page|NavigationSplit|navigation_split|NavigationView|navigation_view"
    r"|OverlaySplit|overlay_split|Spinner|spinner|SpinRow|spin_row|SwitchRow|switch_row|TabOverview|tab_overview|ToggleGroup"
    r"|toggle_group|ToolbarView|toolbar_view|WrapBox|wrap_box)"
    r"|\b(Gtk|gtk_)(AlertDialog|alert_dialog|ColorDialog|color_dialog|FileDialog|file_dialog|FileLauncher|file_launcher"
    r"|FontDialog|font_dialog|GraphicsOffload|UriLauncher|uri_launcher)"
    r"|\bgtk_css_provider_load_from_(string|bytes)\b|\bgtk_accessible_announce\b|\bg_string_free_and_steal\b"
    r"|\bg_assert_cmpstrv_equal\b|\bG_DEFINE_FINAL_TYPE_WITH_PRIVATE\b")


def where(path, text, position):
    return f"{path}:{text.count(chr(10), 0, position) + 1}"


def hits(pattern, paths, prepare=lambda text: text):
    found = []
    for path in paths:
        text = prepare(read(path))
        found += [f"{where(path, text, m.start())}: {m[0].strip()}" for m in re.finditer(pattern, text)]
    return found


@case("every source says its licence on its first lines")
def _():
    written = C_FILES + files("src", "tests", "tools", "data", "ui", "po", ends=(".py", "meson.build", ".ui", ".xml", ".in", ".svg",
                                                                     ".css", ".glsl", ".frag", ".vert")) + ["run", "check", ".ci/run"]
    bad = [f for f in written if not f.endswith(".desktop.in")
           and not re.search(r"SPDX-License-Identifier: (GPL-3\.0-or-later|CC0-1\.0)", "\n".join(read(f).splitlines()[:4]))]
    assert not bad, missing(bad, "no SPDX-License-Identifier")


@case("every header guards itself with #pragma once")
def _():
    bad = [f for f in C_FILES if f.endswith(".h") and "\n#pragma once\n" not in read(f)]
    assert not bad, missing(bad, "no #pragma once")


@case(f"no file is longer than {LONGEST_FILE} lines")
def _():
    lengths = [(f, len(read(f).splitlines())) for f in files("src", "tests", "tools", "ui", ends=(".c", ".h", ".py", ".ui"))]
    bad = [f"{f}: {n}" for f, n in lengths if n > LONGEST_FILE]
    assert not bad, missing(bad, "too long")


@case(f"no line has more than {LONGEST_LINE} columns")
def _():
    bad = [f"{f}:{number}: {len(line)}" for f in files("src", "tests", "tools", ends=(".c", ".h", ".py"))
           for number, line in enumerate(read(f).splitlines(), 1) if len(line) > LONGEST_LINE]
    assert not bad, missing(bad, "too long")


@case(f"no function of the program is longer than {LONGEST_FUNCTION} lines")
def _():
    every = [(path, *function) for path in SOURCES if path.endswith(".c") for function in functions(path)]
    assert len(every) > 50, f"only {len(every)} functions seen: the style is not what this test reads"
    bad = [f"{path}:{line} {name}: {length} lines" for path, name, line, length in every if length > LONGEST_FUNCTION]
    assert not bad, missing(bad, "too long")


@case("sources are named after what they define")
def _():
    bad = [f for f in SOURCES if not re.fullmatch(r"qn-[a-z0-9-]+\.[ch]|main\.c", os.path.basename(f))]
    assert not bad, missing(bad, "not qn-something")


@case("neither tabs, trailing blanks nor a missing last line end")
def _():
    bad = hits(r"\t|[ ]+$", C_FILES) + hits(r"[ \t]+(?=\n)", C_FILES)
    bad += [f"{f}: last line" for f in C_FILES if not read(f).endswith("\n")]
    assert not bad, missing(bad, "found")


@case("a space stands before the parenthesis of a call")
def _():
    bad = hits(r"(?m)^(?! *#).*?\b(?:qn|g|gtk|gdk|gsl|cairo|pango|adw|json)_[a-z0-9_]+\(", C_FILES, bare)
    assert not bad, missing(bad, "found")


@case("random numbers of tests begin at a fixed seed that is printed")
def _():
    bad = hits(r"\bg_(test_rand|rand_new|random_)\w* \(", [f for f in C_FILES if f.startswith("tests/") and f != "tests/random-numbers.h"])
    bad += hits(r"\brandom\.(Random\(\)|random\(|uniform\(|randint\(|seed\(\))", files("tests", ends=".py"))
    assert not bad, missing(bad, "not by random-numbers.h")


@case("nothing is left undone in the tree")
def _():
    texts = [f for f in files("src", "tests", "ui", "data", "tools", "po") if f.endswith((".c", ".h", ".py", ".ui", ".xml", ".build", ".json"))
             and f != "tests/project/test-sources.py"]
    bad = hits(r"\b(TODO|FIXME|XXX|HACK)\b|not (yet )?implemented|placeholder(?!-text|_text|\")", texts)
    assert not bad, missing(bad, "found")


@case("no path of somebody's machine is written down")
def _():
    texts = files("src", "tests", "ui", "data", "tools", "po", "docs", "flatpak", "packages") + [
        f for f in os.listdir(TOP) if os.path.isfile(os.path.join(TOP, f)) and f != ".git"]
    texts = [f for f in texts if not f.endswith((".png", ".pdf", ".pyc", ".gz", ".quench"))]
    bad = hits("/" + r"(home|root|work|Users)/\w+", texts)
    assert not bad, missing(bad, "found")


@case("no two sources bear one name")
def _():
    names = [os.path.basename(f) for f in SOURCES if not f.endswith("main.c")]
    bad = sorted({n for n in names if names.count(n) > 1})
    assert not bad, missing(bad, "twice")


@case("an include names the folder from src/")
def _():
    headers = {os.path.basename(f) for f in SOURCES}  # what the build makes has no folder
    bad = [f"{path}: {included}" for path in SOURCES for included in re.findall(r'#include "([^"]+)"', read(path))
           if not os.path.exists(os.path.join(TOP, "src", included)) and ("/" in included or included in headers)]
    assert not bad, missing(bad, "not from src/")


@case("layers include only what they may use")
def _():
    bad = []
    for path in SOURCES:
        layer = path.split("/")[1]
        if layer not in MAY_USE:
            bad.append(f"{path}: no such layer")
            continue
        for included in re.findall(r'#include "([^"]+)"', read(path)):
            if "/" in included and included.split("/")[0] not in (layer, *MAY_USE[layer]):
                bad.append(f"{path} includes {included}")
    assert not bad, missing(bad, "not permitted")


@case("only widgets and app know GTK, and core only plain GLib and GSL")
def _():
    bad = []
    for path in SOURCES:
        layer = path.split("/")[1]
        for included in re.findall(r"#include <([^>]+)>", read(path)):
            if re.match(r"gtk/|gdk/|gsk/|adwaita|epoxy/", included) and layer not in WITH_GTK:
                bad.append(f"{path} includes <{included}>")
            if layer == "core" and not re.match(r"glib(/gi18n(-lib)?)?\.h|gsl/|(math|float|string|stdint|stddef|stdbool|limits|complex)\.h"
                                                r"|[a-z]*mmintrin\.h|immintrin\.h", included):
                bad.append(f"{path} includes <{included}>")
    assert not bad, missing(bad, "not permitted")


@case("nothing newer than GTK 4.8, libadwaita 1.2 and GLib 2.74")
def _():
    bad = hits(TOO_NEW, [f for f in files("src", "ui", ends=(".c", ".h", ".ui"))], without_comments)
    assert not bad, missing(bad, "too new")


@case("public names begin with qn_, Qn or QN_")
def _():
    bad = []
    for path in SOURCES:
        if not path.endswith(".h"):
            continue
        text = bare(read(path))
        flat = re.sub(r"\\\n", " ", text)
        names = re.findall(r"(?m)^[ \t]*#define\s+(\w+)", flat)
        bad += [f"{path}: macro {n}" for n in names if not n.startswith(("QN_", "qn_", "_QN_")) and n not in ("GETTEXT_PACKAGE", "N_")]
        names = re.findall(r"(?m)^typedef (?:struct|enum|union)\s+\w+\s+(\w+);|^\} (\w+);|^typedef [^;{}]*?\(\*\s*(\w+)\)|\benum\s*\{[^}]*\}\s*(\w+);", flat)
        bad += [f"{path}: type {n}" for group in names for n in group if n and not n.startswith("Qn") and not n.startswith("qn_")]
        for body in re.findall(r"\benum\b\s*\w*\s*\{([^}]*)\}", flat):
            constants = re.findall(r"(?:^|,)\s*(\w+)", body)
            bad += [f"{path}: constant {n}" for n in constants if not n.startswith("QN_")]
        names = re.findall(r"(?m)^[A-Za-z_][\w \t*]*?[ *](\w+)\s*\((?!\*)[^;{}]*\)[^;{}()]*;", flat)
        bad += [f"{path}: function {n}" for n in names if not n.startswith(("qn_", "G_"))]
    assert not bad, missing(bad, "unprefixed")


@case("core knows no parameter of a lab")
def _():
    ids = set(re.findall(r'\.id = "([a-z-]+\.[a-z.0-9-]+)"', "".join(read(f) for f in SOURCES if f.startswith("src/lab/"))))
    assert "hot.temperature" in ids and "stroke.drive" in ids
    core = [f for f in SOURCES if f.startswith("src/core/")]
    bad = hits(r'"[^"\n]*"', core, without_comments)
    bad = [hit for hit in bad if re.search(r'"(?:[^"]*[^a-z.-])?[a-z]+(?:-[a-z]+)*\.[a-z][a-z.-]*[a-z](?:[^a-z.-][^"]*)?"$', hit) and not re.search(r'\.(h|def)"$', hit)]
    assert not bad, missing(bad, "an id of a lab in core")


run()
