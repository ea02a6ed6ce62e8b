# SPDX-License-Identifier: GPL-3.0-or-later
"""A program as its user meets it: its accessible tree over D-Bus, mouse and keyboard by XTEST, pixels from X.

An App is a started program, a Node one object of its tree as it was when it was read.
Coordinates are pixels of the screen.
"""
import re
import struct
import time
import zlib

from gi.repository import Gio, GLib
from Xlib import X, XK, display, error
from Xlib.ext import xtest
from Xlib.protocol import event

from session import wait_for

ATSPI = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
IN_WINDOW = 1
# Bits of AtspiStateType that are asked for here.
STATES = {4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 20: "pressed", 23: "selected",
          24: "sensitive", 25: "showing", 30: "visible", 36: "invalid-entry"}
CONTROLS = ("button", "push button", "toggle button", "checkbox", "check box", "radio button", "radio", "switch", "slider",
            "spin button", "combo box", "text box", "text", "entry", "search box", "link")
KEYS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "-": "minus", "+": "plus", ".": "period", " ": "space"}


class Accessibility:
    """The accessibility bus."""

    def __init__(self, address):
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def ask(self, ref, interface, method, args=None, milliseconds=5000):
        try:
            reply = self.bus.call_sync(*ref, interface, method, args, None, 0, milliseconds, None)
        except GLib.Error as problem:
            raise LookupError(f"{method} of {ref[1]}: {problem.message}") from problem
        return reply.unpack()

    def ask_many(self, questions):
        """All at once, so that a tree costs few round trips; None where one failed."""
        answers, open_ = [None] * len(questions), [len(questions)]
        context = GLib.MainContext.new()

        def answered(bus, result, index):
            open_[0] -= 1
            try:
                answers[index] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass
        context.push_thread_default()
        for index, (ref, interface, method, args) in enumerate(questions):
            self.bus.call(*ref, interface, method, args, None, 0, 10000, None, answered, index)
        while open_[0]:
            context.iteration(True)
        context.pop_thread_default()
        return answers

    def ready(self):
        return self.ask(REGISTRY_ROOT, ATSPI + "Accessible", "GetChildren") is not None

    def root_of(self, process):
        """The tree's root of a process, None before it has registered."""
        for ref in self.ask(REGISTRY_ROOT, ATSPI + "Accessible", "GetChildren")[0]:
            pid = self.ask(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                           "GetConnectionUnixProcessID", GLib.Variant("(s)", (ref[0],)))[0]
            if pid == process:
                return tuple(ref)
        return None


