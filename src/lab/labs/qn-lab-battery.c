/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quantum batteries: cells charged in parallel or collectively, and the ergotropy left after storage. F. Campaioli, S.
 * Gherardini, J. Q. Quach, M. Polini & G. M. Andolina, Rev. Mod. Phys. 96, 031001 (2024). */

#include <math.h>

#include "core/protocols/qn-battery.h"
#include "lab/qn-continuous.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

static const QnChoice charges[] = {
  { "parallel", N_ ("Parallel") },
  { "collective", N_ ("Collective") },
  { "cavity", N_ ("Cavity") },
  { "dissipative", N_ ("Driven and damped") },
  { NULL },
};
static const QnChoice constraints[] = { { "norm", N_ ("Equal norm") }, { "deviation", N_ ("Equal initial energy spread") }, { NULL } };

enum { ROW_CHARGING, ROW_CONSTRAINT, ROW_FULL };

static gboolean
is_collective (const double *values)
{
  return values[ROW_CHARGING] == QN_CHARGE_COLLECTIVE;
}

static gboolean
is_cavity (const double *values)
{
  return values[ROW_CHARGING] == QN_CHARGE_CAVITY;
}

static gboolean
has_temperature (const double *values)
{
  return values[ROW_CHARGING] != QN_CHARGE_CAVITY;
}

static gboolean
can_be_full (const double *values)
{
  return values[ROW_CHARGING] != QN_CHARGE_DISSIPATIVE;
}

static gboolean
is_timed (const double *values)
{
  return !can_be_full (values) || values[ROW_FULL] == 0;
}

