#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Otto cycles of random qubits, ladders and coupled pairs of qubits against QuTiP.

usage: test-qutip.py QUENCH-CLI

QuTiP builds each stroke's superoperator its own way (Liouvillians and its
propagator()), the limit cycle is the eigenvector of their product at eigenvalue
1, and heat and work are energy differences at the corners.
"""
from beside_qutip import compare, np, qt, tight

SEED = 20266
CASES = 16
TOLERANCE = 1e-9  # of the largest energy


def medium(p):
    """H(w) = H0 + w H1 and the coupling operator X."""
    if p["medium.kind"] == "qubit":
        return p["medium.tunnelling"] * qt.sigmax() / 2, qt.sigmaz() / 2, qt.sigmay()
    if p["medium.kind"] == "two-qubits":
        J, g, d = (p[f"medium.{key}"] for key in ("exchange", "anisotropy", "zz"))
        one = [[qt.tensor(s, qt.qeye(2)), qt.tensor(qt.qeye(2), s)] for s in (qt.sigmax(), qt.sigmay(), qt.sigmaz())]
        H0 = J / 2 * ((1 + g) * one[0][0] * one[0][1] + (1 - g) * one[1][0] * one[1][1] + d * one[2][0] * one[2][1])
        parts = H0, (one[2][0] + one[2][1]) / 2, one[0][0] + p["medium.coupling-ratio"] * one[0][1]
        return tuple(qt.Qobj(part.full()) for part in parts)
    n = p["medium.levels"]
    e = np.concatenate([[0], np.cumsum([p[f"medium.spacing.{i}"] for i in range(1, n)])])
    a = qt.destroy(n)
    return 0 * qt.qeye(n), qt.Qobj(np.diag(e)), a + a.dag()


def liouvillian(H, X, temperature, coupling):
    """Davies generator, one jump operator for each Bohr frequency."""
    energies, states = H.eigenstates()
    jumps = {}
    for i, low in enumerate(states):
        for j in range(i + 1, len(states)):
            w = energies[j] - energies[i]
            part = low * low.dag() * X * states[j] * states[j].dag()
            key = next((k for k in jumps if abs(k - w) < 1e-9 * w), w)
            jumps[key] = jumps.get(key, 0) + part
    collapse = []
    for w, A in jumps.items():
        n = 1 / np.expm1(w / temperature)
        collapse += [np.sqrt(coupling * (n + 1)) * A, np.sqrt(coupling * n) * A.dag()]
    return qt.liouvillian(H, collapse)


def expected(p):
    H0, H1, X = medium(p)
    H = {end: H0 + p[f"spacing.{end}"] * H1 for end in ("hot", "cold")}
    contact = {end: (liouvillian(H[end], X, p[f"{end}.temperature"], p[f"{end}.coupling"]) * p[f"stroke.{end}"]).expm()
               for end in H}
    options = tight(atol=1e-12, rtol=1e-11, nsteps=100000)

    def drive(start, end):
        tau, a, b = p["stroke.drive"], p[f"spacing.{start}"], p[f"spacing.{end}"]
        U = qt.propagator([H0, [H1, lambda t, args: a + (b - a) * t / tau]], [0, tau], options=options)
        return qt.to_super(U if isinstance(U, qt.Qobj) else U[-1])

    down, up = drive("hot", "cold"), drive("cold", "hot")
    values, vectors = np.linalg.eig((up * contact["cold"] * down * contact["hot"]).full())
    n = H0.shape[0]
    rho = vectors[:, np.argmin(abs(values - 1))].reshape(n, n, order="F")
    rho = qt.Qobj(rho / np.trace(rho))

    def apply(M, state):
        return qt.vector_to_operator(M * qt.operator_to_vector(state))

    after_hot = apply(contact["hot"], rho)
    after_down = apply(down, after_hot)
    after_cold = apply(contact["cold"], after_down)
    after_up = apply(up, after_cold)
    energy = lambda end, state: (H[end] * state).tr().real
    pair = {}
    if p["medium.kind"] == "two-qubits":
        state = qt.Qobj(rho.full(), dims=[[2, 2], [2, 2]])
        pair = {"concurrence": qt.concurrence(state), "mutual_information": qt.entropy_mutual(state, [0], [1])}
    return pair | {
        "heat_hot": energy("hot", after_hot) - energy("hot", rho),
        "heat_cold": energy("cold", after_cold) - energy("cold", after_down),
        "work_output": -(energy("cold", after_down) - energy("hot", after_hot)) - (energy("hot", after_up) - energy("cold", after_cold)),
        "entropy": qt.entropy_vn(rho),
        "purity": (rho * rho).tr().real,
    }


def parameters(draw, number):
    p = {
        "hot.temperature": draw(1.5, 5), "cold.temperature": draw(0.3, 1.2),
        "hot.coupling": draw(0.05, 0.5), "cold.coupling": draw(0.05, 0.5),
        "spacing.hot": draw(2, 4), "spacing.cold": draw(0.5, 1.8),
        "stroke.hot": draw(0.5, 8), "stroke.cold": draw(0.5, 8), "stroke.drive": draw(0.1, 2),
    }
    if number % 4 == 3:
        return p | {"medium.kind": "two-qubits", "medium.exchange": draw(0.1, 0.3), "medium.anisotropy": draw(-1, 1),
                    "medium.zz": draw(-1, 1), "medium.coupling-ratio": draw(0.2, 0.9)}
    if number % 3 < 2:
        return p | {"medium.kind": "qubit", "medium.tunnelling": draw(0.2, 2)}
    levels = 3 + number % 3
    equal = number % 2
    return p | {"medium.kind": "ladder", "medium.levels": levels} | {
        f"medium.spacing.{i}": 1 if equal else draw(0.5, 1.5) for i in range(1, levels)}


compare("otto", SEED, CASES, TOLERANCE, parameters, expected,
        lambda p, got: f"{p['medium.kind']} cycle",
        lambda p, value: p["spacing.hot"] * p.get("medium.levels", 1))
