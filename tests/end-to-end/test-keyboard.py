#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a mouse: every control is reached by Tab, has a name, and moves the parameter it says."""
import json
import os
import re
import subprocess
import time

from desktop import CONTROLS
from quench import CLI, answer_file_dialog, leave, running, title
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
    return [node for node in app.tree() if on_show(node) and node.role in CONTROLS and "focusable" in node.states
            and not any(a.role in ("spin button", "combo box") for a in node.ancestors())]


def walk(app, limit=250):
    """The objects that Tab visits until it comes round."""
    seen, first = {}, None
    for _ in range(limit):
        app.screen.key("Tab")
        time.sleep(0.03)
        node = app.focused()
        if node is None:
            continue
        if first == node.ref and len(seen) > 1:
            return seen
        first = first or node.ref
        seen[node.ref] = node
    raise AssertionError(f"Tab does not come round in {limit} steps: {list(seen.values())[-8:]}")


@case("every control has a name")
def _():
    with running() as app:
        bad = [f"{node!r} in {[a.role for a in node.ancestors()][:4]}" for node in controls(app) if not named(node)]
        assert len(controls(app)) > 20, controls(app)
        assert not bad, missing(bad, "no name")
        leave(app)


@case("Tab reaches every control and comes round")
def _():
    with running() as app:
        visited = walk(app)
        reached = set(visited)
        for node in visited.values():
            reached |= {a.ref for a in node.ancestors()}
        say(f"{len(visited)} stops: " + ", ".join(node.name or node.role for node in visited.values()))
        bad = [f"{node!r}" for node in controls(app)
               if node.name not in WINDOW_BUTTONS and node.ref not in reached and not {child.ref for child in node} & reached]
        assert not bad, missing(bad, "not reached")
        leave(app)


@case("every slider moves the parameter it names, and no other")
def _():
    listed = json.loads(subprocess.run([CLI, "list", "parameters", "--lab", "otto", "--json"], check=True,
                                       capture_output=True, text=True).stdout)
    ids = {row["meaning"]: row["id"] for row in listed}    # what a control's description says
    with running() as app:
        path = os.path.join(app.session.folder, "keys.quench")
        app.screen.key("ctrl+s")
        answer_file_dialog(app, path)
        wait_for(lambda: os.path.exists(path), path)
        saved = lambda: json.load(open(path, encoding="utf-8"))["parameters"]
        before = saved()
        moved = set()
        for node in walk(app).values():
            if node.role != "slider" or node.description not in ids:
                continue
            was = node.again().value[2]
            focus(app, node)
            app.screen.key("Left" if was > sum(node.value[:2]) / 2 else "Right", 3)
            wait_for(lambda: node.again().value[2] != was, f"{node.name} to move")
            time.sleep(0.3)    # a burst of keys is one step of undo; let it end
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
        now = tab_until(app, lambda node: node.role == "list item")
        for _ in range(40):
            if now is not None and now.name == "Carnot cycle":
                break
            app.screen.key("Down")
            now = app.focused()
        assert now.name == "Carnot cycle", now
        app.screen.key("Return")
        wait_for(lambda: "Carnot" in title(app), "the window's title")
        leave(app)


@case("Space plays and pauses, Enter fills the board with a figure, Escape brings the others back")
def _():
    with running() as app:
        count = lambda: len([n for n in app.tree() if n.role == "image" and on_show(n) and "focusable" in n.states])
        app.screen.key("space")
        wait_for(lambda: app.all("button", "Play"), "the pause")
        app.screen.key("space")
        wait_for(lambda: app.all("button", "Pause"), "the machine to run")
        assert count() == 4, count()
        figure = app.find("image", "Work diagram")
        small = figure.extents
        focus(app, figure)
        app.screen.key("Return")
        wait_for(lambda: figure.again().extents[2] > 1.5 * small[2], "the figure to grow")
        app.screen.key("Escape")
        wait_for(lambda: figure.again().extents == small, "the board to come back")
        assert app.focused().ref == figure.ref, "the focus went elsewhere"
        leave(app)


def focus(app, node):
    return tab_until(app, lambda now: now.ref == node.ref)


def tab_until(app, wanted, limit=120):
    for _ in range(limit):
        now = app.focused()
        if now is not None and wanted(now):
            return now
        app.screen.key("Tab")
    raise AssertionError(f"Tab finds nothing in {limit} steps that is wanted")


run()
