/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

/* One three-level engine run in different ways: R. Uzdin, A. Levy & R. Kosloff, Phys. Rev. X 5, 031044 (2015). Levels 0,
 * spacing_cold, spacing_hot; the hot reservoir couples the lowest and the highest, the cold one the two lowest, a resonant
 * drive eps (|1><2| + |2><1|) the two upper ones. In the frame that turns with the levels the generators L_h, L_c, L_d are
 * constant. A cycle of time t has the same of each, however they follow one another:
 *   continuous   exp((L_h + L_c + L_d) t)
 *   two-stroke   exp((L_h + L_c) t) exp(L_d t)
 *   four-stroke  exp(L_h t) exp(L_d t/2) exp(L_c t) exp(L_d t/2)
 *   stochastic   two-stroke, all coherence wiped out before the drive
 * The action of a cycle is s = (|L_h| + |L_c| + |L_d|) t with spectral norms. */

typedef enum { QN_ENGINE_CONTINUOUS, QN_ENGINE_TWO_STROKE, QN_ENGINE_FOUR_STROKE, QN_ENGINE_STOCHASTIC, QN_N_ENGINES } QnEngineKind;

typedef struct
{
  double spacing_hot, spacing_cold; /* 0 < spacing_cold < spacing_hot for a drive between them */
  double drive;                     /* eps */
  QnBath hot, cold;                 /* bosonic rates: down coupling (n + 1), up coupling n */
} QnThreeLevelEngine;

#define QN_LIOUVILLE 9
typedef struct
{
  double hot[QN_LIOUVILLE * QN_LIOUVILLE], cold[QN_LIOUVILLE * QN_LIOUVILLE], drive[QN_LIOUVILLE * QN_LIOUVILLE];
  double energy[QN_LIOUVILLE]; /* row of <H0> */
  double norm;                 /* |L_h| + |L_c| + |L_d| */
} QnLiouvillians;

/* On the coordinates of rho: three populations, then sqrt2 Re and sqrt2 Im of rho_01, rho_02, rho_12. */
void qn_equivalence_generators (const QnThreeLevelEngine *engine, QnLiouvillians *out);

/* Work delivered per time in the limit cycle of action s > 0, by the energy that leaves during the drive; NaN where the
 * limit cycle is not unique. */
void qn_equivalence_powers (const QnLiouvillians *generators, double action, double power[QN_N_ENGINES]);

G_END_DECLS
