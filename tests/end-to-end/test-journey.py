#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From start to an exported figure: choose Carnot, drag the hot temperature, export, look at the file."""
import json
import os
import re
import subprocess
import xml.etree.ElementTree as xml
from math import log

from quench import CLI, answer_file_dialog, choose, high, leave, running, slider, stop, wait_for_figures
from session import wait_for
from tap import case, run

SVG = "{http://www.w3.org/2000/svg}"


def export(app, path):
    app.screen.key("ctrl+e")
    answer_file_dialog(app, path)
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0, path)
    return xml.parse(path).getroot()


def texts(root):
    return [path.get("aria-label") for path in root.iter(SVG + "path") if path.get("aria-label")]    # letters are outlines


def drag_to(app, control, across):
    """Takes the slider's handle, which stands where its value is, to a fraction of its length.
    Near the mark of the default it would stick to that."""
    least, most, now = control.again().value
    x, y, width, height = control.box()
    margin = 1    # of the handle's middle from the ends
    begin = log(now / least) / log(most / least)    # temperatures have logarithmic sliders
    app.screen.drag((x + margin + begin * (width - 2 * margin), y + height / 2),
                    (x + margin + across * (width - 2 * margin), y + height / 2))
    wait_for(lambda: app.focus() == control.ref, "the focus on the slider")
    app.move_focus("Tab")    # what came before this key has been handled
    assert control.again().value[2] != now, "the slider did not move"
    return control.value[2]


@case("choose Carnot, drag the hot temperature, export an SVG: the file tells what the window did")
def _():
    with running() as app:
        texts_on_show = [node.name or node.text for node in app.all("label")]
        assert "Otto cycle" in texts_on_show, texts_on_show
        high(app)
        choose(app, "Carnot cycle")
        stop(app)    # so that only the temperature makes a difference
        folder = app.session.folder
        before = export(app, os.path.join(folder, "before.svg"))
        hot, cold = slider(app, "Hot temperature"), slider(app, "Cold temperature")
        cold_before, was = cold.value[2], hot.value[2]
        value = drag_to(app, hot, 0.9)
        assert value > was * 1.2, f"dragged from {was} to {value}"
        assert cold.again().value[2] == cold_before, "the cold temperature moved too"
        wait_for_figures(app)
        after = export(app, os.path.join(folder, "after.svg"))
        reference = os.path.join(folder, "reference.svg")
        subprocess.run([CLI, "figure", "ts", "--lab", "carnot", "--set", f"hot.temperature={value!r}", "-o", reference], check=True)
        told = xml.parse(reference).getroot()
        assert after.tag == SVG + "svg", after.tag
        heading = after.findtext(SVG + "title")
        assert heading.startswith("Temperature and entropy – Carnot cycle") and told.findtext(SVG + "title") in heading, heading
        axis = [t for t in texts(told) if "entropy" in t.lower()]
        assert axis and set(axis) <= set(texts(after)), f"{axis} is not among {texts(after)}"
        again = subprocess.run([CLI, "run", os.path.join(folder, "after.svg"), "--format", "json"], check=True, capture_output=True, text=True)
        assert json.loads(again.stdout)["parameters"]["hot.temperature"] == value, "the picture carries another experiment"
        curves = [[p.get("d") for p in root.iter(SVG + "path") if not p.get("aria-label")] for root in (before, after)]
        assert curves[0] and curves[1] and curves[0] != curves[1], "the exported curves did not change"
        leave(app)


@case("an experiment saved by the window is the one that the command line computes")
def _():
    with running() as app:
        stop(app)
        high(app)
        choose(app, "Quantum friction")
        hot = slider(app, "Hot temperature")
        wait_for(lambda: hot.again().value[2] == 4, "the preset")
        drag_to(app, hot, 0.6)
        path = os.path.join(app.session.folder, "saved.quench")
        app.screen.key("ctrl+s")
        answer_file_dialog(app, path)
        wait_for(lambda: os.path.exists(path), path)
        with open(path, encoding="utf-8") as file:
            saved = json.load(file)
        assert saved["lab"] == "otto"
        value = saved["parameters"]["hot.temperature"]
        assert abs(value - hot.again().value[2]) < 1e-12, (value, hot.value)
        done = subprocess.run([CLI, "run", path, "--format", "json"], check=True, capture_output=True, text=True)
        computed = json.loads(done.stdout)
        assert computed["parameters"]["hot.temperature"] == value
        assert computed["results"]["work_output"] is not None
        leave(app)


@case("undo takes a drag back as one step, redo repeats it")
def _():
    with running() as app:
        stop(app)
        hot = slider(app, "Hot temperature")
        was = hot.value[2]
        value = drag_to(app, hot, 0.5)
        app.screen.key("ctrl+z")
        wait_for(lambda: hot.again().value[2] == was, "the undo")
        app.screen.key("ctrl+shift+z")
        wait_for(lambda: hot.again().value[2] == value, "the redo")
        leave(app)


run()
