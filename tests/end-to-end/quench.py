# SPDX-License-Identifier: GPL-3.0-or-later
"""Quench as the journeys use it: starting it, its dialogs, what must never stand in its output."""
import contextlib
import json
import os
import re
import subprocess
import sys
import time

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
            said = GTK_OWN.sub("", app.output())
            assert not WARNING.search(said), said
        except BaseException:
            keep = os.environ.get("QUENCH_TEST_KEEP")
            if keep:
                session.screen.save_png(os.path.join(keep, "failure.png"))
            if app:
                say(app.output()[-2000:])
            raise


def labels(app):
    """Every text on show."""
    return [node.name or node.text for node in app.tree() if node.role == "label"]


def title(app):
    return app.tops()[0].name


def listed(what, *arguments):
    """What quench-cli lists, as it tells programs."""
    return json.loads(subprocess.run([CLI, "list", what, *arguments, "--json"], check=True, capture_output=True).stdout)


def slider(app, name):
    return app.find("slider", name)


def choose(app, name):
    """A row of the list of labs and presets, in a window high enough for all of them: of the rows of a list that is
    scrolled, AT-SPI does not tell the places."""
    width, height = app.tops()[0].extents[2:]
    app.resize(width, HIGH)
    app.find("list item", name).click()
    app.resize(width, height)


def answer_file_dialog(app, path):
    """Types a path into the open file chooser."""
    dialog = wait_for(lambda: app.tops()[1:], "a file dialog")[-1]
    entries = wait_for(lambda: location_entries(app, dialog), "the dialog's entry")
    entries[0].click()
    entries[0].set_text(path)
    time.sleep(0.2)
    app.screen.key("Return")
    wait_for(lambda: dialog.ref not in [top.ref for top in confirm(app)], "the dialog's end")


def location_entries(app, dialog):
    found = [node for node in app.all(("text", "text box", "entry"), within=dialog) if node.extents and node.extents[2] > 1]
    if not found:
        app.screen.key("ctrl+l")    # an open dialog shows its entry when asked
        time.sleep(0.3)
    return found


def confirm(app):
    """The windows; one that asks whether to replace a file is told yes."""
    tops = app.tops()
    for button in app.all("button", re.compile("^Replace"), within=tops[-1]) if len(tops) > 1 else []:
        button.press()
    return tops


def leave(app):
    """Closes the window; the exit status must be 0."""
    app.close()
    status = app.ended()
    assert status == 0, f"exit status {status}:\n{app.output()}"
