/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thermometry: the precision with which a quantum probe estimates the temperature of a reservoir. M. Mehboudi, A. Sanpera & L. A. Correa, J.
 * Phys. A 52, 303001 (2019). */

#include "lab/labs/qn-lab-thermometry.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-medium-ladder.h"
#include "core/statistics/qn-partition.h"

enum { EQUAL, OPTIMAL };

static const QnChoice spectra[] = { { "ladder", N_ ("Equally spaced") }, { "optimal", N_ ("Optimal: degenerate excited states") }, { NULL } };

enum { ROW_LEVELS, ROW_SPECTRUM, ROW_RELAXED };

static gboolean
is_qubit (const double *values)
{
  return values[ROW_LEVELS] == 2;
}

static gboolean
has_choice (const double *values)
{
  return values[ROW_LEVELS] > 2;
}

static const QnParameter parameters[] = {
  [ROW_LEVELS] = { .id = "medium.levels", .symbol = "<i>N</i>", .name = N_ ("Probe levels"), .meaning = N_ ("Number of states of the probe"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_INTEGER, .initial = 2, .soft_min = 2, .soft_max = QN_MAX_LADDER, .hard_min = 2, .hard_max = QN_MAX_LADDER },
  [ROW_SPECTRUM] = { .id = "probe.spectrum", .symbol = "", .name = N_ ("Probe spectrum"), .meaning =
                     N_ ("Spectrum of the probe: equally spaced, or optimal, with all excited states at one energy. "
                         "No other spectrum of as many states is more sensitive"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_CHOICE, .initial = EQUAL, .soft_max = 1, .hard_max = 1, .choices = spectra, .applies = has_choice },
  [ROW_RELAXED] = { .id = "probe.relaxed", .symbol = "", .name = N_ ("Wait for equilibrium"), .meaning =
                    N_ ("Measures the probe in equilibrium; otherwise after the contact time"), .group = QN_GROUP_TIMING,
    .kind = QN_VALUE_SWITCH, .initial = 1, .soft_max = 1, .hard_max = 1 },
  QN_TEMPERATURE_ROW ("bath", "", N_ ("Temperature"), N_ ("Temperature of the reservoir, which is to be estimated"), 0.4),
  { .id = "initial.temperature", .symbol = "<i>T</i><sub>0</sub>", .name = N_ ("Initial temperature"),
    .meaning = N_ ("Temperature of the probe before the contact"), .group = QN_GROUP_RESERVOIRS,
    .dimension = QN_DIMENSION_TEMPERATURE, .initial = 0.1, .soft_min = 0.05, .soft_max = 10, .hard_min = 1e-2, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "probe.spacing", .symbol = "<i>ω</i>", .name = N_ ("Gap"), .meaning = N_ ("First gap of the probe"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "bath.coupling", .symbol = "<i>γ</i>", .name = N_ ("Coupling"), .meaning = N_ ("Rate at which the probe exchanges quanta with the reservoir"), .group = QN_GROUP_COUPLING,
    .dimension = QN_DIMENSION_RATE, .initial = 0.1, .soft_min = 0.001, .soft_max = 2, .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE },
  QN_SPECTRUM_ROW,
  { .id = "stroke.contact", .symbol = "<i>τ</i>", .name = N_ ("Contact time"),
    .meaning = N_ ("Duration of the contact before the measurement. The figures show this time"), .group = QN_GROUP_TIMING,
    .dimension = QN_DIMENSION_TIME, .initial = 10, .soft_min = 0.1, .soft_max = 200, .hard_min = 1e-3, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "initial.coherence", .symbol = "<i>c</i>", .name = N_ ("Initial coherence"),
    .meaning = N_ ("Initial coherence of a two-level probe, relative to the maximum that its populations allow. The running machine does not show it"), .group = QN_GROUP_DRIVE,
    .soft_max = 1, .hard_max = 1, .applies = is_qubit },
  { .id = "probe.shots", .symbol = "<i>M</i>", .name = N_ ("Shots"), .meaning = N_ ("Number of probes measured for one estimate of the temperature"), .group = QN_GROUP_DRIVE,
    .kind = QN_VALUE_INTEGER, .initial = 300, .soft_min = 10, .soft_max = 10000, .hard_min = 2, .hard_max = 100000, .log_scale = TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

#define NUMBER QN_NUMBER_RESULT

static const QnResult results[] = {
  NUMBER ("error_bound", "δ<i>T</i>/<i>T</i>", N_ ("Cramér–Rao bound"),
          N_ ("Minimum relative error of an unbiased estimate from <i>M</i> probes, 1/(<i>T</i>√(<i>MF</i>))"), NONE),
  NUMBER ("sensitivity", "<i>T</i>²<i>F</i>", N_ ("Information per shot"),
          N_ ("Squared signal-to-noise ratio of one shot, <i>T</i>²<i>F</i>. In equilibrium it is the heat capacity"), NONE),
  NUMBER ("best_gap", "<i>ω</i>*", N_ ("Best gap"), N_ ("Gap at which the information in equilibrium is largest, 2.399 <i>T</i> for two levels"), ENERGY),
  NUMBER ("sensitivity_best", "<i>T</i>²<i>F</i>*", N_ ("Information at best gap"),
          N_ ("Information per shot in equilibrium at the best gap, 0.4392 for two levels"), NONE),
  NUMBER ("sensitivity_equilibrium", "<i>T</i>²<i>F</i><sub>eq</sub>", N_ ("Information in equilibrium"),
          N_ ("Information per shot in equilibrium at the present gap, the heat capacity <i>C</i>"), NONE),
  NUMBER ("gain", "<i>F</i>/<i>F</i><sub>eq</sub>", N_ ("Gain over equilibrium"),
          N_ ("Information after the contact time, divided by that in equilibrium"), NONE),
  NUMBER ("fisher_information", "<i>F</i>", N_ ("Quantum Fisher information"),
          N_ ("Quantum Fisher information of the temperature, in 1/<i>T</i>²: Σ "
              "2|⟨i|d<i>ρ</i>/d<i>T</i>|j⟩|²/(<i>p</i><sub>i</sub> + <i>p</i><sub>j</sub>)"), NONE),
  NUMBER ("fisher_populations", "<i>F</i><sub>E</sub>", N_ ("Classical Fisher information"),
          N_ ("Fisher information of an energy measurement, Σ (d<i>p</i><sub>n</sub>/d<i>T</i>)²/<i>p</i><sub>n</sub>. "
              "It is less than <i>F</i> where the probe has coherence"), NONE),
  NUMBER ("heat_capacity", "<i>C</i>", N_ ("Heat capacity"),
          N_ ("Heat capacity of the probe in equilibrium, d<i>U</i>/d<i>T</i> = <i>T</i>²<i>F</i><sub>eq</sub>"), ENTROPY),
  NUMBER ("best_time", "<i>t</i>*", N_ ("Optimal contact time"),
          N_ ("Contact time at which the information per time, <i>F</i>(<i>t</i>)/<i>t</i>, is largest"), TIME),
  NUMBER ("energy", "<i>E</i>", N_ ("Energy"), N_ ("Energy of the probe when it is measured, Tr[<i>H ρ</i>] from the ground state"), ENERGY),
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Populations of the probe’s levels when it is measured, lowest first") },
  NUMBER ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"),
          N_ ("Violation of the first law by the running probe, d<i>E</i>/d<i>t</i> − <i>Q̇</i>"), POWER),
  NUMBER ("residual_trace", "δ<sub>Tr</sub>", N_ ("Trace residual"), N_ ("Deviation of the trace from 1, |Tr <i>ρ</i> − 1|"), NONE),
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static QnMediumSpec
medium_of (const QnExperiment *experiment)
{
  int levels = (int) qn_experiment_get (experiment, "medium.levels");
  gboolean optimal = levels > 2 && qn_experiment_get (experiment, "probe.spectrum") == OPTIMAL;

  return optimal ? qn_ladder_spec (2, NULL, (const int[]) { 1, levels - 1 }) : qn_ladder_spec (levels, NULL, NULL);
}

QnProbe
qn_lab_thermometry_probe (const QnExperiment *experiment)
{
  QnProbe probe = { .medium = medium_of (experiment), .control = qn_experiment_get (experiment, "probe.spacing") };
  double T = qn_experiment_get (experiment, "initial.temperature"), Z = 0;
  int g[QN_MAX_LEVELS], levels = qn_medium_count_levels (&probe.medium, g);

  probe.bath = qn_continuous_bath (experiment, "bath", (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum"));
  for (int n = 0; n < levels; n++)
    Z += probe.start[n] = g[n] * exp (-n * probe.control / T);
  for (int n = 0; n < levels; n++)
    probe.start[n] /= Z;
  if (levels == 2 && g[1] == 1)
    probe.coherence = qn_experiment_get (experiment, "initial.coherence") * sqrt (probe.start[0] * probe.start[1]);
  return probe;
}

double
qn_lab_thermometry_time (const QnExperiment *experiment)
{
  return qn_experiment_get (experiment, "probe.relaxed") != 0 ? INFINITY : qn_experiment_get (experiment, "stroke.contact");
}

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  QnProbe probe = qn_lab_thermometry_probe (experiment);

  *machine = (QnMachine) { .medium = probe.medium, .bath = { probe.bath }, .n_baths = 1, .n_strokes = 1, .start_temperature = qn_experiment_get (experiment, "initial.temperature") };
  machine->stroke[0] = (QnStroke) { .id = "hot", .duration = qn_experiment_get (experiment, "stroke.contact"), .from = probe.control, .to = probe.control, .baths = 1 };
  return qn_machine_check (machine, error);
}

/* --- Tables --------------------------------------------------------------- */

/* T^2 F of the probe with another gap, or after another time. */
static double
sensitivity (const QnProbe *probe, double gap, double time)
{
  QnProbe other = *probe;
  QnProbeReading reading;
  double T = probe->bath.temperature;

  other.control = gap;
  return qn_probe_read (&other, time, &reading, NULL) ? T * T * reading.fisher : NAN;
}

/* The best gap in equilibrium: C depends on w/T alone, and its peak over T is that over 1/w. */
static void
put_best_gap (const QnProbe *probe, QnResults *out)
{
  QnLevels levels;
  double T, C;

  qn_levels_of_medium (&probe->medium, probe->control, &levels);
  if (!qn_partition_peak (&levels, &T, &C))
    return;
  qn_results_set (out, "best_gap", probe->control * probe->bath.temperature / T);
  qn_results_set (out, "sensitivity_best", C);
}

static gboolean
put_gaps (const QnExperiment *experiment, const gint *cancelled, double best, QnReport *report)
{
  static const QnColumn columns[] = {
    { "gap", "<i>ω</i>", N_ ("Gap"), QN_DIMENSION_ENERGY },
    { "equilibrium", "<i>T</i>²<i>F</i><sub>eq</sub>", N_ ("Information in equilibrium"), QN_DIMENSION_NONE },
    { "contact", "<i>T</i>²<i>F</i>", N_ ("Information after the contact time"), QN_DIMENSION_NONE },
  };
  const gsize n = 97;
  QnTable *table = qn_report_add (report, "gap", columns, G_N_ELEMENTS (columns), n);
  double T = qn_experiment_get (experiment, "bath.temperature"), here = qn_experiment_get (experiment, "probe.spacing");
  double most = MAX (5 * (isfinite (best) ? best : 2 * T), 1.25 * here), time = qn_experiment_get (experiment, "stroke.contact");

  for (gsize i = 0; i < n; i++)
    {
      QnExperiment other = *experiment;
      QnProbe probe;
      double gap = most * (i + 0.5) / n;

      if (qn_is_cancelled (cancelled))
        return FALSE;
      other.value[qn_lab_parameter_index (other.lab, "probe.spacing")] = gap;
      probe = qn_lab_thermometry_probe (&other);
      qn_table_set (table, i, 0, gap);
      qn_table_set (table, i, 1, sensitivity (&probe, gap, INFINITY));
      qn_table_set (table, i, 2, sensitivity (&probe, gap, time));
    }
  return TRUE;
}

static void
put_times (const QnProbe *probe, double time, QnReport *report)
{
  static const QnColumn columns[] = {
    { "time", "<i>t</i>", N_ ("Contact time"), QN_DIMENSION_TIME },
    { "sensitivity", "<i>T</i>²<i>F</i>", N_ ("Information"), QN_DIMENSION_NONE },
  };
  const gsize n = 121;
  QnTable *table = qn_report_add (report, "time", columns, G_N_ELEMENTS (columns), n);

  for (gsize i = 0; i < n; i++)
    {
      qn_table_set (table, i, 0, 2 * time * i / (n - 1));
      qn_table_set (table, i, 1, sensitivity (probe, probe->control, 2 * time * i / (n - 1)));
    }
}

/* Where F(t)/t is largest: by factors, then by golden section. NaN where there is no such time. */
static double
best_time (const QnProbe *probe)
{
  const double golden = 0.5 * (sqrt (5) - 1), step = 1.5;
  double rate = probe->bath.coupling, most = 0, at = NAN, a, b, t, u;

  if (!(rate > 0))
    return NAN;
  for (t = 1e-4 / rate; t < 1e3 / rate; t *= step)
    if (sensitivity (probe, probe->control, t) / t > most)
      {
        most = sensitivity (probe, probe->control, t) / t;
        at = t;
      }
  if (isnan (at) || at <= 1.1e-4 / rate)
    return NAN;
  a = at / step;
  b = at * step;
  for (int i = 0; i < 60; i++)
    {
      t = b - golden * (b - a);
      u = a + golden * (b - a);
      if (sensitivity (probe, probe->control, t) / t > sensitivity (probe, probe->control, u) / u)
        b = u;
      else
        a = t;
    }
  return (a + b) / 2;
}

static void
put_reading (const QnExperiment *experiment, const QnProbe *probe, const QnProbeReading *now, QnResults *out)
{
  double T = probe->bath.temperature, E = 0, equilibrium = sensitivity (probe, probe->control, INFINITY), told = T * T * now->fisher;

  for (int n = 0; n < now->n; n++)
    {
      E += n * probe->control * now->p[n];
      out->population[n] = now->p[n];
    }
  out->n_populations = now->n;
  qn_results_set (out, "error_bound", told > 0 ? 1 / sqrt (told * qn_experiment_get (experiment, "probe.shots")) : NAN);
  qn_results_set (out, "sensitivity", told);
  qn_results_set (out, "sensitivity_equilibrium", equilibrium);
  qn_results_set (out, "heat_capacity", equilibrium);
  qn_results_set (out, "gain", told / equilibrium);
  qn_results_set (out, "fisher_information", now->fisher);
  qn_results_set (out, "fisher_populations", now->fisher_populations);
  qn_results_set (out, "energy", E);
  qn_results_set (out, "best_time", best_time (probe));
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnExperiment *experiment = &outcome->experiment;
  QnProbe probe = qn_lab_thermometry_probe (experiment);
  QnResults *out = &outcome->results;
  QnReport *report = outcome->tables;
  QnProbeReading now;

  if (!qn_outcome_run_machine (outcome, cancelled, error) || !qn_probe_read (&probe, qn_lab_thermometry_time (experiment), &now, error))
    return FALSE;
  put_best_gap (&probe, out);
  put_reading (experiment, &probe, &now, out);
  put_times (&probe, qn_experiment_get (experiment, "stroke.contact"), report);
  return put_gaps (experiment, cancelled, qn_results_get (out, "best_gap"), report);
}

static const char *const baths[] = { N_ ("Reservoir"), NULL, NULL };

const QnLab qn_lab_thermometry = {
  .id = "thermometry",
  .name = N_ ("Quantum thermometer"),
  .summary = N_ ("Temperature from a probe of a few levels: precision against gap, contact time and number of shots"),
  .icon = "quench-thermometry-symbolic",
  .group = N_ ("Information"),
  .baths = baths,
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_thermometry_strip,
  .figures = qn_lab_thermometry_figures,
  .start = N_ ("the probe starts thermal at initial.temperature, with the share initial.coherence of the coherence it can have"),
  .build = build,
  .evaluate = evaluate,
  .sampler = &qn_lab_thermometry_runs,
  .presets = qn_lab_thermometry_presets,
  .about = qn_lab_thermometry_about,
};
