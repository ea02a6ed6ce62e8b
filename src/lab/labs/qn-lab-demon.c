/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maxwell's demon, Szilard engine, Landauer erasure: J. M. R. Parrondo, J. M. Horowitz & T. Sagawa, Nat. Phys. 11, 131 (2015). */

#include <math.h>

#include "lab/qn-continuous.h"
#include "core/protocols/qn-demon.h"
#include "lab/qn-monte-carlo.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"
#include "core/linear/qn-entropy.h"
#include "core/linear/qn-random.h"

static const QnChoice kinds[] = { { "flip", N_ ("Flip when excited") }, { "szilard", N_ ("Szilard engine") }, { "reset", N_ ("Reset of a bit") }, { NULL } };

enum { ROW_KIND, ROW_BEST, ROW_SLOW, ROW_MEMORY_SLOW };

static gboolean
is_flip (const double *values)
{
  return values[ROW_KIND] == QN_DEMON_FLIP;
}

static gboolean
is_szilard (const double *values)
{
  return values[ROW_KIND] == QN_DEMON_SZILARD;
}

static gboolean
is_reset (const double *values)
{
  return values[ROW_KIND] == QN_DEMON_RESET;
}

static gboolean
has_system (const double *values)
{
  return !is_reset (values);
}

static gboolean
has_gap (const double *values)
{
  return is_flip (values) || (is_szilard (values) && values[ROW_BEST] == 0);
}

static gboolean
takes_time (const double *values)
{
  return is_szilard (values) && values[ROW_SLOW] == 0;
}

static gboolean
erasure_takes_time (const double *values)
{
  return values[ROW_MEMORY_SLOW] == 0;
}

