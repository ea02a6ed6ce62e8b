/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-results.h"

#include <math.h>
#include <string.h>

#include "core/machine/qn-quasi-static.h"
#include "lab/qn-quantity.h"

#define REFERENCE_POINTS 1

typedef struct
{
  double hot, cold;           /* heats of the hotter and the colder bath */
  double T_hot, T_cold;
} Ordered;

/* What the hot reservoir is like to a machine that does not use the phase of its squeezing: it leaves N = coth (w/2T) cosh (2r)/2 quanta,
 * as a thermal one does of tanh (w/2T') = tanh (w/2T)/cosh (2r); T' -> T cosh 2r at high temperature, more below. That of the largest
 * spacing in contact, where T' is largest. */
static double
hot_temperature (const QnMachine *machine)
{
  const QnBath *hot = &machine->bath[QN_HOT];
  double w = 0;

  for (int i = 0; i < machine->n_strokes; i++)
    if (machine->stroke[i].baths & (1u << QN_HOT))
      w = MAX (w, MAX (machine->stroke[i].from, machine->stroke[i].to));
  return hot->squeezing == 0 || !(w > 0) ? hot->temperature : w / 2 / atanh (tanh (w / hot->temperature / 2) / cosh (2 * hot->squeezing));
}

static Ordered
order_baths (const QnMachine *machine, const QnLedger *ledger)
{
  gboolean reversed = hot_temperature (machine) < machine->bath[QN_COLD].temperature;
  QnBathIndex h = reversed ? QN_COLD : QN_HOT, c = reversed ? QN_HOT : QN_COLD;

  return (Ordered) { ledger->heat[h], ledger->heat[c], machine->bath[h].temperature, machine->bath[c].temperature };
}

void
qn_results_set (QnResults *results, const char *id, double value)
{
  int i = qn_lab_result_index (results->lab, id);

  g_return_if_fail (i >= 0);
  results->number[i] = value;
}

/* A row that the lab may do without. */
static void
put (QnResults *results, const char *id, double value)
{
  int i = qn_lab_result_index (results->lab, id);

  if (i >= 0)
    results->number[i] = value;
}

static void
put_limits (QnResults *results, const QnMachine *machine, const Ordered *o)
{
  if (results->mode == QN_MODE_REFRIGERATOR)
    put (results, "carnot", o->T_hot > o->T_cold ? o->T_cold / (o->T_hot - o->T_cold) : NAN);
  else
    put (results, "carnot", 1 - o->T_cold / o->T_hot);
  if (machine->bath[QN_HOT].squeezing != 0 && results->mode == QN_MODE_ENGINE)
    put (results, "limit_squeezed", 1 - machine->bath[QN_COLD].temperature / hot_temperature (machine));
  put (results, "curzon_ahlborn", 1 - sqrt (o->T_cold / o->T_hot));
}

static void
put_ratios (QnResults *results, const QnLedger *ledger, const Ordered *o)
{
  double W = ledger->work_output, cost = ledger->drive_cost;

  if (results->mode == QN_MODE_ENGINE)
    {
      put (results, "efficiency", W / o->hot);
      put (results, "efficiency_with_cost", W / (o->hot + cost));
      put (results, "efficiency_net_of_cost", (W - cost) / o->hot);
    }
  if (results->mode == QN_MODE_REFRIGERATOR)
    put (results, "cop", o->cold / -W);
}

/* Efficiency of the quasi-static cycle in an engine, its COP in a refrigerator. */
static double
quasi_static (const QnMachine *machine)
{
  QnReading samples[QN_MAX_STROKES * (REFERENCE_POINTS + 1)];
  QnLedger ledger;
  Ordered o;

  if (!qn_quasi_static_cycle (machine, REFERENCE_POINTS, NULL, samples, &ledger, NULL))
    return NAN;
  o = order_baths (machine, &ledger);
  switch (qn_mode (o.hot, o.cold, ledger.work_output, ledger.energy_scale))
    {
    case QN_MODE_ENGINE:
      return ledger.work_output / o.hot;
    case QN_MODE_REFRIGERATOR:
      return o.cold / -ledger.work_output;
    case QN_MODE_IDLE:
    case QN_MODE_ACCELERATOR:
    case QN_MODE_HEATER:
    case QN_MODE_CONDUCTION:
    case QN_MODE_IMPOSSIBLE:
    default:
      return NAN;
    }
}

