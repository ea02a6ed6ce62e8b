#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every preset of every lab, chosen by hand, one after the other in one window."""
import contextlib

from quench import choose, high, insist, leave, listed, running, silent, stop, title, toggle
from session import wait_for
from tap import case, run

presets = {lab["id"]: listed("presets", "--lab", lab["id"]) for lab in listed("labs")}
desktop = contextlib.ExitStack()
apps = []


def window():
    """The one that stands open, or another where it did not survive the case before."""
    if not apps or apps[-1].process.poll() is not None:
        apps.append(desktop.enter_context(running()))
        high(apps[-1])
        apps[-1].screen.key("bracketright", 3)    # faster
        stop(apps[-1])
    return apps[-1]


def each_preset(lab):
    """The machine runs but until it has moved, and what is asked about again and again is looked for once."""
    assert len(presets[lab["id"]]) >= 4, presets[lab["id"]]
    app = window()
    choose(app, lab["name"])
    board, position, button = app.find(None, "Figures"), app.find("slider", "Position in the cycle"), app.find("button", "Play")
    rows = {text: row for row in reversed(app.all("list item")) for text in (row.name, row.description)}
    for name in [preset["name"] for preset in presets[lab["id"]]]:
        insist(rows[name].click, lambda: name in title(app), name)
        wait_for(lambda: "busy" not in board.again().states, "figures of the present experiment")
        was = position.again().description
        toggle(app, button, "Pause")
        wait_for(lambda: position.again().description != was, "the machine to go on")
        toggle(app, button, "Play")
    silent(app)


for entry in listed("labs"):
    case(f"every preset of {entry['id']} runs without a warning")(lambda lab=entry: each_preset(lab))


@case("the window that showed them all closes in order")
def _():
    with desktop:
        leave(window())


run()
