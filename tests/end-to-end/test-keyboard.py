#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a mouse: every control is reached by Tab, has a name, and moves the parameter it says."""
import json
import os
import re

from desktop import CONTROLS
from quench import answer_file_dialog, leave, listed, running, stop, title
from session import wait_for
from tap import case, missing, run, say

TYPE_NAME = re.compile(r"^(Gtk|Adw|Qn)[A-Z]\w*$")    # what GTK 4.8 gives for a name where there is none

WINDOW_BUTTONS = ("Minimize", "Maximize", "Close")    # the window manager has keys of its own for these


def named(node):
    return bool(node.name.strip()) and not TYPE_NAME.match(node.name)


def on_show(node):
    return node.extents and node.extents[2] > 1 and node.extents[3] > 1 and "sensitive" in node.states \
        and all("visible" in n.states for n in (node, *list(node.ancestors())[:-1]))


def controls(app):
    """What can be worked with: of a composite control only the outer one counts."""
    return [node for node in app.all(CONTROLS) if on_show(node) and "focusable" in node.states
            and not any(a.role in ("spin button", "combo box") for a in node.ancestors())]


def walk(app, limit=250):
    """What Tab visits until it comes round."""
    seen = [app.move_focus("Tab")]
    while len(seen) < limit:
        yield seen[-1]
        seen.append(app.move_focus("Tab"))
        if seen[-1].ref == seen[0].ref:
            return
    raise AssertionError(f"Tab does not come round in {limit} steps: {seen[-8:]}")


@case("every control has a name")
def _():
    with running() as app:
        stop(app)
        found = controls(app)
        bad = [f"{node!r} in {[a.role for a in node.ancestors()][:4]}" for node in found if not named(node)]
        assert len(found) > 20, found
        assert not bad, missing(bad, "no name")
        leave(app)


@case("Tab reaches every control and comes round")
def _():
    with running() as app:
        stop(app)
        visited = list(walk(app))
        stops = {node.ref for node in visited}
        reached = {a.ref for node in app.tree() if node.ref in stops for a in (node, *node.ancestors())}
        say(f"{len(visited)} stops: " + ", ".join(node.name or node.role for node in visited))
        bad = [f"{node!r}" for node in controls(app)
               if node.name not in WINDOW_BUTTONS and node.ref not in reached and not {child.ref for child in node} & reached]
        assert not bad, missing(bad, "not reached")
        leave(app)


@case("every slider moves the parameter it names, and no other")
def _():
    ids = {row["meaning"]: row["id"] for row in listed("parameters", "--lab", "otto")}    # what a control's description says
    with running() as app:
        stop(app)
        path = os.path.join(app.session.folder, "keys.quench")
        app.screen.key("ctrl+s")
        answer_file_dialog(app, path)
        wait_for(lambda: os.path.exists(path), path)
        saved = lambda: json.load(open(path, encoding="utf-8"))["parameters"]
        before, moved = saved(), set()
        for node in walk(app):
            if node.role != "slider" or node.description not in ids:
                continue
            least, most, start = node.value
            for _ in range(3):
                was = node.value[2]
                app.screen.key("Left" if start > (least + most) / 2 else "Right")
                wait_for(lambda: node.again().value[2] != was, f"{node.name} to move")
            app.screen.key("ctrl+s")
            now = wait_for(lambda: saved() != before and saved(), f"{node.name} in the file")
            changed = {id_ for id_ in now if now[id_] != before.get(id_)}
            assert changed == {ids[node.description]}, f"{node.name} changed {changed}"
            assert abs(now[ids[node.description]] - node.value[2]) < 1e-12, (node.name, now[ids[node.description]], node.value)
            moved.add(node.name)
            before = now
        say("moved: " + ", ".join(sorted(moved)))
        assert {"Hot temperature", "Cold temperature"} <= moved and len(moved) >= 8, moved
        leave(app)


@case("labs and presets are chosen with arrows and Enter")
def _():
    with running() as app:
        stop(app)
        now = tab_until(app, lambda node: node.role == "list item")
        for _ in range(40):
            if now.name == "Carnot cycle":
                break
            now = app.move_focus("Down")
        assert now.name == "Carnot cycle", now
        app.screen.key("Return")
        wait_for(lambda: "Carnot cycle" in title(app), "the window's title")
        leave(app)


@case("Space plays and pauses, Enter fills the board with a figure, Escape brings the others back")
def _():
    with running() as app:
        count = lambda: len([n for n in app.all("image") if on_show(n) and "focusable" in n.states])
        app.screen.key("space")
        wait_for(lambda: app.all("button", "Play"), "the pause")
        app.screen.key("space")
        wait_for(lambda: app.all("button", "Pause"), "the machine to run")
        assert count() == 4, count()
        figure = app.find("image", "Work diagram")
        small = figure.extents
        tab_until(app, lambda now: now.ref == figure.ref)
        app.screen.key("Return")
        wait_for(lambda: figure.again().extents[2] > 1.5 * small[2], "the figure to grow")
        app.screen.key("Escape")
        wait_for(lambda: figure.again().extents == small, "the board to come back")
        wait_for(lambda: app.focus() == figure.ref, "the focus where it was")
        leave(app)


def tab_until(app, wanted):
    now = app.focused()
    return now if wanted(now) else next(filter(wanted, walk(app)))


run()
