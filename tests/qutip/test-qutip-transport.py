#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two coupled qubits between two reservoirs, of random parameters, against QuTiP.

usage: test-qutip-transport.py QUENCH-CLI

QuTiP builds the jump operators of each reservoir from Pauli operators (global: from the
eigenstates it finds itself), its steadystate() solves for the state, its concurrence() and
entropy_mutual() judge it, and each current is the trace of an energy with that reservoir's
part of the Liouvillian.
"""
from beside_qutip import compare, np, qt

SEED = 20308
CASES = 18
TOLERANCE = 1e-9

SIDES = {"hot": "left", "cold": "right"}


def on(operator, place):
    """The operator at one of two places; excited is the second basis state."""
    return qt.tensor([operator if i == place else qt.qeye(2) for i in range(2)])


def quanta(A, frequency, temperature, coupling, spectrum):
    """Jumps that give and take quanta of one frequency."""
    n, f = 1 / np.expm1(frequency / temperature), 1 / (np.exp(frequency / temperature) + 1)
    rate = coupling * (frequency if spectrum == "ohmic" else 1)
    down, up = (1 - f, f) if spectrum == "fermionic" else (n + 1, n)
    return [np.sqrt(rate * down) * A, np.sqrt(rate * up) * A.dag()]


def davies(H, X, temperature, coupling, spectrum):
    """One jump operator for each Bohr frequency of H."""
    energies, states = np.linalg.eigh(H.full())
    X = states.conj().T @ X.full() @ states
    parts = {}
    for i in range(4):
        for j in range(i + 1, 4):
            gap = energies[j] - energies[i]
            if abs(X[i, j]) < 1e-12:
                continue
            key = next((k for k in parts if abs(k - gap) < 1e-9), gap)
            parts[key] = parts.get(key, 0) + X[i, j] * np.outer(states[:, i], states[:, j].conj())
    return [jump for gap, A in parts.items()
            for jump in quanta(qt.Qobj(A, dims=H.dims), gap, temperature, coupling, spectrum)]


def machine(p, swapped=False):
    """Energy, bare energy and the jumps of each reservoir; `swapped`: between exchanged temperatures."""
    other = {"hot": "cold", "cold": "hot"} if swapped else {"hot": "hot", "cold": "cold"}
    lower = qt.destroy(2)
    F = sum(p[f"spacing.{side}"] * on(lower.dag() * lower, i) for i, side in enumerate(SIDES.values()))
    V = on(lower.dag(), 0) * on(lower, 1)
    H = F + p["medium.coupling"] * (V + V.dag())
    jumps = {}
    for i, (bath, side) in enumerate(SIDES.items()):
        contact = (p[f"{other[bath]}.temperature"], p[f"{bath}.coupling"], p["bath.spectrum"])
        local = p["model"] == "local"
        jumps[bath] = quanta(on(lower, i), p[f"spacing.{side}"], *contact) if local else davies(H, on(qt.sigmax(), i), *contact)
    return H, F, jumps


def heat(energy, jumps, rho):
    change = qt.vector_to_operator(qt.liouvillian(0 * energy, jumps) * qt.operator_to_vector(rho))
    return (energy * change).tr().real


def expected(p):
    H, F, jumps = machine(p)
    rho = qt.steadystate(H, sum(jumps.values(), []))
    want = {
        "entropy": qt.entropy_vn(rho), "purity": (rho * rho).tr().real, "energy": (H * rho).tr().real,
        "concurrence": qt.concurrence(rho), "mutual_information": qt.entropy_mutual(rho, 0, 1),
        "power_bare": (1j * (F * H - H * F) * rho).tr().real,
    }
    for bath in SIDES:
        want[f"heat_{bath}"] = heat(H, jumps[bath], rho)
        want[f"heat_{bath}_bare"] = heat(F, jumps[bath], rho)
    want["current"] = want["heat_hot"]
    want["entropy_production"] = -sum(want[f"heat_{bath}"] / p[f"{bath}.temperature"] for bath in SIDES)
    want["entropy_production_bare"] = -sum(want[f"heat_{bath}_bare"] / p[f"{bath}.temperature"] for bath in SIDES)
    H, _, jumps = machine(p, swapped=True)
    want["current_exchanged"] = heat(H, jumps["hot"], qt.steadystate(H, sum(jumps.values(), [])))
    return want


def parameters(draw, number):
    p = {
        "model": ("local", "global")[number % 2], "bath.spectrum": ("bosonic", "ohmic", "fermionic")[number // 2 % 3],
        "hot.temperature": draw(0.5, 5), "cold.temperature": draw(0.2, 2), "hot.coupling": draw(0.01, 0.5), "cold.coupling": draw(0.01, 0.5),
        "spacing.left": draw(0.6, 2), "spacing.right": draw(0.6, 2), "medium.coupling": draw(0.05, 0.5),
    }
    if number >= 12:  # near resonance and far from equilibrium: entangled
        p |= {"hot.temperature": draw(5, 20), "cold.temperature": 0.1, "spacing.right": p["spacing.left"] * draw(0.99, 1.01)}
        p |= {"bath.spectrum": "fermionic", "hot.coupling": draw(0.08, 0.12), "cold.coupling": draw(0.5, 0.7), "medium.coupling": draw(0.08, 0.12)}
    return p


compare("transport", SEED, CASES, TOLERANCE, parameters, expected,
        lambda p, got: f"{p['model']}, {p['bath.spectrum']}, concurrence {got['concurrence']:.2g}")
