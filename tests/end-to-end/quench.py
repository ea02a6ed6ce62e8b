# SPDX-License-Identifier: GPL-3.0-or-later
"""Quench as the journeys use it: starting it, its dialogs, what must never stand in its output."""
import contextlib
import json
import os
import re
import subprocess
import sys

from session import Session, lacking, wait_for
from tap import say, skip_all

HIGH = 1500  # room for every row of the list of labs
QUENCH, CLI = map(os.path.abspath, (sys.argv + ["", ""])[1:3])  # the programs run elsewhere
WARNING = re.compile(r"WARNING|CRITICAL|ERROR|\*\*:|assertion|runtime error|Sanitizer", re.IGNORECASE)
# GTK 4 says this of any program when a button is pressed at the moment at which something else moves under the
# pointer; nothing is wrong then but its own count of what looks pressed.
GTK_OWN = re.compile(r"^\(quench:\d+\): Gtk-WARNING \*\*: [\d:.]+: Broken accounting of active state for widget .*$", re.MULTILINE)

if lacking():
    skip_all("not installed: " + ", ".join(lacking()))


@contextlib.contextmanager
def running(*arguments, env=None, size=(1366, HIGH + 100)):
    """A started Quench on a desktop of its own; nothing that it prints may look like a warning.
    A picture of a failure goes where QUENCH_TEST_KEEP says."""
    with Session(size=size) as session:
        app = None
        try:
            app = session.start([QUENCH, *arguments], env={"G_DEBUG": "fatal-criticals", **(env or {})})
            yield app
            silent(app)
        except BaseException:
            keep = os.environ.get("QUENCH_TEST_KEEP")
            if keep:
                session.screen.save_png(os.path.join(keep, "failure.png"))
            if app:
                say(app.output()[-2000:])
            raise


def silent(app):
    said = GTK_OWN.sub("", app.output())
    assert not WARNING.search(said), said


def insist(act, condition, what):
    """Acts until it has an effect: GTK overlooks a click while rows move, and Return while a chooser reads its folder."""
    for _ in range(30):
        act()
        with contextlib.suppress(AssertionError):
            return wait_for(condition, what, 2)
    raise AssertionError(f"in vain for {what}")


def title(app):
    """Lab and preset, or file."""
    return app.tops()[0].name.split(" – ")


def listed(what, *arguments):
    """What quench-cli lists, as it tells programs."""
    return json.loads(subprocess.run([CLI, "list", what, *arguments, "--json"], check=True, capture_output=True).stdout)


def toggle(app, button, shown):
    """Plays or pauses: until the button shows what it would do next."""
    app.screen.key("space")
    wait_for(lambda: button.again().name == shown, shown)


def stop(app):
    """The machine, where the test is not about it: a window that draws at every frame answers between two."""
    toggle(app, app.find("button", "Pause"), "Play")


def slider(app, name):
    return app.find("slider", name)


def wait_for_figures(app):
    """Until they show what was asked for last."""
    board = app.find(None, "Figures")
    wait_for(lambda: "busy" not in board.again().states, "figures of the present experiment")


def high(app):
    """A window high enough for all labs and presets: of the rows of a list that is scrolled, AT-SPI does not tell the places."""
    app.resize(app.tops()[0].extents[2], HIGH)


def choose(app, name):
    """A row of the list of labs and presets, in a window that is high."""
    row = app.find("list item", name)
    insist(row.click, lambda: name in title(app), name)
    wait_for_figures(app)


def open_dialog(app, windows=2):
    """The dialog that comes up as the last of so many windows, once keys go to it."""
    def dialog():
        tops = app.tops()    # once more: a window that has just come may not have told its size yet
        return tops[-1] if len(tops) == windows and app.takes_keys(windows) else None
    return wait_for(dialog, "a dialog with the keyboard")


def dismiss(app, windows=2):
    """The dialog that comes up, by Escape."""
    open_dialog(app, windows)
    app.screen.key("Escape")
    wait_for(lambda: app.takes_keys(windows - 1), "the dialog's end")


def answer_file_dialog(app, path):
    """Types a path into the file chooser that comes up."""
    dialog = open_dialog(app)
    gone = lambda: dialog.ref not in [top.ref for top in confirm(app)]

    def answer():
        if not gone():
            location_entry(app, dialog).click().set_text(path)
            app.screen.key("Return")
    insist(answer, gone, "the dialog's end")
    wait_for(lambda: app.takes_keys(len(app.tops())), "the keyboard's return")


def location_entry(app, dialog):
    """An open dialog shows it when asked."""
    entries = lambda: [node for node in app.all(("text", "text box", "entry"), within=dialog) if node.extents and node.extents[2] > 1]
    if not entries():
        app.screen.key("ctrl+l")
    return wait_for(entries, "the dialog's entry")[0]


def confirm(app):
    """The windows; one that asks whether to replace a file is told yes."""
    tops = app.tops()
    for button in app.all("button", re.compile("^Replace"), within=tops[-1]) if len(tops) > 2 else []:
        button.press()
    return tops


def leave(app):
    """Closes the window; the exit status must be 0."""
    app.close()
    status = app.ended()
    assert status == 0, f"exit status {status}:\n{app.output()}"
