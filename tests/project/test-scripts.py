#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts at the top: what installs packages and what counts test cases."""
import json
import os
import shutil
import subprocess
import tempfile

from tree import TOP, files
from tap import case, missing, run

INSTALL = os.path.join(TOP, "tools", "install-packages")
COUNT = os.path.join(TOP, "tools", "count-tests")
# What the script itself uses, so that a PATH of our own can hold just that.
USED = ("bash", "env", "cat", "dirname", "grep", "tr", "id")


def machine(folder, **tools):
    """A PATH with the given commands, each a shell script, beside the everyday ones."""
    path = os.path.join(folder, "bin")
    os.mkdir(path)
    for name in USED:
        os.symlink(shutil.which(name), os.path.join(path, name))
    for name, script in tools.items():
        name = os.path.join(path, name.replace("_", "-"))
        with open(name, "w", encoding="utf-8") as file:
            file.write(f"#!{shutil.which('bash')}\n{script}\n")
        os.chmod(name, 0o755)
    return path


def install(path, *sections):
    return subprocess.run([shutil.which("bash"), INSTALL, *sections], env={"PATH": path}, capture_output=True, text=True, check=False)


@case("where nothing is missing, apt-get is not called")
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = machine(folder, dpkg_query="echo installed", apt_get="exit 9", sudo="exit 9")
        done = install(path, "build", "run", "test")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), done


@case("only what is missing is asked for")
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = machine(folder, dpkg_query='[ "${@: -1}" = libgsl-dev ] && exit 1; [ "${@: -1}" = xvfb ] && echo config-files || echo installed',
                       apt_get=f'echo "$@" >>{folder}/asked', sudo='exec "$@"')
        done = install(path, "build", "test")
        assert done.returncode == 0, done
        with open(f"{folder}/asked", encoding="utf-8") as file:
            asked = file.read().splitlines()
        assert asked[0].endswith("update"), asked
        words = asked[1].split()
        assert words[-2:] == ["libgsl-dev", "xvfb"] and words[-3] == "install" and "--no-install-recommends" in words, asked


@case("a failing installation fails, and old package lists do not")
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = machine(folder, dpkg_query="exit 1", apt_get='[[ " $* " == *" update "* ]] && exit 100; exit 0', sudo='exec "$@"')
        assert install(path, "run").returncode == 0
    with tempfile.TemporaryDirectory() as folder:
        path = machine(folder, dpkg_query="exit 1", apt_get='[[ " $* " == *" install "* ]] && exit 100; exit 0', sudo='exec "$@"')
        assert install(path, "run").returncode != 0


@case("on another system it names what is missing and the packages")
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = machine(folder, cc="", meson="", ninja="", msgfmt="", pkg_config='[[ "$*" == *gsl* ]] && exit 1; exit 0')
        done = install(path, "build", "run")
        assert done.returncode == 1 and "gsl >= 2.7;" in done.stderr and "libgsl-dev" in done.stderr + "", done
        assert "gtk4" not in done.stderr.splitlines()[0], done
    with tempfile.TemporaryDirectory() as folder:
        path = machine(folder, cc="", meson="", ninja="", msgfmt="", pkg_config="exit 0")
        done = install(path, "build", "run")
        assert (done.returncode, done.stderr) == (0, ""), done


def count(*programs):
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "testlog.json")
        with open(log, "w", encoding="utf-8") as file:
            for result, stdout in programs:
                file.write(json.dumps({"name": "p", "result": result, "stdout": stdout}) + "\n")
        done = subprocess.run([COUNT, log], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()[-1]


@case("test cases are counted, not programs")
def _():
    assert count(("OK", "TAP version 13\n1..3\nok 1 /a\n# remark\nok 2 /b\nok 3 /c # SKIP no display\n"), ("OK", "")) == (0, "3 passed, 0 failed, 1 skipped")


@case("a failure is never lost")
def _():
    assert count(("FAIL", "1..2\nok 1 a\nnot ok 2 b\n")) == (1, "1 passed, 1 failed")
    assert count(("ERROR", "1..2\nok 1 a\n")) == (1, "1 passed, 1 failed")
    assert count(("TIMEOUT", "")) == (1, "0 passed, 1 failed")
    assert count(("FAIL", "1..1\nok 1 a\n")) == (1, "1 passed, 1 failed")


@case("nothing run is no success")
def _():
    assert count() == (1, "0 passed, 0 failed")
    assert count(("SKIP", "1..0 # SKIP no display\n")) == (1, "0 passed, 0 failed, 1 skipped")


@case("scripts are executable and say how they are run")
def _():
    scripts = ["run", "check", ".ci/run"] + files("tools")
    bad = [s for s in scripts if not os.access(os.path.join(TOP, s), os.X_OK)]
    with_bang = [s for s in scripts if not open(os.path.join(TOP, s), encoding="utf-8").read(3).startswith("#!/")]
    assert not bad and not with_bang, missing(bad + with_bang, "not executable, or no #!")


run()
