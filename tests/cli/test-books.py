#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The books of every preset, closed from the files that quench-cli writes and from nothing else.

    test-books.py QUENCH_CLI
"""
import csv
import json
import math
import os
import re
import subprocess
import sys
import tempfile

from tap import case, missing, run, say

CLI = sys.argv[1]
CYCLES = 3
HEATS = ("heat_hot", "heat_cold", "heat_work", "heat_regenerator")
CLOSE = 1e-9
ROUNDED = 4e-16
OF_THE_DRIVE = ("fluctuations",)  # results are those of the first stroke, from equilibrium and not in the cycle: isolated ones are compared
DEGENERATE = ("equilibrium", "thermometry")  # a level may stand for several states


def cli(*arguments, status=0):
    done = subprocess.run([CLI, *arguments], capture_output=True, text=True)
    assert done.returncode == status, f"{arguments}: {done.returncode}, {done.stderr}"
    return done.stdout


def presets():
    for row in json.loads(cli("list", "presets", "--json")):
        yield row["lab"], row["id"]


def machines():
    """Those that have readings to trace."""
    with tempfile.TemporaryDirectory() as folder:
        for lab in json.loads(cli("list", "labs", "--json")):
            done = subprocess.run([CLI, "run", "--lab", lab["id"], "--trace", os.path.join(folder, "a")], capture_output=True)
            if done.returncode == 0:
                yield lab["id"]


MACHINES = set(machines())


def outputs(lab, preset, cycles):
    """What `run` prints and the rows of its trace, text turned into numbers."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "trace.csv")
        told = json.loads(cli("run", "--lab", lab, "--preset", preset, "--format", "json", "--cycles", str(cycles), "--trace", path))
        with open(path, encoding="ascii", newline="") as file:
            rows = [{key: value if key == "stroke" else float(value) if value else math.nan for key, value in row.items()} for row in csv.DictReader(line for line in file if not line.startswith("#"))]
    return told, rows


def heat(row):
    return sum(row[key] for key in HEATS if key in row)


class Books:
    """Complains of what does not close, in units of the largest energy there is."""

    def __init__(self, name, rows):
        self.name, self.bad, self.worst = name, [], 0
        self.scale = max([abs(row["energy"]) for row in rows] + [abs(heat(row)) for row in rows] + [abs(row["work_output"]) for row in rows] + [1e-300])

    def equal(self, what, a, b, scale=None, within=CLOSE):
        off = abs(a - b) / (scale or self.scale)
        self.worst = max(self.worst, off)
        if not off <= within:
            self.bad.append(f"{self.name}: {what}: {a!r} beside {b!r}")


def close_cycle(books, rows, before):
    """The first law in every row of one cycle; returns the energy it ends with."""
    for row in rows:
        books.equal(f"first law at {row['time']}", row["energy"] - heat(row) + row["work_output"], before)
    return rows[-1]["energy"]


def comparable(told, key):
    return told["results"].get(key) is not None and not (told["lab"] in OF_THE_DRIVE and told["results"][key] != 0)


def close_totals(books, told, rows, per):
    last = [row for row in rows if told["lab"] not in OF_THE_DRIVE or row["cycle"] == rows[-1]["cycle"] and row["stroke"] == rows[0]["stroke"]][-1]
    for key in ("work_output", *HEATS):
        if key in last and comparable(told, key):
            books.equal(f"{key} of the trace and the result", last[key] * per, told["results"][key], books.scale * per)


def close_strokes(books, told, per):
    strokes, results = told["strokes"], told["results"]
    whole = strokes[:1] if told["lab"] in OF_THE_DRIVE else strokes
    for stroke in strokes:
        books.equal(f"first law of {stroke['id']}", stroke["energy_end"] - stroke["energy_start"], heat(stroke) - stroke["work_output"])
    for one, other in zip(strokes, strokes[1:]):
        books.equal(f"energy from {one['id']} to {other['id']}", one["energy_end"], other["energy_start"])
    for key in ("work_output", "heat_hot", "heat_cold", "heat_work", "friction_work", "drive_cost"):
        if comparable(told, key):
            values = [stroke[key] for stroke in whole]
            if None not in values:
                books.equal(f"{key} of the strokes and the result", sum(values) * per, results[key], books.scale * per)


def close_state(books, told, row):
    """What the columns of the state say of it, worked out by hand."""
    n = len([key for key in row if key.startswith("population_")])
    if "xx" in row:
        w, A, B, C = row["control"], row["xx"], row["pp"], row["xp"]
        books.equal("energy of the moments", (B + w * w * A) / 2, row["energy"])
        if not math.isnan(row["purity"]):
            books.equal("purity of the moments", 0.5 / math.sqrt(A * B - C * C), row["purity"], 1, 1e-7)
        return
    if told["lab"] in DEGENERATE:
        return
    diagonal = [row.get(f"rho_{i}_{i}", row[f"population_{i}"]) for i in range(n)]
    if "rho_0_0" in row:
        beside = sum(row[f"rho_{i}_{j}_re"] ** 2 + row[f"rho_{i}_{j}_im"] ** 2 for i in range(n) for j in range(i + 1, n))
        purity = sum(p * p for p in diagonal) + 2 * beside
    elif n == 2:
        purity = (1 + sum(row[f"bloch_{axis}"] ** 2 for axis in "xyz")) / 2
    else:
        purity = sum(p * p for p in diagonal)
    books.equal("trace", sum(diagonal), 1, 1)
    books.equal("purity of the state", purity, row["purity"], 1)