static const QnParameter parameters[] = {
  [ROW_KIND] = { .id = "demon.kind", .symbol = "", .name = N_ ("Protocol"), .meaning =
                 N_ ("What the demon does. "
                     "It flips a qubit found excited, or raises a level found empty and lowers it "
                     "in contact (Szilard engine), or only a bit is erased"), .group = QN_GROUP_DRIVE,
    .kind = QN_VALUE_CHOICE, .initial = QN_DEMON_SZILARD, .soft_max = 2, .hard_max = 2, .choices = kinds },
  [ROW_BEST] = { .id = "demon.best", .symbol = "", .name = N_ ("Reversible height"), .meaning =
                 N_ ("Raises the empty level to the height at which an infinitely slow return is reversible: "
                     "<i>T</i> ln((1 − <i>p</i><sub>err</sub>)/<i>p</i><sub>err</sub>), at most 24 <i>T</i>"), .group = QN_GROUP_DRIVE,
    .kind = QN_VALUE_SWITCH, .initial = 1, .soft_max = 1, .hard_max = 1, .applies = is_szilard },
  [ROW_SLOW] = { .id = "demon.slow", .symbol = "", .name = N_ ("Infinitely slow return"), .meaning =
                 N_ ("Lowers the level quasi-statically; otherwise in the return time"), .group = QN_GROUP_TIMING,
    .kind = QN_VALUE_SWITCH, .initial = 1, .soft_max = 1, .hard_max = 1, .applies = is_szilard },
  [ROW_MEMORY_SLOW] = { .id = "memory.slow", .symbol = "", .name = N_ ("Infinitely slow erasure"), .meaning =
                        N_ ("Erases the record quasi-statically; otherwise in the erasure time"), .group = QN_GROUP_TIMING,
    .kind = QN_VALUE_SWITCH, .initial = 1, .soft_max = 1, .hard_max = 1 },
  { .id = "bath.temperature", .symbol = "<i>T</i>", .name = N_ ("Temperature"),
    .meaning = N_ ("Temperature of the reservoir in contact with the demon’s qubit"), .group = QN_GROUP_RESERVOIRS, .dimension = QN_DIMENSION_TEMPERATURE,
    .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-3, .hard_max = 1e3, .log_scale = TRUE, .applies = has_system },
  { .id = "memory.temperature", .symbol = "<i>T</i><sub>m</sub>", .name = N_ ("Memory temperature"),
    .meaning = N_ ("Temperature of the reservoir in which the record is erased"), .group = QN_GROUP_RESERVOIRS, .dimension = QN_DIMENSION_TEMPERATURE,
    .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-3, .hard_max = 1e3, .log_scale = TRUE },
  { .id = "demon.gap", .symbol = "<i>ω</i>", .name = N_ ("Gap"),
    .meaning = N_ ("Gap of the qubit that is flipped; in the Szilard engine the height to which the empty level is raised"), .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY,
    .initial = 1.5, .soft_min = 0.1, .soft_max = 6, .hard_min = 1e-6, .hard_max = 1e3, .applies = has_gap },
  { .id = "memory.bias", .symbol = "<i>p</i><sub>1</sub>", .name = N_ ("Probability of 1"), .meaning = N_ ("Probability that the bit is 1 before it is erased"), .group = QN_GROUP_LEVELS,
    .initial = 0.5, .soft_max = 1, .hard_max = 1, .applies = is_reset },
  { .id = "demon.error", .symbol = "<i>p</i><sub>err</sub>", .name = N_ ("Error probability"), .meaning = N_ ("Probability that the record shows "
                                                                                                              "the wrong outcome"), .group = QN_GROUP_DRIVE,
    .initial = 0.05, .soft_max = 0.5, .hard_max = 0.5, .applies = has_system },
  { .id = "demon.angle", .symbol = "<i>φ</i>", .name = N_ ("Measurement angle"),
    .meaning = N_ ("Angle between the measured axis and the energy axis. Unless it is 0, the measurement changes the energy"),
    .group = QN_GROUP_DRIVE, .dimension = QN_DIMENSION_ANGLE,
    .soft_max = G_PI_2, .hard_max = G_PI, .applies = is_flip },
  { .id = "bath.coupling", .symbol = "<i>γ</i>", .name = N_ ("Coupling"),
    .meaning = N_ ("Rate at which the lowered level exchanges quanta with its reservoir"), .group = QN_GROUP_COUPLING, .dimension = QN_DIMENSION_RATE,
    .initial = 1, .soft_min = 0.05, .soft_max = 5, .hard_max = 1e3, .log_scale = TRUE, .hard_min = 0, .applies = takes_time },
  { .id = "bath.spectrum", .symbol = "", .name = N_ ("Bath spectrum"),
    .meaning = N_ ("Fermionic: rates <i>γf</i> and <i>γ</i>(1 − <i>f</i>). Ohmic: <i>γωn</i> and <i>γω</i>(<i>n</i> + 1). A bosonic contact diverges where the gap closes and is refused"),
    .group = QN_GROUP_COUPLING,
    .kind = QN_VALUE_CHOICE, .initial = QN_SPECTRUM_FERMIONIC, .soft_max = 2, .hard_max = 2, .choices = qn_choices_spectrum, .applies = takes_time },
  { .id = "memory.coupling", .symbol = "<i>γ</i><sub>m</sub>", .name = N_ ("Memory coupling"),
    .meaning = N_ ("Rate at which the memory exchanges quanta with its reservoir; the rates are fermionic"), .group = QN_GROUP_COUPLING, .dimension = QN_DIMENSION_RATE,
    .initial = 1, .soft_min = 0.05, .soft_max = 5, .hard_min = 1e-3, .hard_max = 1e3, .log_scale = TRUE },
  { .id = "demon.duration", .symbol = "<i>τ</i>", .name = N_ ("Return time"),
    .meaning = N_ ("Time in which the raised level is lowered"), .group = QN_GROUP_TIMING, .dimension = QN_DIMENSION_TIME,
    .initial = 10, .soft_min = 0.1, .soft_max = 1000, .hard_max = 1e6, .log_scale = TRUE, .hard_min = 0, .applies = takes_time },
  { .id = "memory.duration", .symbol = "<i>τ</i><sub>m</sub>", .name = N_ ("Erasure time"),
    .meaning = N_ ("Duration of the erasure"), .group = QN_GROUP_TIMING, .dimension = QN_DIMENSION_TIME,
    .initial = 100, .soft_min = 1, .soft_max = 10000, .hard_min = 1e-3, .hard_max = 1e6, .log_scale = TRUE, .applies = erasure_takes_time },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

#define NUMBER QN_NUMBER_RESULT

static const QnResult results[] = {
  NUMBER ("work_output", "<i>W</i>", N_ ("Extracted work"), N_ ("Work that the demon extracts from its qubit per cycle"), ENERGY),
  NUMBER ("work_net", "<i>W</i> − <i>W</i><sub>m</sub>", N_ ("Net work"),
          N_ ("Extracted work minus the work of erasure, <i>W</i> − <i>W</i><sub>m</sub>. "
              "At equal temperatures it never exceeds the energy that the measurement supplies"), ENERGY),
  NUMBER ("erasure_work", "<i>W</i><sub>m</sub>", N_ ("Work of erasure"), N_ ("Work done on the memory to reset it to 0"), ENERGY),
  NUMBER ("entropy_production", "Σ", N_ ("Entropy production"), N_ ("Entropy produced in qubit, memory and both reservoirs per cycle; never negative"), ENTROPY),
  NUMBER ("information", "<i>I</i>", N_ ("Information"),
          N_ ("Information that the record holds about the qubit after the measurement, <i>S</i>(<i>ρ</i>) − "
              "Σ<sub>m</sub> <i>p</i><sub>m</sub> <i>S</i>(<i>ρ</i><sub>m</sub>); at most ln 2, one bit"), ENTROPY),
  NUMBER ("information_bits", "<i>I</i>/ln 2", N_ ("Information in bits"), N_ ("Mutual information of qubit and record in bits"), NONE),
  NUMBER ("work_bound", "<i>TI</i>", N_ ("Work bound"),
          N_ ("Upper bound on the extracted work, <i>TI</i>, apart from the energy that the measurement supplies"), ENERGY),
  NUMBER ("memory_entropy", "<i>h</i>", N_ ("Entropy of the record"),
          N_ ("Entropy of the record that must be erased, −Σ <i>p</i><sub>m</sub> ln <i>p</i><sub>m</sub>"), ENTROPY),
  NUMBER ("landauer", "<i>T</i><sub>m</sub><i>h</i>", N_ ("Landauer bound"),
          N_ ("Minimum work of erasure, <i>T</i><sub>m</sub> times the entropy removed from the memory; <i>T</i><sub>m</sub> ln 2 for an unknown bit"), ENERGY),
  NUMBER ("erasure_excess", "<i>W</i><sub>m</sub> − <i>T</i><sub>m</sub><i>h</i>", N_ ("Excess over Landauer bound"),
          N_ ("Work of erasure above the Landauer bound. It falls as one over the erasure time"), ENERGY),
  NUMBER ("memory_left", "<i>p</i>′", N_ ("Residual error"), N_ ("Probability that the memory is still 1 after the erasure"), NONE),
  NUMBER ("jarzynski", "⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩", N_ ("Generalised Jarzynski average"),
          N_ ("Average of exp(<i>W</i>/<i>T</i> − <i>I</i>) over single runs, with <i>I</i> = ln <i>p</i>(m|b)/<i>p</i>(m). "
              "It is 1 if every error is possible, and 1 − <i>p</i> without errors, where <i>p</i> is the probability of the missing processes. "
              "For measurements along the energy axis only"), NONE),
  NUMBER ("heat_hot", "<i>Q</i>", N_ ("Heat"), N_ ("Heat from the reservoir into the qubit per cycle"), ENERGY),
  NUMBER ("heat_memory", "<i>Q</i><sub>m</sub>", N_ ("Heat of erasure"), N_ ("Heat from its reservoir into the memory; negative"), ENERGY),
  NUMBER ("heat_measurement", "<i>Q</i><sub>M</sub>", N_ ("Measurement energy"),
          N_ ("Energy that the measurement gives to the qubit; 0 along the energy axis"), ENERGY),
  NUMBER ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"),
          N_ ("Violation of the first law over the cycle, <i>Q</i> + <i>Q</i><sub>M</sub> − <i>W</i> + <i>Q</i><sub>m</sub> + <i>W</i><sub>m</sub>"), ENERGY),
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static QnDemon
demon_of (const QnExperiment *experiment)
{
  QnDemon d = {
    .kind = (QnDemonKind) qn_experiment_get (experiment, "demon.kind"),
    .gap = qn_experiment_get (experiment, "demon.gap"),
    .temperature = qn_experiment_get (experiment, "bath.temperature"),
    .coupling = qn_experiment_get (experiment, "bath.coupling"),
    .spectrum = (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum"),
    .error = qn_experiment_get (experiment, "demon.error"),
    .angle = is_flip (experiment->value) ? qn_experiment_get (experiment, "demon.angle") : 0,
    .duration = takes_time (experiment->value) ? qn_experiment_get (experiment, "demon.duration") : INFINITY,
    .bias = qn_experiment_get (experiment, "memory.bias"),
    .memory_temperature = qn_experiment_get (experiment, "memory.temperature"),
    .memory_coupling = qn_experiment_get (experiment, "memory.coupling"),
    .memory_duration = erasure_takes_time (experiment->value) ? qn_experiment_get (experiment, "memory.duration") : INFINITY,
  };

  if (!has_gap (experiment->value))
    d.gap = qn_demon_best_height (d.temperature, d.error);
  return d;
}

static gboolean
check (const QnExperiment *experiment, const QnDemon *d, GError **error)
{
  double rate = d->spectrum == QN_SPECTRUM_OHMIC ? MAX (d->gap, 2 * d->temperature) : 1;

  if (takes_time (experiment->value) && d->spectrum == QN_SPECTRUM_BOSONIC)
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("bath.spectrum: bosonic is not allowed; allowed: ohmic or fermionic, "
                                                             "as a bosonic contact diverges where the gap closes"));
  else if (isfinite (d->duration) && d->duration * d->coupling * rate > QN_DEMON_LONGEST)
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("demon.duration: %g is not allowed; allowed: at most %g at this coupling, or demon.slow"),
                 d->duration, QN_DEMON_LONGEST / (d->coupling * rate));
  else if (isfinite (d->memory_duration) && d->memory_duration * d->memory_coupling > QN_DEMON_LONGEST)
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("memory.duration: %g is not allowed; allowed: at most %g at this memory.coupling, or memory.slow"),
                 d->memory_duration, QN_DEMON_LONGEST / d->memory_coupling);
  else
    return TRUE;
  return FALSE;
}

