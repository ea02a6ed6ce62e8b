#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gettext, from the sources to the program: what the tables say can be translated, and is.

    test-messages.py QUENCH_CLI LOCALE_DIRECTORY
"""
import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from tree import TOP
from tap import Skip, case, missing, run, say, skip_all

CLI, LOCALE_DIRECTORY = sys.argv[1:3]
SPOKEN = ("name", "meaning", "summary", "text")

if not shutil.which("xgettext") or not shutil.which("msgfmt"):
    skip_all("gettext is not installed")


def catalogue():
    """The msgids of the sources, as po/ extracts them."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "quench.pot")
        subprocess.run(["xgettext", f"--directory={TOP}", f"--files-from={TOP}/po/POTFILES", "--from-code=UTF-8", "--keyword=_",
                        "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--no-wrap", f"--output={path}"], check=True)
        with open(path, encoding="utf-8") as file:
            entries = re.findall(r'^msgid ((?:".*"\n)+)', file.read(), re.MULTILINE)
    return {"".join(ast.literal_eval(line) for line in entry.splitlines()) for entry in entries} - {""}


def spoken(**env):
    """(topic, id, field, text) of everything the tables of the labs say."""
    for topic in ("labs", "presets", "parameters", "results", "figures"):
        done = subprocess.run([CLI, "list", topic, "--json"], check=True, capture_output=True, text=True, env={**os.environ, **env})
        for row in json.loads(done.stdout):
            for field in SPOKEN:
                if row.get(field):
                    yield topic, row["id"], field, row[field]


def plain(markup):
    return re.sub(r"<[^>]*>", "", markup)


@case("every word of the tables is among the messages to translate")
def _():
    known = {plain(m) for m in catalogue()}
    told = list(spoken(LC_ALL="C.UTF-8"))
    say(f"{len(told)} texts of tables, {len(known)} messages")
    bad = [f"{topic} {id_}: {field} {text!r}" for topic, id_, field, text in told if text not in known]
    assert len(told) > 60 and not bad, missing(bad, "xgettext does not find")


@case("a translation is what the program says, and numbers and ids stay as they are")
def _():
    if not os.path.realpath(LOCALE_DIRECTORY).startswith(os.path.realpath(os.path.join(os.path.dirname(CLI), "..", "..")) + os.sep):
        raise Skip(f"translations belong into {LOCALE_DIRECTORY}, which is not this build's own (see ./check)")
    # Esperanto stands for all languages: every message in angle quotes.
    folder = os.path.join(LOCALE_DIRECTORY, "eo", "LC_MESSAGES")
    os.makedirs(folder, exist_ok=True)
    compiled = os.path.join(folder, "quench.mo")
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n' + "".join(
        f"msgid {json.dumps(m, ensure_ascii=False)}\nmsgstr {json.dumps('«' + m + '»', ensure_ascii=False)}\n"
        for m in sorted(catalogue()))
    try:
        subprocess.run(["msgfmt", "-o", compiled, "-"], input=text, text=True, check=True)
        foreign = list(spoken(LC_ALL="C.UTF-8", LANGUAGE="eo"))
        names = [t for topic, _, field, t in foreign if topic == "labs" and field == "name"]
        assert names and all(t.startswith("«") for t in names), names
        plainly = list(spoken(LC_ALL="C.UTF-8"))
        assert [f[:3] for f in foreign] == [p[:3] for p in plainly], "ids differ"
    finally:
        os.remove(compiled)


run()