def close_ends(books, told, rows):
    """The state that a stroke is said to end in and the last row of the trace in it."""
    for number, stroke in enumerate(told["strokes"]):
        same = [row for row in rows if row["cycle"] == rows[-1]["cycle"] and row["stroke"] == stroke["id"]]
        if [other["id"] for other in told["strokes"]].count(stroke["id"]) > 1 or not same:
            continue
        last, end = same[-1], stroke["end"]
        for key in ("control", "force", "temperature", "coherence_l1", "purity", "ergotropy", "concurrence", "xx", "pp", "xp"):
            if end.get(key) is not None and key in last and not math.isnan(last[key]):
                books.equal(f"{key} at the end of stroke {number}", end[key], last[key], abs(last[key]) + 1, 1e-7)
        if "rho_re" in end:
            books.equal(f"trace at the end of stroke {number}", sum(row[i] for i, row in enumerate(end["rho_re"])), 1, 1)
        if "rho_0_1_re" in last:
            books.equal(f"coherence at the end of stroke {number}", end["rho_re"][0][1], last["rho_0_1_re"], 1, 1e-7)


def close_times(books, rows, period):
    for row, after in zip(rows, rows[1:]):
        if not after["time"] >= row["time"]:
            books.bad.append(f"{books.name}: {after['time']} after {row['time']}")
    for row in rows:
        turned = (row["cycle"] - 1) * period
        if not turned * (1 - ROUNDED) <= row["time"] <= (turned + period) * (1 + ROUNDED):
            books.bad.append(f"{books.name}: {row['time']!r} in cycle {row['cycle']:g}")
    books.equal("end", rows[-1]["time"], rows[-1]["cycle"] * period, period * rows[-1]["cycle"], ROUNDED)


def close(lab, preset, cycles):
    told, rows = outputs(lab, preset, cycles)
    books = Books(f"{lab} {preset}, {cycles} cycles", rows)
    period = sum(stroke["duration"] for stroke in told["strokes"])
    per = 1 / period if len(told["strokes"]) == 1 and told["strokes"][0]["id"] == "steady" else 1
    energy = rows[0]["energy"] - heat(rows[0]) + rows[0]["work_output"]
    for number in range(1, max(cycles, 1) + 1):
        cycle = [row for row in rows if row["cycle"] == number]
        energy = close_cycle(books, cycle, energy)
    close_totals(books, told, rows, per)
    close_strokes(books, told, per)
    close_times(books, rows, period)
    close_ends(books, told, rows)
    for row in rows:
        close_state(books, told, row)
    return books


def register(lab):
    @case(f"{lab}: the books of every preset close in every row and every total")
    def _():
        done = [close(lab, preset, cycles) for where, preset in presets() if where == lab for cycles in (0, CYCLES)]
        say(f"{lab}: {len(done)} outputs, off by {max(books.worst for books in done):.1e} at most")
        bad = sum((books.bad for books in done), [])
        assert done and not bad, missing(bad[:20], f"{len(bad)} do not close")


for each in sorted(MACHINES):
    register(each)


@case("what a run says is an experiment file that says the same again")
def _():
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "told.json")
        for lab, preset in presets():
            told = cli("run", "--lab", lab, "--preset", preset, "--format", "json")
            with open(path, "w", encoding="utf-8") as file:
                file.write(told)
            if cli("run", path, "--format", "json") != told or not {"version", "lab", "preset", "parameters"} <= set(json.loads(told)):
                bad.append(f"{lab} {preset}")
    assert not bad, missing(bad, "said otherwise")


@case("numbers are numbers, choices lists, and nothing is minus nought")
def _():
    parameters = json.loads(cli("list", "parameters", "--json"))
    types = {"real": (int, float), "integer": int, "switch": bool, "choice": str}
    bad = [f"{row['lab']} {row['id']}" for row in parameters
           if not isinstance(row["default"], types[row["kind"]]) or not isinstance(row["choices"], list)
           or (row["kind"] == "choice") != (row["default"] in row["choices"])
           or (row["kind"] in ("real", "integer")) != isinstance(row["min"], (int, float)) or (row["min"] is None) != (row["max"] is None)]
    assert len(parameters) > 100 and not bad, missing(bad, "not so")
    for preset in ("textbook", "friction"):
        for number in re.findall(r"-?\d+\.?\d*(?:e[-+]\d+)?", cli("run", "--preset", preset, "--format", "json")):
            shortest = repr(float(number))
            assert float(number) != 0 or number == "0", number
            assert len(number) <= len(shortest) or "e" in shortest, f"{number}, not {shortest}"


def memory(cycles):
    """The most that a run of so many cycles holds at once, in kB."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        # The address sanitiser keeps what is freed, unless told.
        options = os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=0:thread_local_quarantine_size_kb=0"
        os.execve(CLI, [CLI, "run", "--preset", "friction", "--cycles", str(cycles), "--trace", "-"], {**os.environ, "ASAN_OPTIONS": options})
    status, used = os.wait4(child, 0)[1:]
    assert status == 0, status
    return used.ru_maxrss


@case("a long trace holds no more in memory than a short one")
def _():
    few, many = memory(2), memory(200)
    say(f"{few} kB and {many} kB")
    assert many < few + 2000, f"{many} kB of 200 cycles, {few} kB of 2"


@case("labs that are machines are there")
def _():
    assert {"otto", "carnot", "stirling", "absorption", "maser", "transport", "swap"} <= MACHINES, MACHINES


run()
