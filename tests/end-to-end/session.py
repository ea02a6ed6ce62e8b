# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop for a test: display, buses, accessibility, window manager.

    with Session() as session:
        app = session.start(["quench"])

Everything it starts ends with it, also when the test itself is killed, and nothing of
the user's settings is read or written. Run with Debian's own Python: it needs gi and Xlib.
"""
import glob
import os
import shutil
import signal
import subprocess
import tempfile
import time

REGISTRY = ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd")
ACCESSIBILITY_BUS = "/usr/share/defaults/at-spi2/accessibility.conf"
SESSION_BUS = "/usr/share/dbus-1/session.conf"
DROPPED = ("ADW_", "AT_SPI", "DBUS_", "DISPLAY", "GDK_", "GIO_", "GSK_", "GTK_", "LANG", "LC_", "NO_AT", "WAYLAND_", "XDG_")
WINDOW_MANAGER = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew></focus><desktops><number>1</number><popupTime>0</popupTime></desktops>
<theme><name>Clearlooks</name></theme><keyboard/><mouse><context name="Client">
<mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
</context></mouse></openbox_config>"""


def lacking():
    """What of a desktop is not installed here; empty when a Session can be had."""
    programs = [p for p in ("Xvfb", "dbus-daemon", "openbox", "setpriv") if not shutil.which(p)]
    files = [f for f in (ACCESSIBILITY_BUS, SESSION_BUS) if not os.path.exists(f)]
    if not any(map(os.path.exists, REGISTRY)):
        files.append(REGISTRY[0])
    modules = []
    for module in ("gi", "Xlib"):
        try:
            __import__(module)
        except ImportError:
            modules.append(f"Python's {module}")
    return programs + files + modules


def wait_for(condition, what, seconds=60.0):
    """The first true value of condition(); errors of something coming or going are waited out."""
    end, last = time.monotonic() + seconds, None
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except (LookupError, OSError) as error:
            last = error
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds} s in vain for {what}" + (f" ({last})" if last else ""))


class Session:
    def __init__(self, size=(1366, 900), env=None):
        self.children = []
        self.folder = tempfile.mkdtemp(prefix="quench-test-")
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(DROPPED)}
        for name in ("home", "runtime", "config/gtk-4.0", "data", "cache", "state"):
            os.makedirs(os.path.join(self.folder, name), mode=0o700)
        self.env.update(
            HOME=self.path("home"), XDG_RUNTIME_DIR=self.path("runtime"), XDG_CONFIG_HOME=self.path("config"),
            XDG_DATA_HOME=self.path("data"), XDG_CACHE_HOME=self.path("cache"), XDG_STATE_HOME=self.path("state"),
            XDG_DATA_DIRS=os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share"),
            LC_ALL="C.UTF-8", GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="atspi", GTK_USE_PORTAL="0",
            ADW_DISABLE_PORTAL="1", GSETTINGS_BACKEND="keyfile", GIO_USE_VFS="local", LIBGL_ALWAYS_SOFTWARE="1")
        self.env.update(env or {})
        self.write("config/gtk-4.0/settings.ini",
                   "[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\ngtk-font-name=Cantarell 11\n")
        self.write("openbox.xml", WINDOW_MANAGER)
        try:
            self._start_desktop(size)
        except BaseException:
            self.close()
            raise

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def _start_desktop(self, size):
        from desktop import Accessibility, Screen    # they need gi and Xlib: imported when they are known to be here
        self.env["DISPLAY"] = ":" + self._announced(
            ["Xvfb", "-displayfd", "FD", "-screen", "0", f"{size[0]}x{size[1]}x24", "-dpi", "96", "-noreset",
             "-nolisten", "tcp"])
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._bus(SESSION_BUS)
        self.env["AT_SPI_BUS_ADDRESS"] = self._bus(ACCESSIBILITY_BUS)
        self.spawn([next(filter(os.path.exists, REGISTRY))], "registry.log")
        self.screen = Screen(self.env["DISPLAY"])
        self.spawn(["openbox", "--config-file", self.path("openbox.xml")], "openbox.log")
        self.accessibility = Accessibility(self.env["AT_SPI_BUS_ADDRESS"])
        wait_for(self.screen.has_manager, "the window manager")
        wait_for(self.accessibility.ready, "the accessibility registry")

    def _bus(self, config):
        return self._announced(["dbus-daemon", "--nofork", "--nopidfile", "--print-address=FD", "--config-file=" + config,
                                f"--address=unix:abstract={self.folder}-{os.path.basename(config)}"])

    def _announced(self, command):
        """Starts a server that tells its address on a file descriptor."""
        reader, writer = os.pipe()
        log = os.path.basename(command[0]) + ".log"
        self.spawn([word.replace("FD", str(writer)) for word in command], log, pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as file:
            address = file.readline().strip()
        if not address:
            raise RuntimeError(f"{command[0]} did not start:\n{self.log(log)}")
        return address

    def spawn(self, command, log, env=None, **options):
        """A process that ends when this one does, its output in a log."""
        with open(self.path(log), "ab") as output:
            child = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", *command], env={**self.env, **(env or {})}, stdin=subprocess.DEVNULL,
                stdout=output, stderr=subprocess.STDOUT, cwd=self.folder, start_new_session=True, **options)
        self.children.append(child)
        return child

    def log(self, name):
        with open(self.path(name), encoding="utf-8", errors="replace") as file:
            return file.read()

    def start(self, command, **options):
        from desktop import App
        return App(self, command, **options)

    def close(self):
        if hasattr(self, "screen"):
            self.screen.close()
        for child in reversed(self.children):
            for sign, patience in ((signal.SIGTERM, 2), (signal.SIGKILL, 5)):
                if child.poll() is None:
                    child.send_signal(sign)
                    try:
                        child.wait(patience)
                    except subprocess.TimeoutExpired:
                        pass
        keep = os.environ.get("QUENCH_TEST_KEEP")
        if keep:
            for log in glob.glob(self.path("*.log")):
                shutil.copy(log, keep)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