class Node:
    """role, name, description, states, extents (in its window), value (least, most, now), text, children."""

    def __init__(self, app, ref, parent=None):
        self.app, self.ref, self.parent = app, ref, parent
        self.role = self.name = self.description = self.text = ""
        self.states, self.extents, self.value, self.children, self.actions = set(), None, None, [], []

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def __iter__(self):
        yield self
        for child in self.children:
            yield from child

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    # -- reading -----------------------------------------------------------------------------
    def questions(self):
        get_all = lambda interface: (self.ref, PROPERTIES, "GetAll", GLib.Variant("(s)", (ATSPI + interface,)))
        ask = lambda interface, method, args=None: (self.ref, ATSPI + interface, method, args)
        return [get_all("Accessible"), ask("Accessible", "GetRoleName"), ask("Accessible", "GetState"),
                ask("Accessible", "GetChildren"), ask("Component", "GetExtents", GLib.Variant("(u)", (IN_WINDOW,))),
                get_all("Value"), ask("Text", "GetText", GLib.Variant("(ii)", (0, 1 << 30))), ask("Action", "GetActions")]

    def learn(self, answers):
        properties, role, state, children, extents, value, text, actions = (a[0] if a else None for a in answers)
        self.name = (properties or {}).get("Name", "")
        self.description = (properties or {}).get("Description", "")
        self.role, self.text = role or "", text or ""
        low, high = state or (0, 0)
        self.states = {name for bit, name in STATES.items() if (low | high << 32) >> bit & 1}
        self.extents = tuple(extents) if extents else None
        self.value = (value["MinimumValue"], value["MaximumValue"], value["CurrentValue"]) if value else None
        self.children = [Node(self.app, tuple(ref), self) for ref in children or []]
        self.actions = [action[0] for action in actions or []]

    @staticmethod
    def read(nodes):
        if not nodes:
            return
        answers = nodes[0].app.bus.ask_many([q for node in nodes for q in node.questions()])
        size = len(answers) // len(nodes)
        for index, node in enumerate(nodes):
            node.learn(answers[index * size:(index + 1) * size])

    def read_tree(self):
        level = [self]
        while level:
            self.read(level)
            level = [child for node in level for child in node.children]
        return self

    def again(self):
        """Itself as it is now."""
        children = self.children
        self.read([self])
        self.children = children
        return self

    def matches(self, role, name):
        roles = (role,) if isinstance(role, str) else role
        if roles and self.role not in roles:
            return False
        texts = (self.name, self.description)
        return name is None or any(name.search(t) if isinstance(name, re.Pattern) else t == name for t in texts)

    # -- acting ------------------------------------------------------------------------------
    def box(self):
        """x, y, width, height on the screen."""
        top = [self, *self.ancestors()][-2]
        x, y, width, height = self.extents
        left, upper = self.app.origin(top)
        return left + x, upper + y, width, height

    def point(self, across=0.5, down=0.5):
        x, y, width, height = self.box()
        return x + width * across, y + height * down

    def click(self, button=1, count=1):
        self.app.screen.click(*self.point(), button, count)
        return self

    def press(self):
        """By its action where it has one, else by the mouse."""
        if not self.actions:
            return self.click()
        self.app.bus.ask(self.ref, ATSPI + "Action", "DoAction", GLib.Variant("(i)", (0,)))
        return self

    def set_value(self, value):
        self.app.bus.ask(self.ref, PROPERTIES, "Set",
                         GLib.Variant("(ssv)", (ATSPI + "Value", "CurrentValue", GLib.Variant("d", value))))
        return self.again().value[2]

    def set_text(self, text):
        self.app.bus.ask(self.ref, ATSPI + "EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))
        return self.again().text


class App:
    def __init__(self, session, command, env=None, seconds=30):
        self.session, self.screen, self.bus = session, session.screen, session.accessibility
        self.log_name = f"program-{len(session.children)}.log"
        started = time.monotonic()
        self.process = session.spawn([str(word) for word in command], self.log_name, env)
        wait_for(self.windows, "a window", seconds)
        self.seconds_to_window = time.monotonic() - started
        self.ref = wait_for(lambda: self.alive() and self.bus.root_of(self.process.pid), "the program's accessible tree", seconds)

    def alive(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended with {self.process.returncode}:\n{self.output()}")
        return True

    def output(self):
        return self.session.log(self.log_name)

    # -- windows -----------------------------------------------------------------------------
    def windows(self):
        """X windows of the program, bottom to top, popovers too."""
        self.alive()
        windows = self.screen.windows()
        clients = {w.client for w in windows if w.pid == self.process.pid}
        return [w for w in windows if w.client in clients]

    def window(self):
        return [w for w in self.windows() if not w.popup][-1]

    def origin(self, top):
        """Where the content of a toplevel's node begins on the screen."""
        _, _, width, height = top.extents
        candidates = [w for w in self.windows() if not w.popup]
        named = [w for w in candidates if w.title == top.name]
        window = (named or candidates)[-1]
        left, right, above, below = self.screen.frame_extents(window)
        return (window.x + left + (window.width - left - right - width) // 2,
                window.y + above + (window.height - above - below - height) // 2)

    def resize(self, width, height):
        """Asks for a size; returns the content's once it stays."""
        window, content = self.window(), self.tops()[0].extents
        self.screen.configure(window, x=0, y=0, width=width + window.width - content[2], height=height + window.height - content[3])
        seen = []
        wait_for(lambda: seen.append(self.tops()[0].extents[2:]) or (len(seen) > 5 and len(set(seen[-5:])) == 1), "a steady size")
        return seen[-1]

    def close(self):
        """The window's close button, as the window manager does it."""
        self.screen.tell(self.window(), "_NET_CLOSE_WINDOW", 0, 2)

    def ended(self, seconds=10):
        """The exit status."""
        return self.process.wait(seconds)

    # -- the tree ----------------------------------------------------------------------------
    def tops(self):
        root = Node(self, self.ref)
        Node.read([root])
        Node.read(root.children)
        return [node for node in root.children if node.extents and node.extents[2] > 1]

    def tree(self, within=None):
        self.alive()
        return (Node(self, within.ref, within.parent) if within else Node(self, self.ref)).read_tree()

    def all(self, role=None, name=None, within=None):
        return [node for node in self.tree(within) if node.matches(role, name)]

    def find(self, role=None, name=None, within=None, seconds=8):
        what = f"{role} {name.pattern if isinstance(name, re.Pattern) else name!r}"
        return wait_for(lambda: self.all(role, name, within), what, seconds)[0]

    def focused(self):
        """The innermost object that has the focus, None when it is on none."""
        found = [node for node in self.tree() if "focused" in node.states and node.parent and node.parent.parent]
        return found[-1] if found else None


class XWindow:
    def __init__(self, screen, window, attributes, geometry):
        at = screen.root.translate_coords(window, 0, 0)
        title, pid = screen.get(window, "_NET_WM_NAME"), screen.get(window, "_NET_WM_PID")
        self.window, self.x, self.y, self.width, self.height = window, at.x, at.y, geometry.width, geometry.height
        self.popup, self.client = bool(attributes.override_redirect), window.id >> 21
        self.title, self.pid = bytes(title or b"").decode(), (pid[0] if pid else 0)


class Screen:
    def __init__(self, name):
        self.display = display.Display(name)
        self.root = self.display.screen().root
        self.lent = {}

    def close(self):
        try:
            self.display.close()
        except error.ConnectionClosedError:
            pass

    # -- windows -----------------------------------------------------------------------------
    def get(self, window, name):
        found = window.get_full_property(self.display.intern_atom(name), X.AnyPropertyType)
        return found.value if found else None

    def has_manager(self):
        return self.get(self.root, "_NET_SUPPORTING_WM_CHECK")

    def frame_extents(self, window):
        return self.get(window.window, "_GTK_FRAME_EXTENTS") or (0, 0, 0, 0)

    def windows(self):
        found = []

        def visit(window, depth):
            try:
                attributes, geometry = window.get_attributes(), window.get_geometry()
                if attributes.map_state != X.IsViewable:
                    return
                if depth and window.get_wm_class():
                    found.append(XWindow(self, window, attributes, geometry))
                elif depth < 3:
                    for child in window.query_tree().children:
                        visit(child, depth + 1)
            except (error.BadWindow, error.BadDrawable, AttributeError):
                pass    # it went away meanwhile
        visit(self.root, 0)
        return found

    def configure(self, window, **geometry):
        window.window.configure(**geometry)
        self.display.sync()

    def tell(self, window, kind, *data):
        message = event.ClientMessage(window=window.window, client_type=self.display.intern_atom(kind),
                                      data=(32, (list(data) + [0] * 5)[:5]))
        self.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.display.sync()

    # -- mouse -------------------------------------------------------------------------------
    def fake(self, kind, detail=0, pause=0.02, **where):
        xtest.fake_input(self.display, kind, detail, **where)
        self.display.sync()
        time.sleep(pause)

    def move(self, x, y):
        self.fake(X.MotionNotify, x=round(x), y=round(y))

    def click(self, x, y, button=1, count=1):
        self.move(x, y)
        for _ in range(count):
            self.fake(X.ButtonPress, button)
            self.fake(X.ButtonRelease, button)

    def drag(self, start, end, steps=16, halfway=None):
        """With the button held; halfway() is called while it still is, before the last step."""
        self.move(*start)
        self.fake(X.ButtonPress, 1, 0.05)
        for step in range(1, steps + 1):
            self.move(*(a + (b - a) * step / steps for a, b in zip(start, end)))
        if halfway:
            halfway()
        self.fake(X.ButtonRelease, 1, 0.05)

    # -- keyboard ----------------------------------------------------------------------------
    def keycode(self, name):
        """Its key, and whether that takes Shift; a character that no key has is lent one."""
        symbol = XK.string_to_keysym(KEYS.get(name, name)) or (ord(name) if ord(name) < 256 else 0x1000000 | ord(name))
        if symbol in self.lent:
            return self.lent[symbol], False
        first = self.display.display.info.min_keycode
        table = self.display.get_keyboard_mapping(first, self.display.display.info.max_keycode - first + 1)
        for level in (0, 1):
            for code, row in enumerate(table, first):
                if len(row) > level and row[level] == symbol:
                    return code, bool(level)
        code = [code for code, row in enumerate(table, first) if not any(row)][-1]
        self.display.change_keyboard_mapping(code, [[symbol, symbol]])
        self.display.sync()
        time.sleep(0.2)    # the program reads the new map
        self.lent[symbol] = code
        return code, False

    def key(self, combination, count=1):
        """'Tab', 'ctrl+shift+z', 'F11'."""
        *held, last = combination.split("+") if len(combination) > 1 else [combination]
        code, shift = self.keycode(last)
        codes = [self.keycode(name)[0] for name in held + ["shift"] * shift]
        for held_code in codes:
            self.fake(X.KeyPress, held_code, 0.01)
        for _ in range(count):
            self.fake(X.KeyPress, code, 0.01)
            self.fake(X.KeyRelease, code, 0.02)
        for held_code in reversed(codes):
            self.fake(X.KeyRelease, held_code, 0.01)

    def type(self, text):
        for character in text:
            self.key(character)

    # -- pixels ------------------------------------------------------------------------------
    def picture(self, x=0, y=0, width=None, height=None):
        """(width, height, rows of RGB) of the screen or a part of it."""
        screen = self.root.get_geometry()
        x, y = max(0, int(x)), max(0, int(y))
        width = min(int(width or screen.width), screen.width - x)
        height = min(int(height or screen.height), screen.height - y)
        data = self.root.get_image(x, y, width, height, X.ZPixmap, 0xffffffff).data
        rgb = bytearray(width * height * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = data[2::4], data[1::4], data[0::4]
        return width, height, bytes(rgb)

    def save_png(self, path, *box):
        width, height, rgb = self.picture(*box)
        rows = b"".join(b"\0" + rgb[y * width * 3:(y + 1) * width * 3] for y in range(height))

        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
