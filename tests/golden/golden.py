#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes down every number that quench-cli tells, of all presets and of thousands of random machines, so that a
restructuring can be shown to change none: record before, record --like that afterwards, compare. Two records of one
program on one machine are equal byte for byte; on another, fonts and libraries may move a last digit.

usage: golden.py record QUENCH-CLI OUTFILE [--machines N] [--jobs N] [--only WHAT] [--like RECORD]
       golden.py compare A B [--only WHAT] [--most N]

A record is JSON, one item a line in the order of ids, packed where its name ends with .gz: {"id", "args", "status",
"out", "err", "files"}. Figures are SVG, drawn large so that coordinates have seven digits.
"""
import argparse
import collections
import contextlib
import fnmatch
import gzip
import itertools
import json
import math
import multiprocessing.pool
import os
import pathlib
import random
import re
import signal
import subprocess
import tempfile

SEED = 20577
# Seconds of a processor’s time; more is the status "timeout". --like leaves such items alone and gives the others three times as long.
TIMEOUT = 20
REMAINING = 150  # at most so many random settings of a lab that has no media
WITH_MEDIA = ("otto", "carnot", "stirling", "swap", "maser", "absorption", "transport", "equilibrium")
KINDS = ("medium.kind", "model")  # every pair of these is a medium
# What the sliders offer: lab, parameter, range and scale. The first row that fits counts, the hard range where none does.
SLIDERS = [row.split() for row in """
    battery initial.temperature 0 2 linear; battery bath.temperature 0 3 linear; demon *.temperature 0.1 5 log; fluctuations *.temperature 0.1 5 log;
    * *.temperature 0.05 10 log; equilibrium medium.spacing 0.1 10 log; * medium.spacing.? 0.1 3 linear; fluctuations spacing.* -3 5 linear;
    demon demon.gap 0.1 6 linear; thermometry probe.spacing 0.1 8 log; maser spacing.hot 0.2 10 linear; maser spacing.cold 0.1 9 linear;
    transport spacing.* 0.1 5 linear; second-law *.spacing 0.1 5 linear; battery spacing.* 0.1 5 linear; * spacing.* 0.1 8 linear;
    fluctuations hot.coupling 0 2 linear; battery bath.coupling 0.001 1 log; demon *.coupling 0.05 5 log; transport medium.coupling 0.0005 2 log;
    * *.coupling 0.001 2 log; * medium.tunnelling 0 3 linear; * medium.exchange -2 2 linear; * medium.anisotropy -1 1 linear; * medium.zz -2 2 linear;
    * medium.coupling-ratio 0 1 linear; * medium.interaction 0 1 linear; battery stroke.* 0.5 100 log; demon demon.duration 0.1 1000 log;
    thermometry stroke.* 0.1 200 log; * stroke.* 0.05 100 log; * time.window 1 1000 log; demon memory.duration 1 10000 log;
    battery drive.strength 0.02 2 log; * drive.strength 0 1 linear; * drive.detuning -1 1 linear; * drive.dephasing 0 10 linear;
    * drive.distance 0 5 linear; * drive.rabi 0.01 3 log; * engine.action 0.01 30 log; * hot.squeezing 0 2 linear; * carnot.expansion 0.2 5 log;
    demon demon.angle 0 1.5707963267948966 linear; * *.angle 0 3.141592653589793 linear; swap medium.levels 2 3 whole; * medium.levels 2 8 whole;
    * medium.degeneracy 1 20 whole; * environment.size 1 8 whole; * environment.rounds 1 5 whole; * observer.kept 0 8 whole; * battery.cells 1 6 whole;
    * cavity.photons 1 6 whole; * probe.shots 10 10000 whole""".split(";")]
# The media that a parameter is for, where not for all.
MEDIA = {"model": {"three-qubits"}, "medium.interaction": {"three-qubits"}, "medium.levels": {"ladder", "box"}, "medium.degeneracy": {"two-level"},
         "medium.tunnelling": {"qubit"}, "hot.squeezing": {"oscillator"},
         **dict.fromkeys(("medium.exchange", "medium.anisotropy", "medium.zz", "medium.coupling-ratio"), {"two-qubits"})}
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def listed(cli, what):
    """Rows of a list of quench-cli, by lab."""
    rows = collections.defaultdict(list)
    for row in json.loads(subprocess.run([cli, "list", what, "--json"], check=True, capture_output=True, env=ENVIRONMENT).stdout):
        rows[row["lab"]].append(row)
    return rows


def presets(cli):
    figures = listed(cli, "figures")
    for lab, rows in listed(cli, "presets").items():
        for preset in rows:
            name, chosen = f"presets/{lab}/{preset['id']}", ["--lab", lab, "--preset", preset["id"]]
            yield f"{name}/run", ["run", *chosen, "--format", "json"]
            yield f"{name}/trace", ["run", *chosen, "--cycles", "3", "--trace", "trace.csv"]
            yield f"{name}/runs", ["run", *chosen, "--trajectories", "200", "--seed", "1", "--format", "json"]
            for figure in figures[lab]:
                yield (f"{name}/figure-{figure['id']}", ["figure", figure["id"], *chosen, "--trajectories", "200", "--seed", "1",
                                                         "--size", "6400x4800", "-o", "figure.svg"])


def applies(name, values):
    if name.startswith("medium.spacing."):
        return values["medium.kind"] == "ladder" and int(name[-1]) < int(values.get("medium.levels", 3))
    return name not in MEDIA or values.get("medium.kind") in MEDIA[name] | {None}


def drawn(dice, parameter):
    """A random value as --set takes it; None: leave it alone, as what is special is special by default (no tunnelling, equal gaps)."""
    if choices := parameter["choices"] or (["true", "false"] if parameter["kind"] == "switch" else []):
        return dice.choice(choices)
    low, high, scale = next((row[2:] for row in SLIDERS if fnmatch.fnmatchcase(f"{parameter['lab']} {parameter['id']}", " ".join(row[:2]))),
                            (parameter["min"], parameter["max"], "linear"))
    low, high, how = float(low), float(high), dice.random()
    if scale == "whole":
        return str(dice.randint(int(low), int(high)))
    if how < 0.15:
        return None
    if how < 0.25:  # an end; of a duration, none at all
        return repr(dice.choice((0.0 if parameter["id"].startswith("stroke.") and parameter["min"] == 0 else low, high)))
    return repr(math.exp(dice.uniform(math.log(low), math.log(high))) if scale == "log" else dice.uniform(low, high))


def settings(dice, parameters, fixed):
    values = dict(fixed)
    for parameter in parameters:
        if parameter["id"] not in values and applies(parameter["id"], values) and (value := drawn(dice, parameter)) is not None:
            values[parameter["id"]] = value
    return [word for name, value in values.items() for word in ("--set", f"{name}={value}")]


def machines(cli, number):
    for lab, parameters in listed(cli, "parameters").items():
        split, groups = [p for p in parameters if p["id"] in KINDS and lab in WITH_MEDIA], {}
        for kinds in itertools.product(*(p["choices"] for p in split)):
            fixed = {p["id"]: kind for p, kind in zip(split, kinds)}
            fixed = {name: kind for name, kind in fixed.items() if applies(name, fixed)}
            groups["/".join(["machines", lab, *fixed.values()])] = fixed
        for (group, fixed), i in itertools.product(groups.items(), range(number if lab in WITH_MEDIA else min(number, REMAINING))):
            yield f"{group}/{i:05}", ["run", "--lab", lab, *settings(random.Random(f"{SEED} {group} {i}"), parameters, fixed), "--format", "json"]


def run(cli, name, args, timeout):
    """One item; what the program writes goes into a folder of its own. No timeout: known to take too long, not run."""
    item = {"id": name, "args": args, "status": "timeout", "out": "", "err": "", "files": {}}
    command = ["sh", "-c", f'ulimit -S -t {timeout} && exec "$0" "$@"', cli, *args]
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(subprocess.TimeoutExpired):  # it may also stand still
        done = timeout and subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, timeout=30 * timeout, check=False)
        if done and done.returncode != -signal.SIGXCPU:
            item.update(status=done.returncode, out=done.stdout.decode("utf-8", "replace"), err=done.stderr.decode("utf-8", "replace"),
                        files={file.name: file.read_bytes().decode("utf-8", "replace") for file in sorted(pathlib.Path(folder).iterdir())})
    return item


def wanted(name, only):
    return not only or only in name.split("/")[:2]


def items(path, only):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        yield from (item for item in map(json.loads, file) if wanted(item["id"], only))


def record(options):
    cli = os.path.abspath(options.cli)
    if options.like:
        todo = [(item["id"], item["args"], item["status"] != "timeout" and 3 * TIMEOUT) for item in items(options.like, options.only)]
    else:
        every = itertools.chain(presets(cli), machines(cli, options.machines))
        todo = sorted((name, args, TIMEOUT) for name, args in every if wanted(name, options.only))
    part, counts = options.outfile + ".part", collections.Counter()
    with open(part, "wb") as raw, multiprocessing.pool.ThreadPool(options.jobs) as pool:
        # Neither name nor time of the file goes into what is packed.
        with gzip.GzipFile("", "wb", 6, raw, 0) if options.outfile.endswith(".gz") else contextlib.nullcontext(raw) as file:
            for item in pool.imap(lambda task: run(cli, *task), todo):
                file.write((json.dumps(item) + "\n").encode())
                counts[item["status"]] += 1
                if item["status"] not in (0, 1, 2):  # neither done nor refused
                    print(f"{item['id']}: status {item['status']}", flush=True)
    os.replace(part, options.outfile)
    print(f"{len(todo)} items;", ", ".join(f"status {status}: {n}" for status, n in sorted(counts.items(), key=str)))


def leaves(value, path):
    """Every value of a JSON document, by its path."""
    if not isinstance(value, (dict, list)):
        yield path, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from leaves(inner, f"{path}/{key}")


def places(item):
    """Everything of an item, by its place: paths of JSON, lines of all else."""
    found = {"args": " ".join(item["args"]), "status": item["status"]}
    for name, text in (("err", item["err"]), ("out", item["out"]), *item["files"].items()):
        try:
            found.update(leaves(json.loads(text), name))
        except ValueError:
            found.update((f"{name}:{n}", line) for n, line in enumerate(text.splitlines(), 1))
    return found


def numbers(value):
    return [float(n) for n in NUMBER.findall(value)] if isinstance(value, str) else [] if value is None else [float(value)]


def difference(a, b):
    """The first, in words, and the largest of numbers, as {"relative": (size, words), "absolute": (size, words)}."""
    if a is None or b is None:
        return f"only in {'B' if a is None else 'A'}", {}
    a, b = places(a), places(b)
    first, largest = "equal values, written differently", {}
    for place in reversed([place for place in {**a, **b} if place not in a or place not in b or a[place] != b[place]]):
        texts = [str(side.get(place, "nothing")) for side in (a, b)]
        start = max(0, len(os.path.commonprefix(texts)) - 20)
        first = f"{place}: " + " -> ".join(("…" if start else "") + text[start:start + 60] for text in texts)
        x, y = numbers(a.get(place)), numbers(b.get(place))
        for x, y in zip(x, y) if len(x) == len(y) else ():
            for kind, size in (("relative", abs(x - y) / (max(abs(x), abs(y)) or 1)), ("absolute", abs(x - y))):
                largest[kind] = max(largest.get(kind, (0, "")), (size, f"{place}: {x!r} -> {y!r}"))
    return first, largest


def pairs(a, b):
    """Items of two records by id, None for one that is missing."""
    x, y = next(a, None), next(b, None)
    while x or y:
        left, right = not y or x and x["id"] <= y["id"], not x or y and y["id"] <= x["id"]
        yield x if left else None, y if right else None
        x, y = next(a, None) if left else x, next(b, None) if right else y


def compare(options):
    totals, counts, largest = collections.Counter(), collections.Counter(), collections.defaultdict(lambda: (0, ""))
    for a, b in pairs(items(options.a, options.only), items(options.b, options.only)):
        name = (a or b)["id"]
        group = "/".join(name.split("/")[:2]) if name.startswith("presets/") else os.path.dirname(name)
        totals[group] += 1
        if a != b:
            first, sizes = difference(a, b)
            counts[group] += 1
            if not options.most or counts[group] <= options.most:
                print(f"{name}: {first}")
            for kind, (size, words) in sizes.items():
                largest[group, kind] = max(largest[group, kind], (size, f"{name} {words}"))
    for group, n in counts.items():
        print(f"{group}: {n} of {totals[group]} differ")
    for (group, kind), (size, words) in sorted(largest.items()):
        print(f"{group}: largest {kind} difference {size:.3g}, {words}")
    print(f"{totals.total()} items, {counts.total() or 'none'} of them different")
    return 1 if counts else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="record|compare")
    one, two = commands.add_parser("record", help="write down what a program tells"), commands.add_parser("compare", help="status 1 if anything differs")
    for command, names in ((one, ("QUENCH-CLI", "OUTFILE")), (two, ("A", "B"))):
        for name in names:
            command.add_argument(name.lower().replace("quench-", ""), metavar=name)
        command.add_argument("--only", metavar="WHAT", help="presets, machines, or the id of a lab")
    one.add_argument("--machines", type=int, default=1500, metavar="N", help="random machines of each medium (default: 1500)")
    one.add_argument("--jobs", type=int, default=2, metavar="N", help="processes at once (default: 2)")
    one.add_argument("--like", metavar="RECORD", help="run exactly the items of another record")
    two.add_argument("--most", type=int, default=10, metavar="N", help="items told of each group (default: 10; 0: all)")
    options = parser.parse_args()
    parser.exit(record(options) if "cli" in options else compare(options))


if __name__ == "__main__":
    main()
