# SPDX-License-Identifier: GPL-3.0-or-later
"""What the comparisons with QuTiP share. TAP on standard output; everything is skipped, and says so, where QuTiP is not installed."""
import contextlib
import json
import random
import subprocess
import sys

try:
    with contextlib.redirect_stdout(sys.stderr):  # it tells how it measures its threads
        import numpy as np
        import qutip as qt
except ImportError as error:
    print(f"1..0 # SKIP QuTiP is not installed ({error}); package python3-qutip")
    sys.exit(0)


def tight(**options):
    """Options of QuTiP's integrators: an object before version 5, a dictionary since."""
    return qt.Options(**options) if hasattr(qt, "Options") else options


def quench(lab, parameters):
    """The results of quench-cli, whose path is the program's argument."""
    command = [sys.argv[1], "run", "--lab", lab, "--format", "json"]
    for key, value in parameters.items():
        command += ["--set", f"{key}={value}"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["results"]


def compare(lab, seed, cases, tolerance, parameters, expected, title, scale=lambda p, value: 1):
    """Draws `cases` sets of parameters and holds the results of a lab to what QuTiP says of each."""
    rand, failed = random.Random(seed), False
    print(f"# seed {seed}, QuTiP {qt.__version__}\n1..{cases}")
    for number in range(cases):
        p = parameters(rand.uniform, number)
        got, want = quench(lab, p), expected(p)
        differences = {key: difference(got[key], value) / scale(p, value) for key, value in want.items()}
        worst = max(differences.values())
        good = worst < tolerance
        failed |= not good
        print(f"{'ok' if good else 'not ok'} {number + 1} - {title(p, got)}, worst difference {worst:.1e}")
        if not good:
            print(f"# parameters {p}\n# differences {differences}\n# want {want}")
    sys.exit(failed)


def difference(found, exact):
    return np.max(np.abs(np.array(found, dtype=float) - exact))
