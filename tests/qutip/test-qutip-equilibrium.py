#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Equilibrium of random media against QuTiP.

usage: test-qutip-equilibrium.py QUENCH-CLI

QuTiP is given every state of a medium as a state of its own, the spectra without
an end far beyond what is warm. Ladders and pairs are led to equilibrium by their
Liouvillian, with jump operators of fermionic reservoirs for each Bohr frequency;
the others by the exponential of their Hamiltonian.
"""
from beside_qutip import compare, np, qt

SEED = 20283
CASES = 30
TOLERANCE = 1e-9

qt.settings.auto_tidyup = False  # it takes 1e-12 for nothing, and the heat capacity does not

KINDS = ["two-level", "ladder", "box", "oscillator", "two-qubits", "rotor"]


def medium(p):
    """Hamiltonian, coupling operator (None: not needed), states of each level."""
    w, kind = p["medium.spacing"], p["medium.kind"]
    if kind == "two-level":
        g = p["medium.degeneracy"]
        return qt.Qobj(np.diag([0.0] + [w] * g)), None, [1, g]
    if kind == "ladder":
        n = p["medium.levels"]
        e = w * np.concatenate([[0], np.cumsum([p[f"medium.spacing.{i}"] for i in range(1, n)])])
        return qt.Qobj(np.diag(e)), qt.destroy(n) + qt.create(n), [1] * n
    if kind == "box":
        return qt.Qobj(np.diag([w * n * n / 3 for n in range(1, 60)])), None, [1] * 8
    if kind == "oscillator":
        return w * qt.num(400), None, [1] * 8
    if kind == "rotor":
        return qt.Qobj(np.diag([w * j * (j + 1) / 2 for j in range(24) for _ in range(2 * j + 1)])), None, [2 * j + 1 for j in range(8)]
    J, g, d = (p[f"medium.{key}"] for key in ("exchange", "anisotropy", "zz"))
    x, y, z = ([qt.tensor(s, qt.qeye(2)), qt.tensor(qt.qeye(2), s)] for s in (qt.sigmax(), qt.sigmay(), qt.sigmaz()))
    H = w / 2 * (z[0] + z[1]) + J / 2 * ((1 + g) * x[0] * x[1] + (1 - g) * y[0] * y[1] + d * z[0] * z[1])
    return H, x[0] + 0.7 * x[1], [1] * 4


def steady(H, X, temperature):
    energies, states = H.eigenstates()
    jumps = {}
    for i, low in enumerate(states):
        for j in range(i + 1, len(states)):
            w = energies[j] - energies[i]
            key = next((k for k in jumps if abs(k - w) < 1e-9 * w), w)
            jumps[key] = jumps.get(key, 0) + low * low.dag() * X * states[j] * states[j].dag()
    collapse = []
    for w, A in jumps.items():
        f = 1 / (np.exp(w / temperature) + 1)
        collapse += [np.sqrt(1 - f) * A, np.sqrt(f) * A.dag()]
    return qt.steadystate(H, collapse)


def expected(p):
    H, X, states = medium(p)
    T = p["hot.temperature"]
    ground = H.eigenenergies()[0]
    rho = steady(H, X, T) if X is not None else (-(H - ground) / T).expm().unit()
    energy = ((H - ground) * rho).tr().real
    populations = np.sort(rho.eigenenergies())[::-1]
    ends = np.cumsum(states)
    pair = {}
    if p["medium.kind"] == "two-qubits":
        pair = {"concurrence": qt.concurrence(rho), "mutual_information": qt.entropy_mutual(rho, [0], [1]),
                "entanglement_entropy": qt.entropy_vn(H.groundstate()[1].ptrace(0))}
    return pair | {
        "populations": [populations[end - n:end].sum() for n, end in zip(states, ends)],
        "energy": energy,
        "entropy": qt.entropy_vn(rho),
        "free_energy": energy - T * qt.entropy_vn(rho),
        "heat_capacity": (((H - ground - energy) ** 2) * rho).tr().real / T**2,
        "partition_function": np.exp(-(H.eigenenergies() - ground) / T).sum(),
        "purity": (rho * rho).tr().real,
    }


def parameters(draw, number):
    p = {"medium.kind": KINDS[number % len(KINDS)], "medium.spacing": draw(0.5, 2), "hot.temperature": draw(0.2, 3)}
    if p["medium.kind"] == "two-level":
        return p | {"medium.degeneracy": 1 + int(draw(0, 20))}
    if p["medium.kind"] == "ladder":
        levels = 2 + int(draw(0, 7))
        return p | {"medium.levels": levels} | {f"medium.spacing.{i}": draw(0.3, 2) for i in range(1, levels)}
    if p["medium.kind"] == "two-qubits":
        return p | {"medium.exchange": draw(-2, 2), "medium.anisotropy": draw(-1, 1), "medium.zz": draw(-1, 1)}
    return p


compare("equilibrium", SEED, CASES, TOLERANCE, parameters, expected,
        lambda p, got: p["medium.kind"],
        lambda p, value: max(1, np.max(np.abs(value))))
