#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collisions, batteries, thermometers and demons of random parameters, against QuTiP.

usage: test-qutip-resources.py QUENCH-CLI

QuTiP multiplies the states out with tensor(), turns them with expm(), follows damping with mesolve(), and judges them with
entropy_vn(), ptrace(), and eigenvalues; temperatures are told apart by differences.
"""
import random
import sys

from beside_qutip import np, qt, quench, tight

SEED = 20309
CASES = 10

GROUND, EXCITED = qt.basis(2, 0), qt.basis(2, 1)
LOWER = GROUND * EXCITED.dag()
TIGHT = tight(rtol=1e-11, atol=1e-13, nsteps=1000000)


def on(operator, place, n):
    return qt.tensor([operator if i == place else qt.qeye(2) for i in range(n)])


def thermal(spacing, temperature, coherence=0):
    p = 1 / (1 + np.exp(spacing / temperature))
    c = coherence * np.sqrt(p * (1 - p))
    return qt.Qobj([[1 - p, c], [c, p]])


def collisions(rng):
    n, rounds = rng.randint(1, 4), rng.randint(1, 3)
    p = {"environment.size": n, "environment.rounds": rounds, "swap.angle": rng.uniform(0, 3), "initial.coherence": rng.uniform(0, 1),
         "system.temperature": rng.uniform(0.2, 4), "environment.temperature": rng.uniform(0.2, 4), "observer.kept": rng.randint(0, n)}
    rho = qt.tensor([thermal(1, p["system.temperature"], p["initial.coherence"])] + [thermal(1, p["environment.temperature"])] * n)
    for step in range(n * rounds):
        other = 1 + step % n
        swap = 0.5 * (1 + sum(on(s, 0, n + 1) * on(s, other, n + 1) for s in (qt.sigmax(), qt.sigmay(), qt.sigmaz())))
        U = (-1j * p["swap.angle"] * swap).expm()
        rho = U * rho * U.dag()
    kept = p["observer.kept"]
    alone = [qt.entropy_vn(rho.ptrace(i)) for i in range(n + 1)]
    return quench("second-law", p), {
        "entropy_whole": qt.entropy_vn(rho), "entropy": alone[0], "entropy_parts": sum(alone),
        "entropy_environment": qt.entropy_vn(rho.ptrace(list(range(1, n + 1)))),
        "entropy_observer": qt.entropy_vn(rho.ptrace(list(range(kept + 1)))) + sum(alone[kept + 1:]),
    }, 1e-9


def ergotropy(H, rho):
    return (H * rho).tr().real - float(np.sort(rho.eigenenergies())[::-1] @ np.sort(H.eigenenergies()))


def battery(rng):
    n = rng.randint(1, 3)
    kind = rng.choice(["parallel", "collective", "cavity", "dissipative"])
    p = {"battery.charging": kind, "battery.cells": n, "battery.full": "false", "stroke.charge": rng.uniform(0.5, 6), "stroke.storage": rng.uniform(0.5, 6),
         "drive.strength": rng.uniform(0.1, 0.8), "bath.temperature": rng.uniform(0.1, 1), "bath.coupling": rng.uniform(0.01, 0.3), "battery.constraint": rng.choice(["norm", "deviation"])}
    lam, photons = p["drive.strength"], 1
    H0 = sum(on(LOWER.dag() * LOWER, i, n) for i in range(n))
    start = qt.ket2dm(qt.tensor([GROUND] * n))
    occupation = 1 / np.expm1(1 / p["bath.temperature"])
    damping = [np.sqrt(p["bath.coupling"] * rate) * on(A, i, n) for i in range(n) for rate, A in ((occupation + 1, LOWER), (occupation, LOWER.dag()))]
    if kind == "collective":
        jump = qt.tensor([LOWER.dag()] * n)
        V = lam * (n if p["battery.constraint"] == "norm" else np.sqrt(n)) * (jump + jump.dag())
    else:
        V = lam * sum(on(qt.sigmax(), i, n) for i in range(n))
    if kind == "cavity":
        photons = n + 1
        b = qt.tensor([qt.qeye(2)] * n + [qt.destroy(photons)])
        V = lam * sum(qt.tensor(on(LOWER.dag(), i, n), qt.qeye(photons)) * b for i in range(n))
        V = V + V.dag()
        start = qt.tensor(start, qt.fock_dm(photons, n))
    times = [0, p["stroke.charge"]]
    rho = qt.mesolve(V, start, times, damping if kind == "dissipative" else [], options=TIGHT).states[-1]
    rho = rho.ptrace(list(range(n))) if kind == "cavity" else rho
    stored = qt.mesolve(0 * H0, rho, [0, p["stroke.storage"]], damping, options=TIGHT).states[-1]
    one = rho.ptrace(0)
    return quench("battery", p), {
        "energy": (H0 * rho).tr().real, "ergotropy": ergotropy(H0, rho), "ergotropy_local": n * ergotropy(LOWER.dag() * LOWER, one),
        "energy_stored": (H0 * stored).tr().real, "ergotropy_stored": ergotropy(H0, stored),
    }, 1e-8


def thermometer(rng):
    """The quantum Fisher information from states at neighbouring temperatures."""
    p = {"medium.levels": 2, "probe.relaxed": "false", "stroke.contact": rng.uniform(0.5, 10), "bath.temperature": rng.uniform(0.3, 2), "bath.coupling": rng.uniform(0.05, 0.5),
         "probe.spacing": rng.uniform(0.3, 2), "initial.temperature": rng.uniform(0.1, 1), "initial.coherence": rng.uniform(0, 0.9)}
    w, T = p["probe.spacing"], p["bath.temperature"]

    def state(temperature):
        n = 1 / np.expm1(w / temperature)
        jumps = [np.sqrt(p["bath.coupling"] * (n + 1)) * LOWER, np.sqrt(p["bath.coupling"] * n) * LOWER.dag()]
        start = thermal(w, p["initial.temperature"], p["initial.coherence"])
        return qt.mesolve(w * LOWER.dag() * LOWER, start, [0, p["stroke.contact"]], jumps, options=TIGHT).states[-1].full()

    h = 2e-3 * T
    slope = (state(T - 2 * h) - 8 * state(T - h) + 8 * state(T + h) - state(T + 2 * h)) / (12 * h)
    values, vectors = np.linalg.eigh(state(T))
    slope = vectors.conj().T @ slope @ vectors
    fisher = sum(2 * abs(slope[i, k]) ** 2 / (values[i] + values[k]) for i in range(2) for k in range(2))
    return quench("thermometry", p), {"fisher_information": fisher}, 1e-8


def demon(rng):
    """A tilted measurement with errors, and the pulse: record and qubit as one 4 x 4 matrix."""
    p = {"demon.kind": "flip", "demon.angle": rng.uniform(0, 3), "demon.error": rng.uniform(0, 0.5), "demon.gap": rng.uniform(0.3, 3), "bath.temperature": rng.uniform(0.3, 3)}
    angle, error, w = p["demon.angle"], p["demon.error"], p["demon.gap"]
    axis = [np.cos(angle / 2) * GROUND - np.sin(angle / 2) * EXCITED, np.sin(angle / 2) * GROUND + np.cos(angle / 2) * EXCITED]
    rho = thermal(w, p["bath.temperature"])
    H = w * qt.tensor(EXCITED * EXCITED.dag(), qt.qeye(2))
    read = sum((1 - error if m == b else error) * qt.tensor(qt.ket2dm(axis[b]) * rho * qt.ket2dm(axis[b]), qt.fock_dm(2, m)) for m in range(2) for b in range(2))
    turn = sum(qt.tensor(GROUND * axis[m].dag() + EXCITED * axis[1 - m].dag(), qt.fock_dm(2, m)) for m in range(2))
    after = turn * read * turn.dag()
    return quench("demon", p), {
        "information": qt.entropy_vn(read.ptrace(0)) + qt.entropy_vn(read.ptrace(1)) - qt.entropy_vn(read), "memory_entropy": qt.entropy_vn(read.ptrace(1)),
        "work_output": (H * read).tr().real - (H * after).tr().real, "heat_measurement": (H * read).tr().real - w * rho[1, 1].real,
    }, 1e-10


def main():
    tests = [collisions, battery, thermometer, demon]
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        rng, worst, where = random.Random(SEED + number), 0, ""
        for _ in range(CASES):
            found, expected, tolerance = test(rng)
            for key, value in expected.items():
                if not abs(found[key] - value) <= worst * tolerance:
                    worst, where = abs(found[key] - value) / tolerance, f"{key}: {found[key]!r}, QuTiP has {value!r}"
        print(f"# {test.__name__}: worst {worst * tolerance:.2g} of {tolerance:g} allowed; {where}; seed {SEED + number}")
        print(f"{'ok' if worst <= 1 else 'not ok'} {number} {test.__name__} of {CASES} random sets agree with QuTiP")
        failed += worst > 1
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
