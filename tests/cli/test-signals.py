#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What takes long can be broken off, leaves files as they were, and says on a terminal that it is under way.

    test-signals.py QUENCH_CLI
"""
import contextlib
import os
import pty
import signal
import subprocess
import sys
import tempfile
import time

from tap import case, run

CLI = os.path.abspath(sys.argv[1])
signal.signal(signal.SIGINT, signal.default_int_handler)  # a child is not to inherit that it is ignored, as a shell's background has it
LONG = {
    "trace": ["run", "--preset", "friction", "--cycles", "1000000", "--trace", "out"],
    "transient": ["run", "--lab", "maser", "--cycles", "1000000", "--trace", "out", "--format", "json"],
    "runs": ["run", "--trajectories", "100000000", "--format", "json"],
    "figure": ["figure", "trajectory", "--trajectories", "10000000", "--format", "svg", "-o", "out"],
}


@contextlib.contextmanager
def begun(arguments, **more):
    """The program under way, in a folder where the file it is to write is there already."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "out"), "w", encoding="ascii") as file:
            file.write("as it was")
        child = subprocess.Popen([CLI, *arguments], cwd=folder, stdout=subprocess.DEVNULL, **more)
        try:
            yield folder, child
        finally:
            child.kill()
            child.wait()


def catches(child, number):
    """Whether the kernel says that the process handles a signal by now."""
    with open(f"/proc/{child.pid}/status", encoding="ascii") as file:
        caught = next(line for line in file if line.startswith("SigCgt"))
    return int(caught.split()[1], 16) >> (number - 1) & 1


def wait_for(true):
    while not true():
        time.sleep(0.01)


def break_off(name, number):
    with begun(LONG[name], stderr=subprocess.PIPE) as (folder, child):
        wait_for(lambda: catches(child, number))
        if name == "trace":
            wait_for(lambda: len(os.listdir(folder)) > 1)
        child.send_signal(number)
        said = child.communicate(timeout=60)[1]
        assert child.returncode == -number, (name, child.returncode)
        assert said == b"", said
        assert os.listdir(folder) == ["out"], os.listdir(folder)
        with open(os.path.join(folder, "out"), encoding="ascii") as file:
            assert file.read() == "as it was"


for each in LONG:
    @case(f"{each}: broken off, and nothing is left of it")
    def _(name=each):
        break_off(name, signal.SIGINT)


@case("asked to end, it does the same")
def _():
    break_off("trace", signal.SIGTERM)


@case("what was told to overlook an interrupt does")
def _():
    with begun(LONG["trace"], preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) as (_folder, child):
        wait_for(lambda: catches(child, signal.SIGTERM))
        child.send_signal(signal.SIGINT)
        child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=60) == -signal.SIGTERM


@case("a terminal is told how far it is, and cleared")
def _():
    here, there = pty.openpty()
    with begun(LONG["trace"], stderr=there) as (_folder, child):
        os.close(there)
        said = b""
        while b" of 1000000 cycles" not in said:
            said += os.read(here, 1000)
        child.send_signal(signal.SIGINT)
        with contextlib.suppress(OSError):  # the terminal is gone
            while more := os.read(here, 1000):
                said += more
        assert said.endswith(b"\r\x1b[K"), said
    os.close(here)


run()
