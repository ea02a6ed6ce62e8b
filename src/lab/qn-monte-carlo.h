/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* Monte Carlo: single runs of an experiment, added up. Run number i of a seed is the same whatever the batches; belongs
 * to one thread. A lab that can be sampled has a QnMonteCarlo (QnLab.sampler); machines in general have qn_monte_carlo_jumps. */
typedef struct
{
  const char *id, *symbol, *name; /* name N_() */
  QnDimension dimension;
} QnEstimate;

struct _QnMonteCarlo
{
  const QnEstimate *estimates; /* ends with {NULL} */
  /* NULL on error, or, without one, where `cancelled` was set (qn_is_cancelled()). */
  gpointer (*begin) (const QnExperiment *experiment, guint64 seed, const gint *cancelled, GError **error);
  void     (*run)   (gpointer data, guint64 n, const gint *cancelled); /* the next n runs, or fewer where it was set */
  /* What is known by now: tables, among them "estimates" (below). */
  void     (*tell)  (gpointer data, QnReport *report);
  void     (*end)   (gpointer data);
};

/* So many single runs at one go, told: their tables; NULL on error, or, without one, where `cancelled` was set. The lab has a sampler. */
QnReport *qn_experiment_sample (const QnExperiment *experiment, guint64 runs, guint64 seed, const gint *cancelled, GError **error);

/* Averages over runs beside what they must come to: the table "estimates", a row for each of the sampler's `estimates`. NaN: not known.
 * A standard error is not to be relied on where a few rare runs make it (QN_ESTIMATE_TAIL, see qn_mean_tail(), above 1/2): of an average
 * with a heavy tail, as <exp(-W/T)> is, they are the ones that were missed (C. Jarzynski, Phys. Rev. E 73, 046105 (2006)). Nor where
 * the exact value is more than QN_MOST_ERRORS of it away. */
enum { QN_ESTIMATE_MEAN, QN_ESTIMATE_ERROR, QN_ESTIMATE_EXACT, QN_ESTIMATE_SPREAD, QN_ESTIMATE_RUNS, QN_ESTIMATE_TAIL, QN_N_ESTIMATE_COLUMNS };
#define QN_MOST_ERRORS 3

/* Why the standard error of a row is too small to rely on: a sentence, translated. NULL: it is not. */
const char *qn_estimate_doubt (const QnTable *estimates, gsize row);

/* A sum of values and of their squares, and the largest of those. */
#define QN_MEAN_TAIL 10
typedef struct
{
  double n, sum, squares, largest[QN_MEAN_TAIL]; /* largest: falling */
} QnMean;

void   qn_mean_add   (QnMean *mean, double value);
void   qn_mean_scale (QnMean *mean, double factor); /* as if all values had been so many times as large */
double qn_mean_value (const QnMean *mean); /* NaN of none */
double qn_mean_error (const QnMean *mean); /* standard error; NaN of fewer than two */
/* The share of the QN_MEAN_TAIL largest squares in all: near 0 where many runs count alike. 0 where all values are 0. */
double qn_mean_tail  (const QnMean *mean);

void qn_report_add_estimates (QnReport *report, const QnMean *means, const double *exact, int n);

/* A histogram of equal bins from `low` to `high`; what falls outside is counted in the outermost ones. */
typedef struct
{
  double low, high;
  int n_bins;
  double *count; /* Owned */
  double total;
} QnHistogram;

void qn_histogram_init  (QnHistogram *histogram, double low, double high, int n_bins);
void qn_histogram_clear (QnHistogram *histogram);
void qn_histogram_add   (QnHistogram *histogram, double value);
/* Table `id` with columns value (middle of the bin), count, share (of all). */
void qn_report_add_histogram (QnReport *report, const char *id, const QnHistogram *histogram);

/* Cycles of a machine by quantum jumps in its limit cycle: counted heats and work, and what a cycle's efficiency comes to.
 * Tables "estimates" (work_output, heat_hot, heat_cold), "work_histogram", "heat_histogram", "efficiency_histogram" (W/Q_h of the cycles
 * with Q_h > 0, from -1 to 2: Verley, Esposito, Willaert & Van den Broeck, Nat. Commun. 5, 4721 (2014)). Table "paths": the first
 * QN_PATHS runs as they go, a row at each of QN_PATH_POINTS + 1 instants a stroke and before and after each jump. One run is one
 * cycle, begun afresh in the limit cycle's state, so that runs know nothing of one another. */
extern const QnMonteCarlo qn_monte_carlo_jumps;
/* The table "paths" of what its `begin` gave. */
void qn_monte_carlo_tell_paths (gconstpointer jumps, QnReport *report);
#define QN_PATHS 12
#define QN_PATH_POINTS 32
enum { QN_PATH_RUN, QN_PATH_TIME, QN_PATH_ENERGY, QN_PATH_LEVEL, QN_PATH_BATH, QN_PATH_QUANTUM, QN_N_PATH_COLUMNS }; /* level: the likeliest; bath: NaN but after a jump, -1: dephasing */

G_END_DECLS