/* --- Results and tables --------------------------------------------------- */

static void
put_results (const QnDemon *d, const QnDemonBalance *b, QnResults *out)
{
  gboolean system = d->kind != QN_DEMON_RESET;
  double bound = d->memory_temperature * (qn_entropy_binary (b->read) - qn_entropy_binary (b->left));

  qn_results_set (out, "work_output", system ? b->work : NAN);
  qn_results_set (out, "work_net", b->work - b->erasure_work);
  qn_results_set (out, "erasure_work", b->erasure_work);
  qn_results_set (out, "entropy_production", b->step[QN_DEMON_ERASED].total);
  qn_results_set (out, "information", system ? b->information : NAN);
  qn_results_set (out, "information_bits", system ? b->information / G_LN2 : NAN);
  qn_results_set (out, "work_bound", system ? d->temperature * b->information : NAN);
  qn_results_set (out, "memory_entropy", qn_entropy_binary (b->read));
  qn_results_set (out, "landauer", bound);
  qn_results_set (out, "erasure_excess", fabs (b->erasure_work - bound) > 1e-12 * d->memory_temperature ? b->erasure_work - bound : 0);
  qn_results_set (out, "memory_left", b->left);
  qn_results_set (out, "jarzynski", b->jarzynski);
  qn_results_set (out, "heat_hot", system ? b->heat : NAN);
  qn_results_set (out, "heat_memory", b->erasure_heat);
  qn_results_set (out, "heat_measurement", system ? b->heat_measurement : NAN);
  qn_results_set (out, "residual_first_law", b->residual);
}

