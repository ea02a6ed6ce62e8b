/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-oscillator-medium.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-quadrature.h"

#define D QN_OSCILLATOR_D

static gboolean
refuse (GError **error, const char *what, double value, const char *allowed)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID, "%s: %s is not allowed for an oscillator; allowed: %s", what,
               g_ascii_dtostr (text, sizeof text, value), allowed);
  return FALSE;
}

gboolean
qn_oscillator_check (const QnMachine *machine, GError **error)
{
  if (machine->n_baths > 2)
    return refuse (error, "number of baths", machine->n_baths, "0 to 2");
  for (int i = 0; i < machine->n_strokes; i++)
    if (!(machine->stroke[i].from > 0) || !(machine->stroke[i].to > 0))
      return refuse (error, "control", MIN (machine->stroke[i].from, machine->stroke[i].to), "more than 0");
  for (int k = 0; k < machine->n_baths; k++)
    {
      QnOscillatorContact contact;
      double r = machine->bath[k].squeezing;

      if (!isfinite (r) || fabs (r) > QN_MAX_SQUEEZING || (k != QN_HOT && r != 0))
        return refuse (error, k == QN_HOT ? "hot.squeezing" : "squeezing of a bath that is not the hot one", r, k == QN_HOT ? "-10 to 10" : "0");
      if (!qn_oscillator_contact (&machine->bath[k], 0, 1, &contact, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
qn_oscillator_stays_gaussian (const QnMachine *machine)
{
  for (int i = 0; i < machine->n_strokes; i++)
    if (machine->stroke[i].dephasing > 0 && machine->stroke[i].duration > 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_squeezed (const QnMachine *machine, const QnStroke *stroke)
{
  return (stroke->baths & (1u << QN_HOT)) && machine->bath[QN_HOT].squeezing != 0;
}

gboolean
qn_oscillator_is_steady (const QnMachine *machine, const QnStroke *stroke)
{
  return (stroke->from == stroke->to || stroke->shape == QN_RAMP_SUDDEN || stroke->duration == 0) && !is_squeezed (machine, stroke);
}

gboolean
qn_oscillator_generator (const QnMachine *machine, const QnStroke *stroke, double s, double *G, double *rows, GError **error)
{
  double wdot, w = qn_stroke_control (stroke, &machine->medium, s, &wdot), *work = rows + QN_ROW_WORK * D;

  memset (G, 0, sizeof (double) * D * D);
  memset (rows, 0, sizeof (double) * QN_ROW_BARE * D);
  qn_oscillator_add_unitary (w, G);
  for (int k = 0; k < machine->n_baths; k++)
    {
      double r = machine->bath[k].squeezing;
      QnOscillatorContact contact;

      if (!(stroke->baths & (1u << k)))
        continue;
      if (!qn_oscillator_contact (&machine->bath[k], r != 0 ? qn_oscillator_phase (stroke, s) : 0, w, &contact, error))
        return FALSE;
      qn_oscillator_add_contact (w, &contact, G, rows + k * D, r != 0 ? rows + QN_ROW_SQUEEZED * D : NULL);
    }
  if (stroke->counterdiabatic && wdot != 0)
    {
      qn_oscillator_add_counterdiabatic (w, wdot, G);
      qn_oscillator_counterdiabatic_work_row (w, wdot, work);
    }
  else
    {
      qn_oscillator_slope_row (w, work);
      work[1] *= wdot;
    }
  if (stroke->dephasing > 0)
    qn_oscillator_add_dephasing (w, stroke->dephasing, G);
  return TRUE;
}

gboolean
qn_oscillator_rest (const QnMachine *machine, const QnStroke *stroke, double from, double to, QnMap *map, GError **error)
{
  QnOscillatorContact contact[QN_MAX_BATHS] = { { 0 } };
  double heat[QN_MAX_BATHS][D], squeezed[QN_MAX_BATHS][D];
  int n = 0, bath[QN_MAX_BATHS];

  for (int k = 0; k < machine->n_baths; k++)
    if (stroke->baths & (1u << k))
      {
        if (!qn_oscillator_contact (&machine->bath[k], 0, stroke->to, &contact[n], error))
          return FALSE;
        bath[n++] = k;
      }
  qn_oscillator_resting_map (stroke->to, contact, n, (to - from) * stroke->duration, (1 - from) * stroke->duration, map->K, heat, squeezed);
  for (int k = 0; k < n; k++)
    memcpy (map->R + bath[k] * D, heat[k], sizeof heat[k]);
  for (int k = 0; k < n; k++)
    if (contact[k].squeezing != 0)
      memcpy (map->R + QN_ROW_SQUEEZED * D, squeezed[k], sizeof squeezed[k]);
  return TRUE;
}

gboolean
qn_oscillator_is_state (const double *x)
{
  /* as exact as the moments are: their products' rounding may exceed 1/4 */
  return x[1] > 0 && x[2] > 0 && x[1] * x[2] - x[3] * x[3] >= 0.25 - 1e-7 * (1 + x[1] * x[2]);
}

void
qn_oscillator_read (double w, const double *x, gboolean gaussian, QnReading *out)
{
  double nu = qn_oscillator_symplectic (x);

  out->control = w;
  out->energy = qn_oscillator_energy (w, x);
  out->n_levels = QN_MAX_LADDER;
  for (int n = 0; n < QN_MAX_LADDER; n++)
    out->level[n] = w * (n + 0.5);
  qn_oscillator_populations (w, x, QN_MAX_LADDER, out->population);
  for (int n = 0; n < QN_MAX_LADDER && !gaussian; n++)
    out->population[n] = NAN;
  out->entropy = gaussian ? qn_oscillator_entropy (nu) : NAN;
  out->purity = gaussian ? 1 / (2 * nu) : NAN;
  out->ergotropy = gaussian ? qn_oscillator_ergotropy (w, x) : NAN;
  out->temperature = qn_oscillator_temperature (w, out->energy);
  out->trace = x[0];
  out->min_eigenvalue = nu - 0.5;
  out->coherence_l1 = out->coherence_relative = NAN;
  /* of the two lowest levels, whose parities differ: no coherence */
  out->bloch[0] = out->bloch[1] = out->axis[0] = out->axis[1] = 0;
  out->bloch[2] = out->population[1] - out->population[0];
  out->axis[2] = 1;
}

double
qn_oscillator_force (const QnStroke *stroke, double w, const double *x)
{
  if (stroke->counterdiabatic && stroke->from != stroke->to)
    return -qn_oscillator_energy (w, x) / w;
  return -w * x[1];
}

double
qn_oscillator_drive_cost (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, const double *start)
{
  double sum = 0, s = 0, x[D], books[QN_N_ROWS] = { 0 };
  int pieces = (int) CLAMP (qn_oscillator_phase (stroke, 0), 8, 200); /* squeezing turns */
  QnMap map;

  if (!stroke->counterdiabatic || stroke->from == stroke->to)
    return 0;
  if (stroke->duration == 0 || stroke->shape == QN_RAMP_SUDDEN || !qn_oscillator_stays_gaussian (machine))
    return NAN;
  memcpy (x, start, sizeof x);
  qn_map_init (&map, medium->d, medium->n_rows);
  for (int i = 0; i < 5 * pieces; i++)
    {
      double next = (i / 5 + 0.5 + qn_gauss_5[i % 5].offset) / pieces, wdot, w = qn_stroke_control (stroke, &medium->spec, next, &wdot);

      if (!qn_flow_stroke (medium, machine, stroke, s, next, 1e-10, &map, NULL))
        sum = NAN;
      qn_map_apply (&map, x, x, books);
      sum += qn_gauss_5[i % 5].weight / pieces * qn_oscillator_counterdiabatic_deviation (w, wdot, x);
      s = next;
    }
  qn_map_clear (&map);
  return sum;
}

double
qn_oscillator_secular_ratio (const QnMachine *machine, guint baths, double w)
{
  double most = 0;

  for (int k = 0; k < machine->n_baths; k++)
    if (baths & (1u << k))
      most = MAX (most, machine->bath[k].coupling * (machine->bath[k].spectrum == QN_SPECTRUM_OHMIC ? w : 1));
  return most > 0 ? 2 * w / most : INFINITY;
}
