# SPDX-License-Identifier: GPL-3.0-or-later
"""Test cases in Python that speak TAP.

    @case("every header guards itself")
    def _():
        assert ..., "what is wrong"

    run()
"""
import os
import sys
import traceback

_cases = []


class Skip(Exception):
    """Raised by a case that cannot run here; says why."""


def case(name):
    def register(function):
        _cases.append((name, function))
        return function
    return register


def say(text):
    """A remark: every line becomes a TAP comment."""
    for line in str(text).splitlines():
        print("#", line, flush=True)


def missing(names, where):
    """A message for assert: what is wrong, one a line."""
    return f"{where}:\n  " + "\n  ".join(str(n) for n in names)


def tell_skip(why):
    """On standard error too, so that it is seen in a run whose output is kept away."""
    print(f"SKIPPED: {os.path.basename(sys.argv[0])}: {why}", file=sys.stderr, flush=True)


def skip_all(why):
    tell_skip(why)
    print(f"1..0 # SKIP {why}")
    sys.exit(0)


def run():
    print(f"1..{len(_cases)}", flush=True)
    failed = 0
    for number, (name, function) in enumerate(_cases, 1):
        try:
            function()
            print(f"ok {number} {name}", flush=True)
        except Skip as why:
            tell_skip(f"{name}: {why}")
            print(f"ok {number} {name} # SKIP {why}", flush=True)
        except Exception:
            failed += 1
            say(traceback.format_exc())
            print(f"not ok {number} {name}", flush=True)
    sys.exit(1 if failed else 0)
