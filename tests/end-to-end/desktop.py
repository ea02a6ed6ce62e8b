# SPDX-License-Identifier: GPL-3.0-or-later
"""A program as its user meets it: its accessible tree over D-Bus, mouse and keyboard by XTEST, pixels from X.

An App is a started program, a Node one object of its tree as it was when it was read.
Coordinates are pixels of the screen.
"""
import re
import struct
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
STATES = {3: "busy", 4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 20: "pressed", 23: "selected",
          24: "sensitive", 25: "showing", 30: "visible", 36: "invalid-entry"}
CONTROLS = ("button", "push button", "toggle button", "checkbox", "check box", "radio button", "radio", "switch", "slider",
            "spin button", "combo box", "text box", "text", "entry", "search box", "link")
KEYS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}


class Accessibility:
    """The accessibility bus."""

    def __init__(self, address):
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.focus = {}    # by the name of a program on the bus: the path of the object that has it, None if none has
        self.bus.signal_subscribe(None, ATSPI + "Event.Object", "StateChanged", None, "focused", 0, self._focused)

    def _focused(self, _bus, sender, path, _interface, _signal, args):
        if args[1]:
            self.focus[sender] = path
        elif self.focus.get(sender) == path:
            self.focus[sender] = None

    def ask(self, ref, interface, method, args=None, milliseconds=60000):
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
            self.bus.call(*ref, interface, method, args, None, 0, 60000, None, answered, index)
        while open_[0]:
            context.iteration(True)
        context.pop_thread_default()
        return answers

    def ready(self):
        for kind in ("focused", ""):    # newer GTK tells only what somebody wants to hear
            self.ask(("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"), ATSPI + "Registry", "RegisterEvent",
                     GLib.Variant("(sass)", ("object:state-changed:" + kind, [], "")))
        return True

    def root_of(self, process):
        """The tree's root of a process, None before it has registered."""
        for ref in self.ask(REGISTRY_ROOT, ATSPI + "Accessible", "GetChildren")[0]:
            pid = self.ask(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                           "GetConnectionUnixProcessID", GLib.Variant("(s)", (ref[0],)))[0]
            if pid == process:
                return tuple(ref)
        return None


