#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random experiment files, --set texts and figures, made of what stands in tests/corpus.

    fuzz.py QUENCH_CLI files|sets|figures [SECONDS [SEED]]

Whatever it is told, quench-cli computes it or says in one text what is wrong. It does not crash, complain of itself, take
longer than a minute, or print what is no number.
"""
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

from tap import case, run, say

CLI, WHAT, SECONDS, SEED = (sys.argv + ["20", "1"][max(0, len(sys.argv) - 3):])[1:5]
CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "corpus")
LONGEST = 60
OWN_TROUBLE = re.compile(r"CRITICAL|WARNING|ERROR:|Sanitizer|runtime error|assertion")
NO_NUMBER = re.compile(r"[\s\"=,(]-?(?:nan|inf)\b")
PARTS = ["{", "}", "[", "]", '"', ":", ",", "null", "true", "-", "1e400", "-0", "1e-400", "\\u0000", "\\ud800", "\0", "é", "𝟙", "9" * 400, " " * 3000]
NUMBERS = ["0", "-0", "1", "-1", "0.5", "1e-6", "1e6", "1e308", "-1e308", "5e-324", "1e999", "nan", "inf", "1/3", "2.5.1", "1e", "+3", "0x1p4", "١", "10⁶", ""]

hand = random.Random(int(SEED))


def cli(*arguments):
    """Exit status, output, messages."""
    begun = time.monotonic()
    done = subprocess.run([CLI, *arguments], capture_output=True, timeout=LONGEST)
    slow = time.monotonic() - begun
    told = done.stderr.decode("utf-8")    # strictly: what cuts a character is an error
    assert done.returncode in (0, 1, 2), f"ended with {done.returncode}: {told}"
    assert not OWN_TROUBLE.search(told), told
    assert done.returncode == 0 or told.strip(), "failed without a word"
    return done.returncode, done.stdout, told, slow


def listed(what, *arguments):
    return json.loads(subprocess.run([CLI, "list", what, *arguments, "--json"], check=True, capture_output=True).stdout)


def no_constant(text):
    raise AssertionError(f"{text} is printed")


def lines(name):
    with open(os.path.join(CORPUS, name), encoding="utf-8") as file:
        return file.read().splitlines()


def experiments():
    for name in sorted(os.listdir(os.path.join(CORPUS, "experiments"))):
        with open(os.path.join(CORPUS, "experiments", name), "rb") as file:
            yield file.read()


def mutated(data, others):
    data = bytearray(data)
    for _ in range(hand.choice((1, 1, 2, 5))):
        at, kind = hand.randrange(len(data) + 1), hand.randrange(6)
        if kind == 0 and data:
            data[at % len(data)] = hand.randrange(256)
        elif kind == 1:
            data[at:at] = hand.choice(PARTS).encode()
        elif kind == 2:
            del data[at:at + hand.randrange(1, 20)]
        elif kind == 3:
            del data[at:]
        elif kind == 4:
            other = hand.choice(others)
            data[at:] = other[hand.randrange(len(other) + 1):]
        else:
            data = bytearray(re.sub(rb"-?\d[\d.e+-]*", lambda found: hand.choice(NUMBERS).encode() if hand.random() < 0.3 else found.group(), bytes(data)))
    return bytes(data)


def one_file(folder, known=[]):
    if not known:
        known += list(experiments())
        known += [json.dumps({"quench": 1, "lab": row["lab"], "preset": row["id"], "parameters": {}}).encode() for row in listed("presets")]
    path = os.path.join(folder, "fuzz.quench")
    data = mutated(hand.choice(known), known)
    with open(path, "wb") as file:
        file.write(data)
    yield data
    status, output, _, slow = cli("run", path, "--format", "json")
    if status == 0:
        result = json.loads(output, parse_constant=no_constant)
        with open(path, "wb") as file:
            file.write(output)
        again = json.loads(cli("run", path, "--format", "json")[1])
        assert again["parameters"] == result["parameters"], "what was written is not what is read"
    yield slow


def one_set(folder, known=[]):
    if not known:
        known += [[lab["id"], listed("parameters", "--lab", lab["id"])] for lab in listed("labs")]
    lab, parameters = hand.choice(known)
    texts = []
    for _ in range(hand.choice((1, 1, 2, 4))):
        parameter = hand.choice(parameters)
        text = hand.choice((hand.choice(lines("sets")), parameter["id"] + "=" + hand.choice(NUMBERS + parameter["choices"] + ["true", "false"])))
        if hand.random() < 0.3:
            text = mutated(text.encode(), [b"=", b"."]).replace(b"\0", b"").decode("utf-8", "replace")
        texts += ["--set", text]
    command = ["run", "--lab", lab, *texts, "--format", hand.choice(("text", "json", "csv"))]
    yield command
    status, output, _, slow = cli(*command)
    if status == 0 and command[-1] == "json":
        json.loads(output, parse_constant=no_constant)
    yield slow


def near(parameter):
    """A value that somebody might set, seldom one at an end."""
    if parameter["choices"]:
        return hand.choice(parameter["choices"])
    if parameter["kind"] == "switch":
        return hand.choice(("true", "false"))
    least, most, usual = parameter["min"], parameter["max"], parameter["default"]
    value = hand.choice((least, most)) if hand.random() < 0.03 else (usual or 1) * 10 ** hand.uniform(-1, 1) * (-1 if least < 0 and hand.random() < 0.3 else 1)
    value = min(max(value, least), most)
    return str(round(value)) if parameter["kind"] == "integer" else repr(value)


def one_figure(folder, known=[]):
    if not known:
        known += [[lab["id"], *[listed(what, "--lab", lab["id"]) for what in ("parameters", "presets", "figures")]] for lab in listed("labs")]
    lab, parameters, presets, figures = hand.choice(known)
    if hand.random() < 0.1:
        words = shlex.split(hand.choice(lines("figures")))
    else:
        words = [hand.choice(figures)["id"], "--lab", lab, "--preset", hand.choice(presets)["id"]]
        for parameter in hand.sample(parameters, hand.randrange(min(6, len(parameters)))):
            words += ["--set", f"{parameter['id']}={near(parameter)}"]
        words += hand.choice(([], [], ["--cycles", str(hand.randrange(1, 9))]))
    path = os.path.join(folder, "fuzz.svg")
    command = ["figure", *words, "-o", path, "--size", f"{hand.randrange(40, 900)}x{hand.randrange(40, 700)}", "--trajectories", "300",
               "--theme", hand.choice(("light", "dark", "light-contrast", "dark-contrast", "print"))]
    yield command
    status, _, _, slow = cli(*command)
    if status == 0:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        os.unlink(path)
        xml.etree.ElementTree.fromstring(text)
        assert not NO_NUMBER.search(text), "no number: " + NO_NUMBER.search(text).group()
    yield slow


@case(f"random {WHAT}")
def _():
    one = {"files": one_file, "sets": one_set, "figures": one_figure}[WHAT]
    end, count, slowest, faults = time.monotonic() + float(SECONDS), 0, (0, None), []
    say(f"seed {SEED}")
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            steps = one(folder)
            what = next(steps)
            try:
                slowest = max(slowest, (next(steps), count), key=lambda pair: pair[0])
            except (AssertionError, ValueError, subprocess.TimeoutExpired, xml.etree.ElementTree.ParseError) as fault:
                faults.append(f"{what}: {fault}")
                say(faults[-1])
            count += 1
    say(f"{count} tried, the slowest took {slowest[0]:.1f} s")
    assert not faults, f"{len(faults)} of {count}"


run()
