#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program ends without being asked, and is started again; a logout comes while a file is being written."""
import os
import threading
import time

from gi.repository import Gio, GLib

from quench import QUENCH, answer_file_dialog, dismiss, leave, silent, slider, title
from session import Session, wait_for
from tap import case, run, say

MANAGER = """<node><interface name="org.gnome.SessionManager">
<method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
<method name="UnregisterClient"><arg type="o" direction="in"/></method>
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="Uninhibit"><arg type="u" direction="in"/></method>
</interface></node>"""


def start(session, *arguments):
    return session.start([QUENCH, *arguments], env={"G_DEBUG": "fatal-criticals"})


def state_file(session, name="session"):
    return os.path.join(session.path("state"), "quench", name)


def kept(session, text):
    """Once the file of the session has it."""
    def holds():
        with open(state_file(session), encoding="utf-8") as file:
            return text in file.read()
    wait_for(holds, f"{text} in the file of the session", 10)


def kill(app):
    app.process.kill()
    app.process.wait()


@case("after a crash the experiment is as it was a second before")
def _():
    with Session() as session:
        app = start(session, "--lab", "carnot")
        before = title(app)
        value = slider(app, "Hot temperature").set_value(2.5)
        begun = time.monotonic()
        kept(session, "2.5")
        say(f"in the file {time.monotonic() - begun:.1f} s after the change")
        kill(app)
        app = start(session)
        assert slider(app, "Hot temperature").value[2] == value
        assert title(app)[0] == before[0] and title(app)[1] == before[1] + ", changed", title(app)
        kill(app)    # at once: what was restored is not lost by another crash
        app = start(session)
        assert slider(app, "Hot temperature").value[2] == value
        silent(app)
        leave(app)
        app = start(session)
        assert slider(app, "Hot temperature").value[2] == value
        leave(app)


@case("a crash of two windows, one on a file: both come back, also when something else is asked for first")
def _():
    with Session() as session:
        path = session.write("mine.quench", '{"quench": 1, "lab": "carnot", "parameters": {"hot.temperature": 3.25}}')
        app = start(session, path)
        wait_for(lambda: title(app) == ["Carnot cycle", "mine.quench"], "the file")
        slider(app, "Hot temperature").set_value(3.75)
        kept(session, "3.75")
        app.screen.key("ctrl+n")
        wait_for(lambda: len(app.tops()) == 2, "a second window")
        kept(session, "}, {")
        kill(app)
        app = start(session, "--lab", "stirling")
        assert title(app)[0] == "Stirling cycle" and len(app.tops()) == 1
        leave(app)
        app = start(session)
        wait_for(lambda: len(app.tops()) == 2, "both windows")
        names = sorted(top.name for top in app.tops())
        assert names == ["Carnot cycle – Own experiment", "Carnot cycle – mine.quench, changed"], names
        silent(app)
        kill(app)


@case("a session that cannot be read is kept and said")
def _():
    with Session() as session:
        for number, text in enumerate((b"\0\1\2 garbage \xff", b"[{'state': 'open', 'experiment': '{\"quench\": 1, \"lab\": \"perpetuum\"}'}]", b"[" * 5000)):
            os.makedirs(os.path.dirname(state_file(session)), exist_ok=True)
            with open(state_file(session), "wb") as file:
                file.write(text)
            app = start(session)
            told = wait_for(lambda: [node.name for node in app.tree() if "session.unreadable" in node.name], "a message")
            say(told[0])
            dismiss(app)
            assert title(app)[0] == "Otto cycle"
            with open(state_file(session, "session.unreadable"), "rb") as file:
                assert file.read() == text
            silent(app)
            leave(app)


class Manager:
    """Of the desktop's session: who holds back a logout. It answers in a thread of its own, while the test waits for the program."""

    def __init__(self, address):
        self.inhibitors, self.reasons = set(), []
        self.ready = threading.Event()
        threading.Thread(target=self.serve, args=(address,), daemon=True).start()
        assert self.ready.wait(60)

    def serve(self, address):
        context, flags = GLib.MainContext.new(), Gio.DBusConnectionFlags
        context.push_thread_default()
        bus = Gio.DBusConnection.new_for_address_sync(address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        bus.register_object("/org/gnome/SessionManager", Gio.DBusNodeInfo.new_for_xml(MANAGER).interfaces[0], self.call, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", ("org.gnome.SessionManager", 0)), None, 0, -1, None)
        self.ready.set()
        GLib.MainLoop.new(context, False).run()

    def call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        answer = None
        if method == "RegisterClient":
            answer = GLib.Variant("(o)", ("/org/gnome/SessionManager/Client1",))
        elif method == "Inhibit":
            self.reasons.append(arguments[2])
            self.inhibitors.add(len(self.reasons))
            answer = GLib.Variant("(u)", (len(self.reasons),))
        elif method == "Uninhibit":
            self.inhibitors.remove(arguments[0])
        invocation.return_value(answer)


@case("a logout is held back while a file is being written, and the program stays until it is")
def _():
    with Session() as session:
        manager = Manager(session.env["DBUS_SESSION_BUS_ADDRESS"])
        fifo = session.path("slow.quench")
        os.mkfifo(fifo)
        app = start(session)
        app.screen.key("ctrl+s")
        answer_file_dialog(app, fifo)
        say(wait_for(lambda: manager.inhibitors and manager.reasons, "a logout to be held back")[0])
        app.close()
        wait_for(lambda: not app.windows(), "the window to go")
        with open(fifo, encoding="utf-8") as file:
            assert '"lab": "otto"' in file.read()
        assert app.ended() == 0, app.output()
        wait_for(lambda: not manager.inhibitors, "a logout to be free again")
        silent(app)


run()
