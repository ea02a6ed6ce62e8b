#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every preset of every lab, chosen by hand, one after the other in one window."""
import contextlib

from quench import choose, high, leave, listed, running, silent
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
    return apps[-1]


def each_preset(lab):
    assert len(presets[lab["id"]]) >= 4, presets[lab["id"]]
    app = window()
    choose(app, lab["name"])
    for preset in presets[lab["id"]]:
        choose(app, preset["name"])
    position = app.find("slider", "Position in the cycle")
    was = position.description
    wait_for(lambda: position.again().description != was, "the machine to go on")
    silent(app)


for entry in listed("labs"):
    case(f"every preset of {entry['id']} runs without a warning")(lambda lab=entry: each_preset(lab))


@case("the window that showed them all closes in order")
def _():
    with desktop:
        leave(window())


run()