static void
put_ledger (const QnDemonBalance *b, QnReport *report)
{
  static const QnColumn columns[] = {
    { "step", "", N_ ("Step"), QN_DIMENSION_NONE },
    { "system", "Δ<i>S</i>", N_ ("Qubit"), QN_DIMENSION_ENTROPY },
    { "reservoir", "−<i>Q</i>/<i>T</i>", N_ ("Qubit’s reservoir"), QN_DIMENSION_ENTROPY },
    { "apparent", "", N_ ("Qubit and its reservoir"), QN_DIMENSION_ENTROPY },
    { "memory", "Δ<i>S</i><sub>m</sub>", N_ ("Memory"), QN_DIMENSION_ENTROPY },
    { "correlation", "−<i>I</i>", N_ ("Correlation"), QN_DIMENSION_ENTROPY },
    { "memory_reservoir", "−<i>Q</i><sub>m</sub>/<i>T</i><sub>m</sub>", N_ ("Memory’s reservoir"), QN_DIMENSION_ENTROPY },
    { "total", "Σ", N_ ("Total"), QN_DIMENSION_ENTROPY },
  };
  QnTable *table = qn_report_add (report, "ledger", columns, G_N_ELEMENTS (columns), QN_N_DEMON_STEPS);

  for (int i = 0; i < QN_N_DEMON_STEPS; i++)
    {
      const QnDemonEntropy *s = &b->step[i];
      const double row[] = { i, s->system, s->reservoir, s->system + s->reservoir, s->memory, 0 - s->correlation, s->memory_reservoir, fabs (s->total) > 1e-13 ? s->total : 0 };

      for (int c = 0; c < (int) G_N_ELEMENTS (row); c++)
        qn_table_set (table, i, c, row[c]);
    }
}

