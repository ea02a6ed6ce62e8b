#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every preset of every lab, chosen by hand."""
import time

from quench import choose, leave, listed, running, title
from session import wait_for
from tap import case, run


def each_preset(lab):
    presets = listed("presets", "--lab", lab["id"])
    assert len(presets) >= 4, presets
    with running() as app:
        choose(app, lab["name"])
        wait_for(lambda: lab["name"] in title(app), lab["name"])
        for preset in presets:
            choose(app, preset["name"])
            time.sleep(0.25)
        leave(app)


for entry in listed("labs"):
    case(f"every preset of {entry['id']} runs without a warning")(lambda lab=entry: each_preset(lab))

run()
