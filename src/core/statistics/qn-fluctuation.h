/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/statistics/qn-two-point.h"

G_BEGIN_DECLS

/* Work as what two measurements of the energy differ by (Talkner, Lutz & Hanggi, Phys. Rev. E 75, 050102 (2007)). Here
 * W is work done ON the medium:
 *
 *   P_F(W) = sum_nm p_n P(m|n) delta(W - E'_m + E_n)       p_n = exp(-E_n/T)/Z, E_n before and E'_m after the drive
 *   P_R(W) = sum_nm p'_m P_R(n|m) delta(W - E_n + E'_m)    p'_m = exp(-E'_m/T)/Z', the drive run backwards in time
 *
 * The theorems are not put in: each probability comes from a propagation of its own. */

typedef struct
{
  double value;    /* W */
  double forward;  /* P_F(W) */
  double reverse;  /* P_R(-W) */
} QnStick;

/* Ascending in value, equal values (1e-9 of the largest energy) as one. */
typedef struct
{
  gsize n;
  QnStick *stick; /* Owned */
  double slope, free_energy;
} QnWorkDistribution;

void qn_work_distribution_init  (QnWorkDistribution *distribution, const QnTwoPoint *process);
void qn_work_distribution_clear (QnWorkDistribution *distribution);

typedef struct
{
  double total, total_reverse; /* 1 but for what was left out */
  double mean, variance;
  double mean_reverse;         /* of -W_R: where the mirrored reverse distribution stands */
  double violation;            /* P(W < free_energy), of a slope below 0 the other side */
  double relative_entropy;     /* sum P_F(W) ln(P_F(W)/P_R(-W)) = slope (mean - free_energy); NaN: beyond what numbers hold */
  double crossing;             /* where ln P_F(W)/P_R(-W), drawn as a line through the sticks, meets 0; NaN: nowhere */
} QnWorkStatistics;

void   qn_work_statistics (const QnWorkDistribution *distribution, QnWorkStatistics *out);
/* <exp(-slope W)>, exponents added before they are raised. */
double qn_two_point_average (const QnTwoPoint *process);

/* One run: the level found first and the level found then; their energy difference. */
double qn_two_point_draw (const QnTwoPoint *process, gboolean reverse, guint64 rng[4]);

/* What runs tell of the free energy: -ln(mean of exp(-slope W))/slope over batches of 2^k runs, k < n_sizes, drawn from the
 * distribution: mean[k] over all batches and their standard deviation spread[k], of 2^QN_LOG_DRAWS draws in all (slope 0: the mean W). */
#define QN_LOG_DRAWS 16
void qn_work_convergence (const QnWorkDistribution *distribution, guint64 seed, int n_sizes, double *mean, double *spread);

G_END_DECLS