class Node:
    """role, name, description, states, children, as they were when the tree was read; and of a node that was found or
    read again extents (in its window), value (least, most, now), text and actions too."""

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
    def be(self, name, role, description, states):
        self.name, self.role, self.description = name, role, description
        self.states = {word for bit, word in STATES.items() if (states[0] | states[1] << 32) >> bit & 1}

    def questions(self):
        get_all = lambda interface: (self.ref, PROPERTIES, "GetAll", GLib.Variant("(s)", (ATSPI + interface,)))
        ask = lambda interface, method, args=None: (self.ref, ATSPI + interface, method, args)
        return [get_all("Accessible"), ask("Accessible", "GetRoleName"), ask("Accessible", "GetState"),
                ask("Component", "GetExtents", GLib.Variant("(u)", (IN_WINDOW,))), get_all("Value"),
                ask("Text", "GetText", GLib.Variant("(ii)", (0, 1 << 30))), ask("Action", "GetActions")]

    def learn(self, answers):
        properties, role, state, extents, value, text, actions = (a[0] if a else None for a in answers)
        self.be((properties or {}).get("Name", ""), role or "", (properties or {}).get("Description", ""), state or (0, 0))
        self.extents, self.text = tuple(extents) if extents else None, text or ""
        self.value = (value["MinimumValue"], value["MaximumValue"], value["CurrentValue"]) if value else None
        self.actions = [action[0] for action in actions or []]

    @staticmethod
    def read(nodes):
        """All that is to be known of them, as it is now."""
        answers = nodes[0].app.bus.ask_many([q for node in nodes for q in node.questions()]) if nodes else []
        for index, node in enumerate(nodes):
            node.learn(answers[index * len(answers) // len(nodes):(index + 1) * len(answers) // len(nodes)])
        return nodes

    def again(self):
        """Itself as it is now."""
        return self.read([self])[0]

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
        left, upper = self.app.origin(top if top.extents else top.again())
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

    def send_value(self, value):
        self.app.bus.ask(self.ref, PROPERTIES, "Set",
                         GLib.Variant("(ssv)", (ATSPI + "Value", "CurrentValue", GLib.Variant("d", value))))

    def set_value(self, value):
        self.send_value(value)
        return self.again().value[2]

    def set_text(self, text):
        self.app.bus.ask(self.ref, ATSPI + "EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))
        return self.again().text


class App:
    def __init__(self, session, command, env=None, seconds=120):
        self.session, self.screen, self.bus = session, session.screen, session.accessibility
        self.log_name = f"program-{len(session.children)}.log"
        self.process = session.spawn([str(word) for word in command], self.log_name, env)
        wait_for(self.windows, "a window", seconds)
        self.ref = self._registered(seconds)
        self.roles = {}
        wait_for(self.takes_keys, "the keyboard", seconds)

    def _registered(self, seconds):
        """GTK tells of a program when it is idle. One whose frames take longer than a frame is due never is, on a
        machine that has much else to do: then its window is minimised for a moment."""
        registered = lambda: self.alive() and self.bus.root_of(self.process.pid)
        try:
            return wait_for(registered, "the program's accessible tree", 1)
        except AssertionError:
            window = self.window()
            self.screen.tell(window, "WM_CHANGE_STATE", 3)
            ref = wait_for(registered, "the program's accessible tree", seconds)
            self.screen.tell(window, "_NET_ACTIVE_WINDOW", 1)
            wait_for(self.windows, "the window to come back", seconds)
            return ref

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

    def takes_keys(self, windows=None):
        """Whether it has so many windows and the topmost has the keyboard, so that a key pressed now is its; or any has."""
        found = [w for w in self.windows() if not w.popup]
        return any(map(self.screen.has_keyboard, found if windows is None else found[-1:])) and windows in (None, len(found))

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
        """Asks for a size; returns the content's, which is larger where less is too little for it."""
        window, content = self.window(), self.tops()[0].extents
        more = window.width - content[2], window.height - content[3]
        self.screen.configure(window, x=0, y=0, width=width + more[0], height=height + more[1])

        def there():
            now, content = self.window(), self.tops()[0].extents[2:]
            least = now.window.get_wm_normal_hints()
            wanted = max(width + more[0], least.min_width), max(height + more[1], least.min_height)
            return (now.width, now.height) == wanted == (content[0] + more[0], content[1] + more[1]) and content
        return wait_for(there, f"a window of {width} x {height}")

    def close(self):
        """The window's close button, as the window manager does it."""
        self.screen.tell(self.window(), "_NET_CLOSE_WINDOW", 0, 2)

    def ended(self, seconds=60):
        """The exit status."""
        return self.process.wait(seconds)

    # -- the tree ----------------------------------------------------------------------------
    def tops(self):
        root = (self.ref, ATSPI + "Accessible", "GetChildren")
        nodes = Node.read([Node(self, tuple(ref), Node(self, self.ref)) for ref in self.bus.ask(*root)[0]])
        return [node for node in nodes if node.extents and node.extents[2] > 1]

    def role(self, ref, number):
        """The build's own name for it."""
        if number not in self.roles:
            self.roles[number] = self.bus.ask(ref, ATSPI + "Accessible", "GetRoleName")[0]
        return self.roles[number]

    def items(self):
        """What the program tells at once of all objects that were ever asked for; and their children in order."""
        items, children = {}, {}
        for item in self.bus.ask((self.ref[0], "/org/a11y/atspi/cache"), ATSPI + "Cache", "GetItems")[0]:
            items[tuple(item[0])] = item
            children.setdefault(tuple(item[2]), []).append((item[3], tuple(item[0])))
        return items, {parent: [ref for _, ref in sorted(found)] for parent, found in children.items()}

    def children(self, nodes, items, told):
        """Of each node its children; those are asked for that were not told."""
        found = {node.ref: told.get(node.ref, []) for node in nodes}
        asked = [ref for ref, refs in found.items() if ref == self.ref or len(refs) != items[ref][4]]
        for ref, answer in zip(asked, self.bus.ask_many([(ref, ATSPI + "Accessible", "GetChildren", None) for ref in asked])):
            found[ref] = [tuple(child) for child in answer[0]] if answer else []
        return found

    def tree(self, within=None):
        self.alive()
        top = Node(self, within.ref, within.parent) if within else Node(self, self.ref)
        items, told = self.items()
        level = [top]
        while level:
            found = self.children(level, items, told)
            if any(ref not in items for refs in found.values() for ref in refs):
                items, told = self.items()
            for node in level:
                _, _, _, _, _, _, name, role, description, states = items[node.ref]
                node.be(name, self.role(node.ref, role), description, states)
                node.children = [Node(self, ref, node) for ref in found[node.ref] if ref in items]
            level = [child for node in level for child in node.children]
        return top

    def all(self, role=None, name=None, within=None):
        return Node.read([node for node in self.tree(within) if node.matches(role, name)])

    def find(self, role=None, name=None, within=None):
        what = f"{role} {name.pattern if isinstance(name, re.Pattern) else name!r}"
        return wait_for(lambda: self.all(role, name, within), what)[0]

    # -- the focus ---------------------------------------------------------------------------
    def focus(self):
        """The innermost object that has it, None when it is on none."""
        while GLib.MainContext.default().iteration(False):
            pass
        path = self.bus.focus.get(self.ref[0])
        if path:
            return self.ref[0], path
        # Of an object that nobody has asked for yet GTK tells nothing by itself.
        found = [node.ref for node in self.tree() if "focused" in node.states and node.parent and node.parent.parent]
        return found[-1] if found else None

    def focused(self):
        return Node(self, wait_for(self.focus, "the focus")).again()

    def move_focus(self, key):
        """By a key that does so; what has it then."""
        before = self.focused()
        self.screen.key(key)
        wait_for(lambda: self.focus() not in (None, before.ref), f"{key} to move the focus from {before}")
        return self.focused()


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

    def has_keyboard(self, window):
        """Toolkits give it to a window within their own."""
        focus = self.display.get_input_focus().focus
        while focus not in (X.NONE, X.PointerRoot, self.root, window.window):
            focus = focus.query_tree().parent
        return focus == window.window

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
    def fake(self, kind, detail=0, **where):
        xtest.fake_input(self.display, kind, detail, **where)
        self.display.sync()

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
        self.fake(X.ButtonPress, 1)
        for step in range(1, steps + 1):
            self.move(*(a + (b - a) * step / steps for a, b in zip(start, end)))
        if halfway:
            halfway()
        self.fake(X.ButtonRelease, 1)

    # -- keyboard ----------------------------------------------------------------------------
    def keycode(self, name):
        code = self.display.keysym_to_keycode(XK.string_to_keysym(KEYS.get(name, name)))
        assert code, f"no key {name}"
        return code

    def key(self, combination, count=1):
        """'Tab', 'ctrl+shift+z', 'F11': what stands on the key, with what is held."""
        *held, last = map(self.keycode, combination.split("+"))
        for code in held:
            self.fake(X.KeyPress, code)
        for _ in range(count):
            self.fake(X.KeyPress, last)
            self.fake(X.KeyRelease, last)
        for code in reversed(held):
            self.fake(X.KeyRelease, code)

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
