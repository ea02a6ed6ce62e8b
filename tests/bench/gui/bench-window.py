#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window costs: start, memory, frames and processor; beside gtk4-widget-factory where that is installed.

    bench-window.py QUENCH

Prints its figures and asserts nothing. One private display of 1366x900, GSK_RENDERER=cairo.
"""
import os
import shutil
import statistics
import sys
import time

from session import Session, lacking, wait_for

QUENCH = os.path.abspath(sys.argv[1])
RUNS = 9
SECONDS = 10.0
ASIDE = "gtk4-widget-factory"

if lacking():
    print("SKIPPED: not installed: " + ", ".join(lacking()))
    sys.exit(77)

from Xlib import X, error  # noqa: E402 (known to be installed now)
from Xlib.ext import damage  # noqa: E402


def events(screen):
    while screen.display.pending_events():
        yield screen.display.next_event()


def follow(screen, window):
    """DAMAGE of a window from now on."""
    found = window.damage_create(damage.DamageReportNonEmpty)
    screen.display.damage_subtract(found, X.NONE, X.NONE)
    screen.display.sync()
    return found


def start(session, command):
    """(seconds from exec to the first frame drawn into its window, the process)."""
    screen = session.screen
    screen.root.change_attributes(event_mask=X.SubstructureNotifyMask)
    screen.display.sync()
    for _ in events(screen):
        pass
    followed, began = {}, time.monotonic()
    process = session.spawn(command, "start.log")
    while time.monotonic() - began < 60:
        for event in events(screen):
            try:
                if event.type == X.CreateNotify:
                    followed[event.window.id] = follow(screen, event.window)
                elif event.type == screen.display.extension_event.DamageNotify and event.drawable.id in followed \
                        and event.area.width > 200 and event.area.height > 200:
                    screen.root.change_attributes(event_mask=0)
                    return time.monotonic() - began, process
            except error.BadWindow:
                pass
        time.sleep(0.0005)
    raise RuntimeError(f"{command[0]} drew nothing:\n{session.log('start.log')}")


def stop(process):
    process.terminate()
    process.wait(10)


def memory(pid):
    """MiB: resident, and its own share of it (proportional set size)."""
    values = {}
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        for line in file:
            words = line.split()
            if words[0] in ("Rss:", "Pss:"):
                values[words[0]] = int(words[1]) / 1024
    return values["Rss:"], values["Pss:"]


def processor(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def frames(screen, window, seconds):
    """Times of the frames drawn into a window; what comes within 3 ms is one."""
    found, times, end = follow(screen, window), [], time.monotonic() + seconds
    while time.monotonic() < end:
        for event in events(screen):
            if event.type == screen.display.extension_event.DamageNotify:
                screen.display.damage_subtract(found, X.NONE, X.NONE)
                screen.display.flush()
                if not times or event.timestamp - times[-1] > 3:
                    times.append(event.timestamp)
        time.sleep(0.001)
    screen.display.damage_destroy(found)
    screen.display.sync()
    return times


def compare_starts(session, programs):
    times = {name: [] for name in programs}
    for _ in range(RUNS):
        for name, command in programs.items():
            seconds, process = start(session, command)
            times[name].append(seconds)
            stop(process)
    for name, values in times.items():
        print(f"start to first frame, {name}: median {statistics.median(values) * 1000:.0f} ms, "
              f"least {min(values) * 1000:.0f} ms of {RUNS}")
    if len(times) == 2:
        mine, other = (statistics.median(values) for values in times.values())
        print(f"start to first frame: {mine / other:.2f} times {ASIDE}'s")


def compare_memory(session, programs):
    for name, command in programs.items():
        _, process = start(session, command)
        time.sleep(5)
        resident, share = memory(process.pid)
        print(f"memory after 5 s, {name}: resident {resident:.1f} MiB, proportional {share:.1f} MiB")
        stop(process)


def live(session, title, command):
    """The window at 1280x800, playing."""
    app = session.start(command)
    size = app.resize(1280, 800)
    time.sleep(2)
    before, began = processor(app.process.pid), time.monotonic()
    times = frames(session.screen, app.window().window, SECONDS)
    used = (processor(app.process.pid) - before) / (time.monotonic() - began)
    gaps = sorted(b - a for a, b in zip(times, times[1:])) or [0]
    print(f"live at {size[0]}x{size[1]}, {title}: {len(times) / SECONDS:.1f} frames/s, "
          f"gaps median {gaps[len(gaps) // 2]} ms, 95 % within {gaps[int(len(gaps) * 0.95)]} ms, {used * 100:.0f} % of a core")
    app.close()
    wait_for(lambda: app.process.poll() is not None, "the end")


def main():
    programs = {"quench": [QUENCH]}
    if shutil.which(ASIDE):
        programs[ASIDE] = [shutil.which(ASIDE)]
    else:
        print(f"{ASIDE} (Debian: gtk-4-examples) is not installed: nothing to compare with")
    with Session() as session:
        session.screen.display.damage_query_version()
        compare_starts(session, programs)
        compare_memory(session, programs)
        live(session, "as it starts", [QUENCH])
        for path in sys.argv[2:]:
            live(session, os.path.basename(path), [QUENCH, path])


main()
