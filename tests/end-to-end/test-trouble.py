#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Broken files, haste, and being closed at a bad moment."""
import os
import tempfile

from quench import QUENCH, answer_file_dialog, choose, dismiss, high, leave, running, slider, stop
from session import wait_for
from tap import case, run, say

GARBAGE = {
    "garbage.quench": "\0\1\2 this is no experiment \xff",
    "truncated.quench": '{"quench": 1, "lab": "otto", "param',
    "unknown.quench": '{"quench": 1, "lab": "otto", "parameters": {"hot.temperatur": 3}}',
    "range.quench": '{"quench": 1, "lab": "otto", "parameters": {"hot.temperature": -3}}',
    "later.quench": '{"quench": 999, "lab": "otto", "parameters": {}}',
}


def message(app, name):
    """What the window says about a file."""
    return [node.name for node in app.tree() if name in node.name]


def own_value(app):
    """A hot temperature that none of the files has, once it can be undone."""
    hot = slider(app, "Hot temperature")
    value = hot.set_value(2.5)
    undo = app.find("button", "Undo")
    wait_for(lambda: "sensitive" in undo.again().states, "a step to undo")
    return hot, value


@case("a file that is no experiment gives a message, and nothing is lost")
def _():
    with running() as app:
        stop(app)
        hot, value = own_value(app)
        for name, text in GARBAGE.items():
            path = app.session.write(name, text)
            app.screen.key("ctrl+o")
            answer_file_dialog(app, path)
            told = wait_for(lambda: message(app, name), f"a message about {name}")
            say(told[0])
            dismiss(app)
            assert hot.again().value[2] == value, f"{name} changed the experiment"
        app.screen.key("ctrl+z")
        wait_for(lambda: hot.again().value[2] != value, "the undo of what was done before")
        leave(app)


@case("a second start hands its file to the first, where the work at hand stays as it is")
def _():
    with running() as app:
        hot, value = own_value(app)
        path = os.path.join(app.session.folder, "absent.quench")
        second = app.session.spawn([QUENCH, path], "second.log")
        assert second.wait(60) == 0, app.session.log("second.log")
        say(wait_for(lambda: message(app, "absent.quench"), "a message about a file that is not there")[0])
        assert not app.session.log("second.log"), app.session.log("second.log")
        assert hot.again().value[2] == value
        dismiss(app, windows=3)    # its own window came too
        app.screen.key("ctrl+q")
        status = app.ended()
        assert status == 0, f"exit status {status}"


@case("started on a broken file it says so and stands ready")
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "broken.quench")
        with open(path, "w", encoding="utf-8") as file:
            file.write(GARBAGE["unknown.quench"])
        with running(path) as app:
            told = wait_for(lambda: message(app, "hot.temperatur"), "a message that names the unknown parameter")
            say(told[0])
            dismiss(app)
            slider(app, "Hot temperature")
            leave(app)


@case("labs changed in haste, and the window resized as it runs")
def _():
    with running() as app:
        high(app)
        for turn in range(11):
            app.find("list item", ("Carnot cycle", "Otto cycle")[turn % 2]).click()
        choose(app, "Otto cycle")
        for size in ((900, 650), (420, 700), (1300, 820), (640, 480), (1300, 860)):
            app.resize(*size)
        full_screen(app)
        leave(app)


def full_screen(app):
    """And back."""
    size = lambda: app.tops()[0].extents[2:]
    small = size()
    app.screen.key("F11")
    wait_for(lambda: size()[0] >= small[0] and size()[1] > small[1], "the full screen")
    app.screen.key("F11")
    wait_for(lambda: size() == small, "the window as it was")


@case("parameters dragged without rest, then closed in the middle of it")
def _():
    with running() as app:
        high(app)
        choose(app, "Many levels")
        hot, cold = slider(app, "Hot temperature"), slider(app, "Cold temperature")
        for step in range(60):
            hot.send_value(0.5 + step * 0.1)
            cold.send_value(0.1 + step * 0.05)
        assert abs(hot.again().value[2] - 6.4) + abs(cold.again().value[2] - 3.05) < 1e-9, (hot.value, cold.value)
        leave(app)


@case("started, played with by keys and closed without a single word on its output")
def _():
    with running(env={"G_DEBUG": "fatal-warnings"}) as app:
        for told in ("Play", "Pause"):
            app.screen.key("space")
            app.find("button", told)
        for key in ("ctrl+e", "ctrl+comma"):
            app.screen.key(key)
            dismiss(app)
        figure = app.find("image", "Work diagram")
        for _ in range(2):
            before = figure.extents[2]
            app.screen.key("F9")
            wait_for(lambda: figure.again().extents[2] != before, "the sidebar to go or come")
        full_screen(app)
        leave(app)
        assert app.output() == "", app.output()


@case("closed at once after start")
def _():
    with running(env={"G_DEBUG": "fatal-warnings"}) as app:
        leave(app)


run()
