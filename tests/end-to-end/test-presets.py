#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every preset of every lab, chosen by hand, one after the other in one window."""
import contextlib

from quench import choose, high, insist, leave, listed, running, silent, title
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
        toggle(apps[-1], apps[-1].find(None, "Pause"), "Play")
    return apps[-1]


def toggle(app, button, shown):
    """The machine stands still but where it is to go on: a window that draws at every frame answers between two."""
    app.screen.key("space")
    wait_for(lambda: button.again().name == shown, shown)


def each_preset(lab):
    """What is asked about again and again is looked for once: a whole tree is hundreds of round trips."""
    assert len(presets[lab["id"]]) >= 4, presets[lab["id"]]
    app = window()
    choose(app, lab["name"])
    board, position, button = app.find(None, "Figures"), app.find("slider", "Position in the cycle"), app.find(None, "Play")
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
