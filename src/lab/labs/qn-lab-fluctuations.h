/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/statistics/qn-counting.h"
#include "core/statistics/qn-fluctuation.h"
#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* What the lab of work fluctuations and its sampler share. */

typedef enum { QN_FLUCTUATION_QUBIT, QN_FLUCTUATION_OSCILLATOR, QN_FLUCTUATION_TRAP, QN_FLUCTUATION_PAIR } QnFluctuationKind;

/* One experiment's process, forward and reverse. */
typedef struct
{
  QnFluctuationKind kind;
  gboolean open;             /* a qubit in contact while it is driven: no list of values */
  double temperature;        /* 1/slope: what estimates of the free energy are made with; INFINITY where slope is 0 */
  double slope, free_energy; /* ln P_F(W)/P_R(-W) = slope (W - free_energy) */
  QnMachine forward, reverse; /* qubit, oscillator: the driven strokes alone */
  QnTwoPoint two_point;      /* unless open */
  QnWorkDistribution distribution; /* unless open */
  QnCounting counted, counted_back; /* open */
  double mean, variance, mean_back; /* mean_back: of the reverse process, its sign turned */
  double average;            /* <exp(-slope W)> */
  double low, width;         /* of histograms */
  int n_bins;
} QnFluctuation;

/* `machine`: the one the lab builds, whose first stroke is the drive. */
gboolean qn_fluctuation_init  (QnFluctuation *process, const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error);
void     qn_fluctuation_clear (QnFluctuation *process);
int      qn_fluctuation_bin   (const QnFluctuation *process, double value); /* the outermost for what lies beyond */

G_END_DECLS
