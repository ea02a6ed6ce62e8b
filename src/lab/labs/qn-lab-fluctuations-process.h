/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/statistics/qn-counting.h"
#include "core/statistics/qn-fluctuation.h"
#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* What the lab of work fluctuations and its sampler share. */

typedef enum { QN_LAB_FLUCTUATIONS_QUBIT, QN_LAB_FLUCTUATIONS_OSCILLATOR, QN_LAB_FLUCTUATIONS_TRAP, QN_LAB_FLUCTUATIONS_PAIR } QnLabFluctuationsKind;

/* One experiment's process, forward and reverse. */
typedef struct
{
  QnLabFluctuationsKind kind;
  gboolean open;             /* a qubit in contact while it is driven: no list of values */
  double temperature;        /* 1/slope: what estimates of the free energy are made with; INFINITY where slope is 0 */
  double slope, free_energy; /* ln P_F(W)/P_R(-W) = slope (W - free_energy) */
  QnMachine forward, reverse; /* qubit, oscillator: the driven strokes alone */
  GError *unlisted;          /* Owned; why there is no list of values, but moments alone: an oscillator with too many levels. NULL: there is one */
  QnTwoPoint two_point;      /* unless open or unlisted */
  QnWorkDistribution distribution; /* unless open or unlisted */
  QnCounting counted, counted_back; /* open */
  double mean, variance, mean_back; /* mean_back: of the reverse process, its sign turned */
  double average;            /* <exp(-slope W)> */
  double low, width;         /* of histograms */
  int n_bins;                /* 0: unlisted */
} QnLabFluctuationsProcess;

/* `machine`: the one the lab builds, whose first stroke is the drive. */
gboolean qn_lab_fluctuations_process_init  (QnLabFluctuationsProcess *process, const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, GError **error);
void     qn_lab_fluctuations_process_clear (QnLabFluctuationsProcess *process);
int      qn_lab_fluctuations_process_bin   (const QnLabFluctuationsProcess *process, double value); /* the outermost for what lies beyond */

G_END_DECLS
