#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the layers' static libraries define and need, as the linker sees it.

    test-layers.py core=libqn-core.a plot=libqn-plot.a ...
"""
import re
import shutil
import subprocess
import sys

from tree import MAY_USE, WITH_GTK
from tap import case, missing, run, skip_all

LIBRARIES = dict(argument.split("=", 1) for argument in sys.argv[1:])
SANITIZER = re.compile(r"_*(asan|ubsan|sanitizer|odr_asan|__start|__stop)")


def nm(library, *options):
    printed = subprocess.run(["nm", *options, library], check=True, capture_output=True, text=True).stdout
    return [line for line in printed.splitlines() if line.strip()]


def names(library, *options):
    found = {line.split()[-1] for line in nm(library, *options) if re.fullmatch(r"(?:[0-9a-f]* +)?[A-Za-z] \S+", line.strip())}
    return {name for name in found if not SANITIZER.match(name)}


if not shutil.which("nm"):
    skip_all("nm (binutils) is not installed")
DEFINED = {layer: names(path, "-g", "--defined-only") for layer, path in LIBRARIES.items()}
NEEDED = {layer: names(path, "-u") for layer, path in LIBRARIES.items()}


def register(layer):
    @case(f"{layer}: every symbol it gives begins with qn_")
    def _():
        bad = sorted(n for n in DEFINED[layer] if not n.startswith(("qn_", "_qn_")))
        assert DEFINED[layer], "it gives none: nm's output was not understood"
        assert not bad, missing(bad, "unprefixed")

    @case(f"{layer}: every qn_ symbol it needs comes from a layer it may use")
    def _():
        here = set().union(*(DEFINED[l] for l in (layer, *MAY_USE[layer]) if l in DEFINED))
        bad = sorted(n for n in NEEDED[layer] if n.startswith("qn_") and n not in here)
        whose = {n: [l for l in DEFINED if n in DEFINED[l]] for n in bad}
        assert not bad, missing([f"{n} of {whose[n] or 'nobody'}" for n in bad], "not permitted")

    @case(f"{layer}: needs no toolkit that is not its own")
    def _():
        foreign = [] if layer in WITH_GTK else ["gtk_", "gdk_", "gsk_", "adw_", "epoxy_"]
        if layer in ("core", "lab", "sim"):
            foreign += ["cairo_", "pango_"]
        if layer == "plot":
            foreign += ["gsl_", "json_"]
        if layer == "core":
            foreign += ["g_object_", "g_type_", "g_file_", "g_thread_", "g_mutex_", "g_cond_", "g_print", "json_",
                        "fopen", "open64", "pthread_"]
        bad = sorted(n for n in NEEDED[layer] if n.startswith(tuple(foreign)))
        assert not bad, missing(bad, "not permitted")


for each in LIBRARIES:
    register(each)


@case("core: no state outlives a call")
def _():
    bad = []
    for line in nm(LIBRARIES["core"], "-f", "sysv"):
        fields = [field.strip() for field in line.split("|")]
        # The number of an error domain, given by GLib once, is the one exception.
        if len(fields) == 7 and re.match(r"\.(bss|data)(?!\.rel\.ro)", fields[6]) and not re.match(r"(q(uark)?|initialized)(\.\d+)?$", fields[0]) \
                and not SANITIZER.match(fields[0].lstrip(".")):
            bad.append(f"{fields[0]} in {fields[6]}")
    assert not bad, missing(bad, "globals")


run()