/* The same demon over the error probability. */
static gboolean
put_errors (const QnExperiment *experiment, const gint *cancelled, QnReport *report, GError **error)
{
  static const QnColumn columns[] = {
    { "error", "<i>p</i><sub>err</sub>", N_ ("Error probability"), QN_DIMENSION_NONE },
    { "work", "<i>W</i>", N_ ("Extracted work"), QN_DIMENSION_ENERGY },
    { "bound", "<i>TI</i>", N_ ("Work bound"), QN_DIMENSION_ENERGY },
    { "erasure", "<i>W</i><sub>m</sub>", N_ ("Work of erasure"), QN_DIMENSION_ENERGY },
  };
  const gsize n = 41;
  QnTable *table;

  if (is_reset (experiment->value))
    return TRUE;
  table = qn_report_add (report, "errors", columns, G_N_ELEMENTS (columns), n);
  for (gsize i = 0; i < n; i++)
    {
      QnExperiment other = *experiment;
      QnDemonBalance b;
      QnDemon d;

      if (qn_is_cancelled (cancelled))
        return FALSE;
      other.value[qn_lab_parameter_index (other.lab, "demon.error")] = 0.5 * i / (n - 1);
      d = demon_of (&other);
      if (!qn_demon_run (&d, &b, error))
        return FALSE;
      qn_table_set (table, i, 0, d.error);
      qn_table_set (table, i, 1, b.work);
      qn_table_set (table, i, 2, d.temperature * b.information);
      qn_table_set (table, i, 3, b.erasure_work);
    }
  return TRUE;
}

