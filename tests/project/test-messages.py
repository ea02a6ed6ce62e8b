#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gettext, from the sources to the program: what the tables say can be translated, and is.

    test-messages.py QUENCH_CLI
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
from tap import case, missing, run, say, skip_all

CLI = sys.argv[1]
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


run()