static const QnParameter parameters[] = {
  [ROW_CHARGING] = { .id = "battery.charging", .symbol = "", .name = N_ ("Charging"), .meaning =
                     N_ ("How the cells are charged. Parallel: a drive for each cell. Collective: one drive for all cells. "
                         "Cavity: photons of a shared mode. Driven and damped: a drive for each cell, with loss"), .group = QN_GROUP_DRIVE,
    .kind = QN_VALUE_CHOICE, .initial = QN_CHARGE_COLLECTIVE, .soft_max = 3, .hard_max = 3, .choices = charges },
  [ROW_CONSTRAINT] = { .id = "battery.constraint", .symbol = "", .name = N_ ("Comparison constraint"), .meaning =
                       N_ ("Quantity that the collective drive shares with the parallel one it is compared with: the norm, "
                           "<i>a</i> = <i>Nλ</i>, or the initial energy spread, <i>a</i> = √<i>N</i> <i>λ</i>"), .group = QN_GROUP_DRIVE,
    .kind = QN_VALUE_CHOICE, .soft_max = 1, .hard_max = 1, .choices = constraints, .applies = is_collective },
  [ROW_FULL] = { .id = "battery.full", .symbol = "", .name = N_ ("Stop when full"), .meaning =
                 N_ ("Ends the charging at the first maximum of the energy; otherwise it ends after the charging time"), .group = QN_GROUP_TIMING,
    .kind = QN_VALUE_SWITCH, .initial = 1, .soft_max = 1, .hard_max = 1, .applies = can_be_full },
  { .id = "battery.cells", .symbol = "<i>N</i>", .name = N_ ("Cells"), .meaning = N_ ("Number of qubits in the battery"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_INTEGER, .initial = 4, .soft_min = 1, .soft_max = QN_BATTERY_CELLS, .hard_min = 1, .hard_max = QN_BATTERY_CELLS },
  { .id = "spacing.hot", .symbol = "<i>ω</i>", .name = N_ ("Level spacing"), .meaning = N_ ("Level spacing of a cell, the energy it can hold"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "drive.strength", .symbol = "<i>λ</i>", .name = N_ ("Drive strength"),
    .meaning = N_ ("Strength <i>λ</i> of the drive <i>V</i> = <i>λ</i> Σ<sub>i</sub> "
                   "<i>σ</i><sub>x,i</sub>; with a cavity the coupling of one cell to one photon"), .group = QN_GROUP_DRIVE,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0.2, .soft_min = 0.02, .soft_max = 2, .hard_min = 1e-6, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "cavity.photons", .symbol = "<i>n</i>/<i>N</i>", .name = N_ ("Photons per cell"),
    .meaning = N_ ("Initial number of photons in the cavity, divided by the number of cells"), .group = QN_GROUP_DRIVE,
    .kind = QN_VALUE_INTEGER, .initial = 1, .soft_min = 1, .soft_max = 6, .hard_min = 1, .hard_max = 8, .applies = is_cavity },
  { .id = "drive.detuning", .symbol = "<i>δ</i>", .name = N_ ("Detuning"), .meaning = N_ ("Frequency of the cavity minus that of the cells"), .group = QN_GROUP_DRIVE,
    .dimension = QN_DIMENSION_ENERGY, .soft_min = -1, .soft_max = 1, .hard_min = -1e3, .hard_max = 1e3, .applies = is_cavity },
  { .id = "initial.temperature", .symbol = "<i>T</i><sub>0</sub>", .name = N_ ("Initial temperature"),
    .meaning = N_ ("Temperature of the cells before charging; 0 is the ground state"), .group = QN_GROUP_RESERVOIRS,
    .dimension = QN_DIMENSION_TEMPERATURE, .soft_max = 2, .hard_max = 1e3, .applies = has_temperature },
  { .id = "bath.temperature", .symbol = "<i>T</i>", .name = N_ ("Bath temperature"),
    .meaning = N_ ("Temperature of the reservoir to which the cells lose energy; 0 is allowed"), .group = QN_GROUP_RESERVOIRS,
    .dimension = QN_DIMENSION_TEMPERATURE, .initial = 0.3, .soft_max = 3, .hard_max = 1e3 },
  { .id = "bath.coupling", .symbol = "<i>γ</i>", .name = N_ ("Loss rate"),
    .meaning = N_ ("Rate at which a cell is damped in storage and, when driven and damped, during charging"), .group = QN_GROUP_COUPLING,
    .dimension = QN_DIMENSION_RATE, .initial = 0.05, .soft_min = 0.001, .soft_max = 1, .hard_min = 0, .hard_max = 1e3, .log_scale = TRUE },
  { .id = "stroke.charge", .symbol = "<i>τ</i><sub>c</sub>", .name = N_ ("Charging time"), .meaning = N_ ("Duration of the drive"), .group = QN_GROUP_TIMING,
    .dimension = QN_DIMENSION_TIME, .initial = 20, .soft_min = 0.5, .soft_max = 100, .hard_min = 1e-3, .hard_max = 1e4, .log_scale = TRUE, .applies = is_timed },
  { .id = "stroke.storage", .symbol = "<i>τ</i><sub>s</sub>", .name = N_ ("Storage time"),
    .meaning = N_ ("Duration of storage, in which nothing drives and every cell is damped"), .group = QN_GROUP_TIMING,
    .dimension = QN_DIMENSION_TIME, .initial = 8, .soft_min = 0.5, .soft_max = 100, .hard_min = 0, .hard_max = 1e4, .log_scale = TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

#define NUMBER QN_NUMBER_RESULT

static const QnResult results[] = {
  NUMBER ("energy", "<i>E</i>", N_ ("Stored energy"), N_ ("Energy at the end of charging, ⟨<i>H</i><sub>0</sub>⟩ from the ground state"), ENERGY),
  NUMBER ("ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"),
          N_ ("Maximum work that a unitary on all cells can extract at the end of charging: ⟨<i>H</i><sub>0</sub>⟩ minus that of the passive state"), ENERGY),
  NUMBER ("advantage", "<i>Γ</i>", N_ ("Advantage"),
          N_ ("Maximum power divided by that of the same cells charged in parallel: by drives <i>λσ</i><sub>x</sub>, or by a cavity for each cell"), NONE),
  NUMBER ("power", "<i>P</i>", N_ ("Maximum power"), N_ ("Largest mean power up to the full charge, (<i>E</i>(<i>t</i>) − <i>E</i>(0))/<i>t</i>"), POWER),
  NUMBER ("ergotropy_death", "<i>t</i>†", N_ ("Ergotropy lifetime"),
          N_ ("Storage time after which no ergotropy is left, although energy is. "
              "Not defined if coherence between different energies is stored: then the ergotropy decays without reaching zero"), TIME),
  NUMBER ("negativity", "<i>𝒩</i>", N_ ("Maximum negativity"), N_ ("Largest negativity of one cell with all others during charging, at most ½"), NONE),
  NUMBER ("time_charge", "<i>t</i><sub>c</sub>", N_ ("Actual charging time"), N_ ("Time at which charging ended"), TIME),
  NUMBER ("power_mean", "<i>P̄</i>", N_ ("Mean power"), N_ ("Energy gained, divided by the actual charging time"), POWER),
  NUMBER ("ergotropy_local", "<i>ℰ</i><sub>l</sub>", N_ ("Local ergotropy"),
          N_ ("Maximum work that unitaries on single cells can extract, <i>N</i> times that of one cell"), ENERGY),
  NUMBER ("capacity", "<i>Nω</i>", N_ ("Capacity"), N_ ("Energy with all cells excited, <i>Nω</i>"), ENERGY),
  NUMBER ("energy_stored", "<i>E</i>′", N_ ("Energy after storage"), N_ ("Energy at the end of storage, ⟨<i>H</i><sub>0</sub>⟩"), ENERGY),
  NUMBER ("ergotropy_stored", "<i>ℰ</i>′", N_ ("Ergotropy after storage"), N_ ("Ergotropy at the end of storage"), ENERGY),
  NUMBER ("entropy", "<i>S</i>", N_ ("Entropy of the cells"),
          N_ ("Entropy of the cells at the end of charging, −Tr[<i>ρ</i> ln <i>ρ</i>]. With a cavity it is their entanglement with the photons"), ENTROPY),
  NUMBER ("drive_norm", "‖<i>V</i>‖", N_ ("Norm of the drive"), N_ ("Largest eigenvalue of the drive <i>V</i>: <i>Nλ</i> or <i>a</i>"), ENERGY),
  NUMBER ("residual_trace", "δ<sub>Tr</sub>", N_ ("Trace residual"), N_ ("Largest deviation of the trace from 1, |Tr <i>ρ</i> − 1|"), NONE),
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static QnBattery
battery_of (const QnExperiment *experiment)
{
  return (QnBattery) {
    .cells = (int) qn_experiment_get (experiment, "battery.cells"),
    .charge = (QnCharge) qn_experiment_get (experiment, "battery.charging"),
    .spacing = qn_experiment_get (experiment, "spacing.hot"),
    .strength = qn_experiment_get (experiment, "drive.strength"),
    .equal_norm = qn_experiment_get (experiment, "battery.constraint") == 0,
    .photons = (int) qn_experiment_get (experiment, "cavity.photons"),
    .detuning = qn_experiment_get (experiment, "drive.detuning"),
    .temperature = has_temperature (experiment->value) ? qn_experiment_get (experiment, "initial.temperature") : 0,
    .bath_temperature = qn_experiment_get (experiment, "bath.temperature"),
    .bath_coupling = qn_experiment_get (experiment, "bath.coupling"),
  };
}

static double
charging_time (const QnExperiment *experiment, const QnBattery *b)
{
  double full = is_timed (experiment->value) ? INFINITY : qn_battery_full (b);

  return isfinite (full) ? full : qn_experiment_get (experiment, "stroke.charge");
}

/* --- Tables --------------------------------------------------------------- */

#define POINTS 61

enum { TIME, ENERGY, ERGOTROPY, LOCAL, NEGATIVITY, POWER, N_COLUMNS };

static void
put_row (QnTable *table, gsize row, double t, const QnBatteryReading *r, double start, QnResults *out)
{
  const double values[N_COLUMNS] = { t, r->energy, r->ergotropy, r->local, r->negativity, t > 0 ? (r->energy - start) / t : NAN };
  double most = qn_results_get (out, "negativity"), residual = qn_results_get (out, "residual_trace");

  for (int c = 0; c < N_COLUMNS; c++)
    qn_table_set (table, row, c, values[c]);
  qn_results_set (out, "negativity", fmax (most, r->negativity > 1e-12 ? r->negativity : 0));
  qn_results_set (out, "residual_trace", fmax (residual, fabs (r->trace - 1)));
}

static void
put_end (const QnBattery *b, const QnBatteryReading *r, double start, double time, const QnCells *cells, QnResults *out)
{
  double death = qn_battery_death (b, cells);

  qn_results_set (out, "energy", r->energy);
  qn_results_set (out, "ergotropy", r->ergotropy > 1e-12 * b->spacing ? r->ergotropy : 0);
  qn_results_set (out, "ergotropy_local", r->local > 1e-12 * b->spacing ? r->local : 0);
  qn_results_set (out, "entropy", r->entropy > 1e-12 ? r->entropy : 0);
  qn_results_set (out, "time_charge", time);
  qn_results_set (out, "power_mean", (r->energy - start) / time);
  qn_results_set (out, "capacity", b->cells * b->spacing);
  qn_results_set (out, "ergotropy_death", isfinite (death) ? death : NAN);
}

static gboolean
put_times (const QnExperiment *experiment, const QnBattery *b, const gint *cancelled, QnResults *out, QnReport *report)
{
  static const QnColumn columns[] = {
    { "time", "<i>t</i>", N_ ("Time"), QN_DIMENSION_TIME },
    { "energy", "<i>E</i>", N_ ("Energy"), QN_DIMENSION_ENERGY },
    { "ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), QN_DIMENSION_ENERGY },
    { "local", "<i>ℰ</i><sub>l</sub>", N_ ("Local ergotropy"), QN_DIMENSION_ENERGY },
    { "negativity", "<i>𝒩</i>", N_ ("Negativity"), QN_DIMENSION_NONE },
    { "power", "<i>P</i>", N_ ("Mean power"), QN_DIMENSION_POWER },
  };
  QnTable *table = qn_report_add (report, "battery", columns, N_COLUMNS, 2 * POINTS);
  double charge = charging_time (experiment, b), storage = qn_experiment_get (experiment, "stroke.storage"), start = 0;

  for (gsize i = 0; i < 2 * POINTS; i++)
    {
      gboolean stored = i >= POINTS;
      double part = (double) (i % POINTS) / (POINTS - 1), t = stored ? charge : charge * part;
      QnBatteryReading r;
      QnCells cells;

      if (qn_is_cancelled (cancelled))
        return FALSE;
      qn_battery_charged (b, t, &cells);
      if (stored)
        qn_battery_stored (b, storage * part, &cells);
      qn_battery_read (b, &cells, &r);
      start = i == 0 ? r.energy : start;
      put_row (table, i, stored ? charge + storage * part : t, &r, start, out);
      if (i == POINTS - 1)
        put_end (b, &r, start, charge, &cells, out);
      qn_cells_clear (&cells);
      if (i == 2 * POINTS - 1)
        {
          qn_results_set (out, "energy_stored", r.energy);
          qn_results_set (out, "ergotropy_stored", r.ergotropy > 1e-12 * b->spacing ? r.ergotropy : 0);
        }
    }
  return TRUE;
}

/* The same cells charged in parallel, until they are full or the time window ends. */
static void
put_alone (const QnBattery *b, double end, QnReport *report)
{
  static const QnColumn columns[] = { { "time", "<i>t</i>", N_ ("Time"), QN_DIMENSION_TIME }, { "energy", "<i>E</i>", N_ ("Energy, parallel charging"), QN_DIMENSION_ENERGY } };
  QnTable *table = qn_report_add (report, "alone", columns, G_N_ELEMENTS (columns), POINTS);
  QnBattery one = *b;

  one.cells = 1;
  one.charge = b->charge == QN_CHARGE_COLLECTIVE ? QN_CHARGE_PARALLEL : b->charge;
  end = MIN (end, qn_battery_full (&one));
  for (gsize i = 0; i < POINTS; i++)
    {
      QnCells cells;

      qn_battery_charged (&one, end * i / (POINTS - 1), &cells);
      qn_table_set (table, i, 0, end * i / (POINTS - 1));
      qn_table_set (table, i, 1, b->cells * qn_battery_energy (&one, &cells));
      qn_cells_clear (&cells);
    }
}

/* Power of N cells over N times that of one, for every N. */
static gboolean
put_advantage (const QnBattery *b, const gint *cancelled, QnResults *out, QnReport *report)
{
  static const QnColumn columns[] = {
    { "cells", "<i>N</i>", N_ ("Cells"), QN_DIMENSION_NONE }, { "advantage", "<i>Γ</i>", N_ ("Advantage"), QN_DIMENSION_NONE },
    { "root", "√<i>N</i>", N_ ("Square root of the number of cells"), QN_DIMENSION_NONE }, { "linear", "<i>N</i>", N_ ("Number of cells"), QN_DIMENSION_NONE },
  };
  QnTable *table = qn_report_add (report, "advantage", columns, G_N_ELEMENTS (columns), QN_BATTERY_CELLS);
  QnBattery some = *b;
  double at, one;

  some.cells = 1;
  one = qn_battery_power (&some, &at);
  for (int n = 1; n <= QN_BATTERY_CELLS; n++)
    {
      double power;

      if (qn_is_cancelled (cancelled))
        return FALSE;
      some.cells = n;
      power = qn_battery_power (&some, &at);
      if (n == b->cells)
        {
          qn_results_set (out, "power", power);
          qn_results_set (out, "advantage", power / (n * one));
        }
      qn_table_set (table, n - 1, 0, n);
      qn_table_set (table, n - 1, 1, power / (n * one));
      qn_table_set (table, n - 1, 2, sqrt (n));
      qn_table_set (table, n - 1, 3, n);
    }
  return TRUE;
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnExperiment *experiment = &outcome->experiment;
  QnBattery b = battery_of (experiment);
  QnResults *out = &outcome->results;
  QnReport *report = outcome->tables;

  b.cancelled = cancelled;
  qn_outcome_add_phase (outcome, N_ ("charging"), charging_time (experiment, &b));
  qn_outcome_add_phase (outcome, N_ ("storage"), qn_experiment_get (experiment, "stroke.storage"));
  if (b.charge == QN_CHARGE_COLLECTIVE)
    qn_results_set (out, "drive_norm", b.strength * (b.equal_norm ? b.cells : sqrt (b.cells)));
  else if (b.charge != QN_CHARGE_CAVITY)
    qn_results_set (out, "drive_norm", b.strength * b.cells);
  put_alone (&b, qn_phases_period (outcome->phase, outcome->n_phases), report);
  return put_times (experiment, &b, cancelled, out, report) && put_advantage (&b, cancelled, out, report) && !qn_is_cancelled (cancelled);
}

const QnLab qn_lab_battery = {
  .id = "battery",
  .name = N_ ("Quantum battery"),
  .summary = N_ ("Cells charged in parallel or collectively, faster through entanglement, and how long their ergotropy lasts"),
  .icon = "quench-battery-symbolic",
  .group = N_ ("Quantum resources"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_battery_strip,
  .figures = qn_lab_battery_figures,
  .start = N_ ("the cells start thermal at initial.temperature"),
  .evaluate = evaluate,
  .presets = qn_lab_battery_presets,
  .about = qn_lab_battery_about,
};