/* The present record over the erasure time. */
static gboolean
put_erasure (const QnDemon *d, double read, const gint *cancelled, QnReport *report, GError **error)
{
  static const QnColumn columns[] = {
    { "duration", "<i>τ</i><sub>m</sub>", N_ ("Erasure time"), QN_DIMENSION_TIME },
    { "work", "<i>W</i><sub>m</sub>", N_ ("Work of erasure"), QN_DIMENSION_ENERGY },
  };
  const gsize n = 31;
  QnTable *table = qn_report_add (report, "erasure", columns, G_N_ELEMENTS (columns), n);

  for (gsize i = 0; i < n; i++)
    {
      QnDemon other = *d;
      QnDemonBalance b;

      if (qn_is_cancelled (cancelled))
        return FALSE;
      other.kind = QN_DEMON_RESET;
      other.bias = read;
      other.memory_duration = 3 / d->memory_coupling * pow (1000, (double) i / (n - 1));
      if (!qn_demon_run (&other, &b, error))
        return FALSE;
      qn_table_set (table, i, 0, other.memory_duration);
      qn_table_set (table, i, 1, b.erasure_work);
    }
  return TRUE;
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  static const char *const phases[] = { N_ ("measure"), N_ ("feedback"), N_ ("return"), N_ ("erase") };
  const QnExperiment *experiment = &outcome->experiment;
  QnReport *report = outcome->tables;
  QnDemon d = demon_of (experiment);
  QnDemonBalance b;

  if (!check (experiment, &d, error) || !qn_demon_run (&d, &b, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    qn_outcome_add_phase (outcome, phases[i], 1);
  put_results (&d, &b, &outcome->results);
  put_ledger (&b, report);
  return put_errors (experiment, cancelled, report, error) && put_erasure (&d, b.read, cancelled, report, error);
}

/* --- Single runs ---------------------------------------------------------- */

typedef struct
{
  QnDemon demon;
  guint64 seed, next;
  QnMean mean[3];
  double exact[3];
  QnHistogram work;
} Runs;

static void
runs_end (gpointer data)
{
  Runs *runs = data;

  qn_histogram_clear (&runs->work);
  g_free (runs);
}

static gpointer
runs_begin (const QnExperiment *experiment, guint64 seed, const gint *cancelled, GError **error)
{
  Runs *runs = g_new0 (Runs, 1);
  QnDemonBalance b;
  double reach;

  runs->demon = demon_of (experiment);
  runs->seed = seed;
  if (!qn_demon_run (&runs->demon, &b, error))
    {
      runs_end (runs);
      return NULL;
    }
  runs->exact[0] = runs->demon.kind == QN_DEMON_RESET ? -b.erasure_work : b.work;
  runs->exact[1] = b.information;
  runs->exact[2] = b.jarzynski;
  reach = runs->demon.kind == QN_DEMON_RESET ? 4 * b.erasure_work : 1.2 * runs->demon.gap;
  qn_histogram_init (&runs->work, -reach, reach, 97);
  return runs;
}

static void
runs_run (gpointer data, guint64 n, const gint *cancelled)
{
  Runs *runs = data;

  for (; n > 0 && !qn_is_cancelled (cancelled); n--)
    {
      guint64 rng[4];
      int level, record;
      double work, information;

      qn_random_seed (rng, runs->seed, runs->next++);
      qn_demon_sample (&runs->demon, rng, &level, &record, &work, &information);
      qn_mean_add (&runs->mean[0], work);
      qn_mean_add (&runs->mean[1], information);
      qn_mean_add (&runs->mean[2], exp (work / runs->demon.temperature - information));
      qn_histogram_add (&runs->work, work);
    }
}

static void
runs_tell (gpointer data, QnReport *report)
{
  Runs *runs = data;

  qn_report_add_estimates (report, runs->mean, runs->exact, 3);
  qn_report_add_histogram (report, "work_histogram", &runs->work);
}

static const QnEstimate estimates[] = {
  { "work_output", "<i>W</i>", N_ ("Extracted work"), QN_DIMENSION_ENERGY },
  { "information", "<i>I</i>", N_ ("Information"), QN_DIMENSION_ENTROPY },
  { "jarzynski", "⟨e<sup><i>W</i>/<i>T</i> − <i>I</i></sup>⟩", N_ ("Generalised Jarzynski average"), QN_DIMENSION_NONE },
  { NULL },
};

static const QnMonteCarlo sampler = { .estimates = estimates, .begin = runs_begin, .run = runs_run, .tell = runs_tell, .end = runs_end };

const QnLab qn_lab_demon = {
  .id = "demon",
  .name = N_ ("Maxwell’s demon"),
  .summary = N_ ("Work from information and its cost: measurement, feedback and erasure, with an entropy ledger that never falls below zero"),
  .icon = "quench-demon-symbolic",
  .group = N_ ("Information"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_demon_strip,
  .figures = qn_lab_demon_figures,
  .start = N_ ("each round starts from the Gibbs state at bath.temperature"),
  .evaluate = evaluate,
  .sampler = &sampler,
  .presets = qn_lab_demon_presets,
  .about = qn_lab_demon_about,
};
