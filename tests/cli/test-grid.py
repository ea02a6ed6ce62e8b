#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sweeps, maps and batches: the same bytes by one thread or many, in one run, in shards, or broken off and resumed.

    test-grid.py QUENCH_CLI
"""
import array
import contextlib
import csv
import glob
import io
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from tap import Skip, case, run

CLI = os.path.abspath(sys.argv[1])
signal.signal(signal.SIGINT, signal.default_int_handler)
MAP = ["map", "--preset", "friction", "--x", "hot.temperature=1:8:11", "--y", "spacing.hot=1.2:5:7:log", "--value", "power,efficiency"]
# Some seconds by one thread.
SLOW = ["map", "--set", "medium.kind=two-qubits", "--set", "stroke.drive=40", "--x", "hot.temperature=1:8:60", "--y", "spacing.hot=1.2:5:400", "--value", "power"]


def quench(*arguments, cwd=None, status=0, stdin=None):
    done = subprocess.run([CLI, *arguments], cwd=cwd, input=stdin, capture_output=True, check=False)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done


def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def refuse(arguments, *words, status=2):
    done = quench(*arguments, status=status)
    said = done.stderr.decode()
    assert said.count("\n") == 1 and not done.stdout, said
    for word in words:
        assert word in said, (word, said)


@case("each point is what the experiment itself tells")
def _():
    rows = list(csv.DictReader(io.StringIO(quench(*MAP, "-o", "-").stdout.decode())))
    assert len(rows) == 77
    assert [float(r["hot.temperature"]) for r in rows[:11]] == [1 + 7 * i / 10 for i in range(11)]
    for row in (rows[0], rows[40], rows[76]):
        alone = json.loads(quench("run", "--preset", "friction", "--set", f"hot.temperature={row['hot.temperature']}",
                                  "--set", f"spacing.hot={row['spacing.hot']}", "--format", "json").stdout)
        assert float(row["power"]) == alone["results"]["power"], (row, alone["results"])
        assert row["efficiency"] == ("" if alone["results"]["efficiency"] is None else repr(alone["results"]["efficiency"])), row
        assert row["mode"] == alone["results"]["mode"]
        assert row["doubts"] == "+".join(alone["doubts"])


@case("one thread or many, one run or shards in any order: the same bytes")
def _():
    with tempfile.TemporaryDirectory() as folder:
        for threads in "1", "2", "7":
            for kind in "csv", "npy", "jsonl":
                quench(*MAP, "-o", f"{threads}.{kind}", "--threads", threads, cwd=folder)
        for k in range(1, 6):
            quench(*MAP, "-o", f"part-{k}.jsonl", "--shard", f"{k}/5", cwd=folder)
        assert sorted(os.listdir(folder)) == sorted([f"{t}.{k}" for t in "127" for k in ("csv", "npy", "jsonl")] + [f"part-{k}.jsonl" for k in range(1, 6)])
        shards = [f"part-{k}.jsonl" for k in (4, 2, 5, 1, 3)]
        for kind in "csv", "npy", "jsonl":
            quench("merge", *shards, "-o", f"whole.{kind}", cwd=folder)
            for other in "1", "2", "7":
                assert read(folder, f"whole.{kind}") == read(folder, f"{other}.{kind}"), (kind, other)
        refuse(["merge", *(os.path.join(folder, s) for s in shards[1:]), "-o", os.path.join(folder, "none.csv")], "points 47 to 61 of 77")
        quench(*MAP[:-1], "power", "--shard", "1/5", "-o", "other.jsonl", cwd=folder)
        refuse(["merge", os.path.join(folder, shards[0]), os.path.join(folder, "other.jsonl"), "-o", "-"], "other.jsonl", "does not belong")


@case("an array is that of NumPy's format")
def _():
    with tempfile.TemporaryDirectory() as folder:
        quench(*MAP, "-o", "a.npy", cwd=folder)
        data = read(folder, "a.npy")
    assert data[:8] == b"\x93NUMPY\x01\x00"
    length = int.from_bytes(data[8:10], "little")
    assert (10 + length) % 64 == 0
    assert eval(data[10:10 + length]) == {"descr": "<f8", "fortran_order": False, "shape": (2, 7, 11)}  # pylint: disable=eval-used
    numbers = array.array("d", data[10 + length:])
    if sys.byteorder == "big":
        numbers.byteswap()
    rows = list(csv.DictReader(io.StringIO(quench(*MAP, "-o", "-").stdout.decode())))
    assert len(numbers) == 2 * 77 and numbers[30] == float(rows[30]["power"])
    assert all((n != n) == (r["efficiency"] == "") for n, r in zip(numbers[77:], rows))


@case("a point that cannot be computed is a hole with its reason")
def _():
    arguments = ["sweep", "--lab", "otto", "--set", "hot.coupling=1e6", "--set", "stroke.hot=1e6", "--set", "medium.kind=oscillator", "--set", "stroke.drive=0.5",
                 "--x", "spacing.hot=1e-6:1e6:5:log", "--value", "power"]
    rows = list(csv.DictReader(io.StringIO(quench(*arguments, "-o", "-").stdout.decode())))
    holes = [r for r in rows if r["hole"]]
    assert holes and len(holes) < len(rows), rows
    for row in rows:
        alone = subprocess.run([CLI, "run", "--set", "hot.coupling=1e6", "--set", "stroke.hot=1e6", "--set", "medium.kind=oscillator", "--set", "stroke.drive=0.5",
                                "--set", f"spacing.hot={row['spacing.hot']}"], capture_output=True, text=True, check=False)
        assert (alone.returncode != 0) == bool(row["hole"]), (row, alone)
        if row["hole"]:
            assert row["hole"] in alone.stderr and row["power"] == "" and row["mode"] == "", (row, alone.stderr)


@case("what cannot be asked is refused in one line that names it")
def _():
    sweep = ["sweep", "--value", "power", "-o", "-", "--x"]
    refuse(sweep + ["hot.temperature=0:1:5"], "hot.temperature: 0", "1e-06 to 1e+06")
    refuse(sweep + ["hot.coupling=0:1:5:log"], "hot.coupling=0:1:5:log", "logarithm")
    refuse(sweep + ["hot.coupling=1:0:5"], "FROM below TO")
    refuse(sweep + ["hot.coupling=0:1:0"], "“0” points", "1 to 100000")
    refuse(sweep + ["hot.coupling=0:1"], "hot.coupling=0:1", "FROM:TO:POINTS")
    refuse(sweep + ["hot.coupling=0:1:5:cubic"], "cubic")
    refuse(sweep + ["hot.colour=0:1:5"], "hot.colour", "hot.temperature")
    refuse(sweep + ["medium.kind=0:1:5"], "medium.kind", "no real number", "hot.temperature")
    refuse(sweep + ["medium.levels=2:8:7"], "medium.levels", "no real number")
    refuse(MAP[:-1] + ["beauty", "-o", "-"], "beauty", "efficiency")
    refuse(MAP[:-1] + ["mode", "-o", "-"], "mode", "no number")
    refuse(MAP[:-1] + ["power,power", "-o", "-"], "power", "twice")
    refuse(["map", "--x", "hot.coupling=0:1:5", "--y", "hot.coupling=1:2:3", "--value", "power", "-o", "-"], "hot.coupling", "two different parameters")
    refuse(["map", "--x", "hot.coupling=0:1:5", "--value", "power", "-o", "-"], "--y")
    refuse(["map", "--x", "hot.coupling=0:1:99999", "--y", "cold.coupling=0:1:99999", "--value", "power", "-o", "-"], "4000000")
    refuse(["sweep", "--x", "hot.coupling=0:1:5", "-o", "-"], "--value")
    refuse(MAP, "-o FILE")
    refuse(MAP + ["-o", "a.bmp"], "a.bmp", ".csv")
    refuse(MAP + ["-o", "a.jsonl", "--shard", "0/3"], "0/3")
    refuse(MAP + ["-o", "a.jsonl", "--shard", "4/3"], "4/3")
    refuse(MAP + ["-o", "a.jsonl", "--shard", "1/3x"], "1/3x")
    refuse(MAP + ["-o", "a.csv", "--shard", "1/3"], "a.csv", ".jsonl")
    refuse(MAP + ["-o", "-", "--resume"], "--resume")
    refuse(MAP + ["-o", "-", "--threads", "-1"], "--threads")
    refuse(MAP + ["-o", "none/a.csv"], "none", status=1)
    refuse(["merge", "-o", "-"], "shards")
    refuse(["merge", "none.jsonl", "-o", "-"], "none.jsonl")
    refuse(["batch"], "file")
    refuse(sweep + ["hot.coupling=0:1:5", "a.quench", "b.quench"], "b.quench", "one file too many")
    for command in "sweep", "map", "merge", "batch":
        refuse([command, "--bogus"], "bogus")
    refuse(["batch", "none.jsonl"], "none.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "bad.jsonl"), "w", encoding="ascii") as file:
            file.write("{}\n")
        refuse(["merge", os.path.join(folder, "bad.jsonl"), "-o", "-"], "bad.jsonl", "file of points")
        shard = os.path.join(folder, "shard.jsonl")
        quench(*MAP, "-o", shard, "--shard", "1/7")
        kept = read(shard).splitlines(keepends=True)
        for wrong in b'{"point": 77, "values": [1, 2]}', b'{"point": 1, "values": [1]}', b'{"values": [1, 2]}', b"[]", b"none":
            with open(shard, "wb") as file:
                file.writelines([*kept[:2], wrong + b"\n", *kept[3:]])
            refuse(["merge", shard, "-o", "-"], "shard.jsonl", "line 3 is no point")
        with open(shard, "wb"):
            pass
        refuse(["merge", shard, "-o", "-"], "shard.jsonl", "file of points")
        lines = os.path.join(folder, "lines")
        with open(lines, "w", encoding="ascii") as file:
            file.write('{"quench": 1, "lab": "otto"}\n')
        refuse(["batch", lines, "--threads", "-1"], "--threads", "-1")
        refuse(["batch", lines, "-o", "none/a.jsonl"], "none", status=1)


@case("a point that has no answer is a hole that says why, in shards as in one run")
def _():
    crossing = ["sweep", "--x", "spacing.cold=-1:1:3", "--value", "power"]
    with tempfile.TemporaryDirectory() as folder:
        for k in "1", "2":
            quench(*crossing, "-o", f"{k}.jsonl", "--shard", f"{k}/2", cwd=folder)
        holes = [json.loads(line) for k in "12" for line in read(folder, f"{k}.jsonl").splitlines()[1:]]
        assert ["hole" in point for point in holes] == [False, True, False] and "gap 0" in holes[1]["hole"], holes
        quench("merge", "1.jsonl", "2.jsonl", "-o", "whole.csv", cwd=folder)
        assert read(folder, "whole.csv") == quench(*crossing, "-o", "-").stdout


@case("what is on an axis and changes nothing is said")
def _():
    done = quench("sweep", "--x", "medium.exchange=0:1:3", "--value", "power", "-o", "-")
    assert b"medium.exchange has no effect" in done.stderr, done.stderr


@contextlib.contextmanager
def under_way(folder, *more, **how):
    """A slow map, once it has kept something."""
    child = subprocess.Popen([CLI, *SLOW, "-o", "a.csv", "--threads", "1", *more], cwd=folder, **how)
    try:
        part = os.path.join(folder, "a.csv.part")
        size = os.path.getsize(part) if os.path.exists(part) else 0
        while child.poll() is None and not (os.path.exists(part) and os.path.getsize(part) > size):
            time.sleep(0.01)
        assert child.poll() is None, "too fast for this test"
        yield child
    finally:
        child.kill()
        child.wait()


@case("killed, or interrupted, a run goes on where it stopped, to the same bytes")
def _():
    with tempfile.TemporaryDirectory() as folder:
        with under_way(folder) as child:
            child.kill()
        refuse_in = subprocess.run([CLI, *SLOW, "-o", "a.csv"], cwd=folder, capture_output=True, text=True, check=False)
        assert refuse_in.returncode == 2 and "--resume" in refuse_in.stderr and "a.csv.part" in refuse_in.stderr, refuse_in
        with open(os.path.join(folder, "a.csv.part"), "ab") as file:
            file.write(b'{"point": 12')  # as a machine that fails in the middle of a line leaves it
        known = read(folder, "a.csv.part").count(b"\n")
        with under_way(folder, "--resume", stderr=subprocess.PIPE) as child:
            child.send_signal(signal.SIGINT)
            said = child.communicate()[1]
            assert child.returncode == -signal.SIGINT and b"--resume" in said, said
        assert read(folder, "a.csv.part").count(b"\n") > known
        other = subprocess.run([CLI, *SLOW[:-1], "efficiency", "-o", "a.csv", "--resume"], cwd=folder, capture_output=True, text=True, check=False)
        assert other.returncode == 2 and "a.csv.part" in other.stderr, other
        quench(*SLOW, "-o", "a.csv", "--resume", cwd=folder)
        quench(*SLOW, "-o", "b.csv", "--resume", cwd=folder)  # nothing to go on from: from the start
        assert read(folder, "a.csv") == read(folder, "b.csv")
        assert sorted(os.listdir(folder)) == ["a.csv", "b.csv"]


@case("a terminal is told how far it is")
def _():
    here, there = pty.openpty()
    with tempfile.TemporaryDirectory() as folder, under_way(folder, "--y", "spacing.hot=1.2:5:1200", stderr=there):  # ten times as slow: it is told after a second
        os.close(there)
        said = b""
        while b" of 72000 points" not in said:
            said += os.read(here, 1000)
    os.close(here)


@case("a batch answers line by line, in order, whatever a line says")
def _():
    lines = [json.dumps({"quench": 1, "lab": lab, "parameters": values}) for lab, values in
             [("otto", {"hot.temperature": 2 + i / 10}) for i in range(70)] + [("maser", {}), ("battery", {})]]
    lines[3] = '{"quench": 1, "lab": "diesel"}'
    lines[5] = "not JSON"
    with tempfile.TemporaryDirectory() as folder:
        for name, part in ("a", lines[:20]), ("b", lines[20:]):
            with open(os.path.join(folder, name), "w", encoding="ascii") as file:
                file.write("\n\n".join(part))
        done = quench("batch", "a", "b", "--threads", "3", cwd=folder, status=1)
        assert b"2 of 72 experiments" in done.stderr, done.stderr
        assert done.stdout == quench("batch", "-", "--threads", "1", stdin="\n".join(lines).encode(), status=1).stdout
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == 72 and "diesel" in answers[3]["error"] and "error" in answers[5]
    for i in 0, 17, 69:
        assert answers[i]["parameters"]["hot.temperature"] == 2 + i / 10
        alone = quench("run", "--set", f"hot.temperature={2 + i / 10}", "--format", "json").stdout
        assert answers[i] == json.loads(alone)
    again = quench("batch", "-", stdin=done.stdout.splitlines()[0]).stdout
    assert json.loads(again) == answers[0], "an answer is a question, too"


@case("GNU parallel: shards at a time, merged to the bytes of one run")
def _():
    if not shutil.which("parallel") or b"GNU" not in subprocess.run(["parallel", "--version"], capture_output=True, check=False).stdout:
        raise Skip("GNU parallel is not installed")
    with tempfile.TemporaryDirectory() as folder:
        command = " ".join([CLI, *MAP, "--threads", "1", "--resume", "--shard", "{}/6", "-o", "part-{}.jsonl"])
        done = subprocess.run(["parallel", "--will-cite", "-j", "2", command, ":::", *map(str, range(1, 7))], cwd=folder, env={**os.environ, "HOME": folder},
                              capture_output=True, text=True, check=False)
        assert done.returncode == 0, done
        quench("merge", *sorted(os.path.basename(p) for p in glob.glob(os.path.join(folder, "part-*"))), "-o", "whole.csv", cwd=folder)
        assert read(folder, "whole.csv") == quench(*MAP, "-o", "-").stdout


@case("Slurm: an array of shards, merged to the bytes of one run")
def _():
    if not shutil.which("sbatch") or subprocess.run(["sinfo", "-h"], capture_output=True, check=False).returncode != 0:
        raise Skip("Slurm is not installed, or runs no node")
    with tempfile.TemporaryDirectory(dir=os.path.expanduser("~")) as folder:  # which a node sees as well
        command = " ".join([CLI, *MAP, "--threads", "1", "--resume", "--shard", "$SLURM_ARRAY_TASK_ID/3", "-o", "part-$SLURM_ARRAY_TASK_ID.jsonl"])
        subprocess.run(["sbatch", "--wait", "--array=1-3", "--output=%a.log", f"--wrap={command}"], cwd=folder, check=True, capture_output=True)
        quench("merge", *(f"part-{k}.jsonl" for k in (1, 2, 3)), "-o", "whole.csv", cwd=folder)
        assert read(folder, "whole.csv") == quench(*MAP, "-o", "-").stdout


run()
