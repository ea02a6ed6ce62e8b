#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Absorption refrigerators of random parameters against QuTiP.

usage: test-qutip-absorption.py QUENCH-CLI

QuTiP builds the jump operators of each reservoir from Pauli operators (global: from the
eigenstates it finds itself), its steadystate() solves for the state, and each current
is the trace of an energy with that reservoir's part of the Liouvillian.
"""
from beside_qutip import compare, np, qt

SEED = 20288
CASES = 16
TOLERANCE = 1e-9

PARTS = ("cold", "hot", "work")


def on(operator, place):
    """The operator at one of three places; excited is the second basis state."""
    return qt.tensor([operator if i == place else qt.qeye(2) for i in range(3)])


def quanta(A, frequency, temperature, coupling, spectrum):
    """Jumps that give and take quanta of one frequency."""
    n, f = 1 / np.expm1(frequency / temperature), 1 / (np.exp(frequency / temperature) + 1)
    rate = coupling * (frequency if spectrum == "ohmic" else 1)
    down, up = (1 - f, f) if spectrum == "fermionic" else (n + 1, n)
    return [np.sqrt(rate * down) * A, np.sqrt(rate * up) * A.dag()]


def reset(place, gap, temperature, coupling):
    """The Kraus operators of putting a thermal qubit in the place of another, as jumps."""
    up = 1 / (np.exp(gap / temperature) + 1)
    return [np.sqrt(coupling * p) * on(qt.basis(2, to) * qt.basis(2, old).dag(), place)
            for to, p in ((0, 1 - up), (1, up)) for old in (0, 1)]


def davies(H, X, temperature, coupling, spectrum):
    """One jump operator for each Bohr frequency of H."""
    energies, states = H.eigenstates()
    parts = {}
    for i, low in enumerate(states):
        for j in range(i + 1, len(states)):
            gap = energies[j] - energies[i]
            element = low.dag() * X * states[j]
            element = element if isinstance(element, complex) else element.full()[0, 0]
            if abs(element) < 1e-12:
                continue
            key = next((k for k in parts if abs(k - gap) < 1e-9), gap)
            parts[key] = parts.get(key, 0) + element * low * states[j].dag()
    return [jump for gap, A in parts.items() for jump in quanta(A, gap, temperature, coupling, spectrum)]


def machine(p):
    """Energy, bare energy and the jumps of each reservoir."""
    gap = {"cold": p["spacing.cold"], "work": p["spacing.work"], "hot": p["spacing.cold"] + p["spacing.work"]}
    bath = {k: (p[f"{k}.temperature"], p[f"{k}.coupling"]) for k in PARTS}
    if p["medium.kind"] == "three-level":
        kets = [qt.basis(3, i) for i in range(3)]
        H = gap["cold"] * kets[1].proj() + gap["hot"] * kets[2].proj()
        lower = {"cold": kets[0] * kets[1].dag(), "work": kets[1] * kets[2].dag(), "hot": kets[0] * kets[2].dag()}
        return H, H, {k: quanta(lower[k], gap[k], *bath[k], p["bath.spectrum"]) for k in PARTS}
    F = sum(gap[k] * on(qt.basis(2, 1).proj(), i) for i, k in enumerate(PARTS))
    ket = lambda *bits: qt.tensor([qt.basis(2, b) for b in bits])
    V = ket(0, 1, 0) * ket(1, 0, 1).dag()
    H = F + p["medium.interaction"] * (V + V.dag())
    if p["model"] == "reset":
        return H, F, {k: reset(i, gap[k], *bath[k]) for i, k in enumerate(PARTS)}
    if p["model"] == "local":
        return H, F, {k: quanta(on(qt.destroy(2), i), gap[k], *bath[k], p["bath.spectrum"]) for i, k in enumerate(PARTS)}
    return H, F, {k: davies(H, on(qt.sigmax(), i), *bath[k], p["bath.spectrum"]) for i, k in enumerate(PARTS)}


def expected(p):
    H, F, jumps = machine(p)
    rho = qt.steadystate(H, sum(jumps.values(), []))
    want = {"entropy": qt.entropy_vn(rho), "purity": (rho * rho).tr().real, "energy": (H * rho).tr().real}
    for k in PARTS:
        change = qt.vector_to_operator(qt.liouvillian(0 * H, jumps[k]) * qt.operator_to_vector(rho))
        want[f"heat_{k}"] = (H * change).tr().real
        want[f"heat_{k}_bare"] = (F * change).tr().real
    want["entropy_production"] = -sum(want[f"heat_{k}"] / p[f"{k}.temperature"] for k in PARTS)
    if p["medium.kind"] == "three-qubits":
        cold = rho.ptrace(0).full().real
        want["cold_qubit_temperature"] = p["spacing.cold"] / np.log(cold[0, 0] / cold[1, 1])
    return want


def parameters(draw, number):
    model = ("reset", "local", "global", "three-level")[number % 4]
    p = {
        "medium.kind": "three-level" if model == "three-level" else "three-qubits",
        "cold.temperature": draw(0.7, 1.5), "hot.temperature": draw(0.8, 2.5), "work.temperature": draw(1, 8),
        "cold.coupling": draw(0.01, 0.5), "hot.coupling": draw(0.01, 0.5), "work.coupling": draw(0.01, 0.5),
        "spacing.cold": draw(0.5, 2), "spacing.work": draw(0.5, 3),
        "bath.spectrum": ("bosonic", "ohmic", "fermionic")[number // 4 % 3],
    }
    if model == "three-level":
        return p
    return p | {"model": model, "medium.interaction": draw(0.05, 0.45)}


compare("absorption", SEED, CASES, TOLERANCE, parameters, expected,
        lambda p, got: f"{p.get('model', 'three levels')}, {p['bath.spectrum']}")
