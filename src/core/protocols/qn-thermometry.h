/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

/* A probe in contact with one reservoir whose temperature T is to be told from the probe's state rho(t; T). How well it can
 * be told is the quantum Fisher information for T (S. L. Braunstein & C. M. Caves, Phys. Rev. Lett. 72, 3439 (1994))
 *
 *   F = sum_ij 2 |<i| d rho/dT |j>|^2 / (p_i + p_j),   rho |i> = p_i |i>
 *
 * in units of 1/T^2; of M probes together no unbiased estimate of T errs by less than 1/sqrt(M F) (Cramer-Rao). In equilibrium
 * F = C/T^2 with the heat capacity C. Populations obey dp/dt = G(T) p with the rates of qn-bath.c; what they answer to a change
 * of T, s = dp/dT, is solved for and not differenced: ds/dt = G s + (dG/dT) p, s(0) = 0. */
typedef struct
{
  QnMediumSpec medium;          /* a ladder; its levels may be degenerate */
  double control;               /* w */
  QnBath bath;
  double start[QN_MAX_LADDER];  /* populations of the levels, adding up to 1 */
  double coherence;             /* <1|rho|0> of two levels that are not degenerate, real; 0 of all others */
} QnProbe;

typedef struct
{
  int n;
  double p[QN_MAX_LADDER];      /* populations, ascending in energy */
  double slope[QN_MAX_LADDER];  /* dp/dT */
  double coherence, coherence_slope; /* |<1|rho|0>|, and its derivative by T */
  double fisher;                /* quantum Fisher information, 1/T^2 */
  double fisher_populations;    /* of a measurement of the energy: sum (dp/dT)^2/p */
} QnProbeReading;

/* After a contact of `time` >= 0; INFINITY: in equilibrium. The coupling may be 0. Errors: QN_CORE_ERROR of the machine. */
gboolean qn_probe_read (const QnProbe *probe, double time, QnProbeReading *reading, GError **error);

/* Populations alone, had the reservoir this temperature. */
gboolean qn_probe_populations (const QnProbe *probe, double temperature, double time, double *p, GError **error);

G_END_DECLS