static void
put_start (QnResults *results, const QnReading *start)
{
  put (results, "energy", start->energy);
  put (results, "entropy", start->entropy);
  put (results, "coherence_l1", start->coherence_l1);
  put (results, "coherence_relative", start->coherence_relative);
  put (results, "purity", start->purity);
  put (results, "ergotropy", start->ergotropy);
  put (results, "concurrence", start->concurrence);
  put (results, "mutual_information", start->mutual_information);
  results->n_populations = start->n_levels;
  memcpy (results->population, start->population, sizeof start->population);
  memcpy (results->bloch, start->bloch, sizeof start->bloch);
  memcpy (results->part_z, start->part_z, sizeof start->part_z);
}

/* Per cycle; of a machine without cycles per time. */
static void
put_ledger (QnResults *results, const QnMachine *machine, const QnLedger *ledger)
{
  double per = qn_machine_is_continuous (machine) ? 1 / ledger->period : 1;

  put (results, "work_output", ledger->work_output * per);
  put (results, "heat_hot", ledger->heat[QN_HOT] * per);
  put (results, "heat_cold", ledger->heat[QN_COLD] * per);
  put (results, "heat_work", ledger->heat[QN_THIRD] * per);
  put (results, "entropy_production", ledger->entropy_production * per);
  put (results, "power_bare", ledger->bare_work_output * per);
  put (results, "heat_hot_bare", ledger->bare_heat[QN_HOT] * per);
  put (results, "heat_cold_bare", ledger->bare_heat[QN_COLD] * per);
  put (results, "heat_work_bare", ledger->bare_heat[QN_THIRD] * per);
  put (results, "entropy_production_bare", ledger->bare_entropy_production * per);
  put (results, "power", ledger->period > 0 ? ledger->work_output / ledger->period : NAN);
  put (results, "period", ledger->period);
  put (results, "friction_work", ledger->friction_work);
  put (results, "drive_work", ledger->drive_work);
  put (results, "drive_cost", ledger->drive_cost);
  put (results, "residual_first_law", ledger->residual_first_law * per);
  put (results, "residual_trace", ledger->residual_trace);
  put (results, "residual_limit_cycle", ledger->residual_limit_cycle);
  put (results, "secular_ratio", isfinite (ledger->secular_ratio) ? ledger->secular_ratio : NAN);
  put (results, "min_eigenvalue", ledger->min_eigenvalue);
}

void
qn_results_init (QnResults *results, const QnLab *lab)
{
  memset (results, 0, sizeof *results);
  results->lab = lab;
  for (int i = 0; i < QN_MAX_RESULTS; i++)
    results->number[i] = NAN;
  results->part_z[0] = results->part_z[1] = NAN;
}

gboolean
qn_is_noise (double value, QnDimension dimension, const QnLedger *ledger)
{
  double scale = 1;

  if (ledger->energy_scale > 0 && (dimension == QN_DIMENSION_ENERGY || dimension == QN_DIMENSION_POWER))
    scale = ledger->energy_scale;
  if (dimension == QN_DIMENSION_POWER && ledger->period > 0)
    scale /= ledger->period;
  return fabs (value) < 1e-12 * scale;
}

void
qn_results_of_machine (QnResults *results, const QnMachine *machine, const QnLedger *ledger, const QnReading *start)
{
  put_ledger (results, machine, ledger);
  if (machine->n_baths > 1)
    {
      Ordered o = order_baths (machine, ledger);

      results->mode = qn_mode (o.hot, o.cold, ledger->work_output, ledger->energy_scale);
      put_limits (results, machine, &o);
      put_ratios (results, ledger, &o);
    }
  put (results, "efficiency_quasi_static", quasi_static (machine));
  put_start (results, start);
}

double
qn_results_get (const QnResults *results, const char *id)
{
  int i = qn_lab_result_index (results->lab, id);

  return i < 0 ? NAN : results->number[i];
}

int
qn_results_vector (const QnResults *results, const QnResult *row, double *out)
{
  gboolean first = g_str_equal (row->id, "bloch_first"), second = g_str_equal (row->id, "bloch_second");
  double z = results->part_z[second];

  if (g_str_equal (row->id, "populations"))
    {
      memcpy (out, results->population, sizeof results->population);
      return results->n_populations;
    }
  if (!first && !second)
    {
      memcpy (out, results->bloch, sizeof results->bloch);
      return 3;
    }
  memcpy (out, (const double[3]) { 0, 0, z }, 3 * sizeof z);
  return isnan (z) ? 0 : 3;
}

char *
qn_results_format (const QnResults *results, const QnResult *row, double value, gboolean with_unit)
{
  static const char *const limits[] = { "carnot", "curzon_ahlborn", "limit_squeezed", NULL };
  gboolean percent = g_str_has_prefix (row->id, "efficiency") || (results->mode == QN_MODE_ENGINE && g_strv_contains (limits, row->id));
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!percent || isnan (value))
    return qn_quantity_format (value, row->dimension, with_unit);
  return g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", value * 100), "\xe2\x80\x89%", NULL);
}
