/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-coherence.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-hermitian.h"
#include "core/linear/qn-linear.h"
#include "core/machine/qn-flow.h"

double
qn_ergotropy (int n, const double *E, QnOperator rho)
{
  double r[QN_MAX_LEVELS], energy = 0;

  qn_hermitian_values (n, QN_MAX_LEVELS, &rho[0][0], r);
  for (int k = 0; k < n; k++)
    energy += creal (rho[k][k]) * E[k];
  return MAX (0, energy - qn_passive_energy (n, r, NULL, n, E, NULL));
}

void
qn_coherence_read (int n, const double *E, QnOperator rho, double temperature, QnCoherence *out)
{
  double r[QN_MAX_LEVELS], p[QN_MAX_LEVELS];
  QnOperator diagonal = { { 0 } };

  out->l1 = 0;
  for (int i = 0; i < n; i++)
    {
      diagonal[i][i] = p[i] = creal (rho[i][i]);
      for (int j = 0; j < n; j++)
        out->l1 += i == j ? 0 : cabs (rho[i][j]);
    }
  qn_hermitian_values (n, QN_MAX_LEVELS, &rho[0][0], r);
  out->relative = MAX (0, qn_entropy (p, n) - qn_entropy (r, n));
  out->free_energy = temperature * out->relative;
  out->ergotropy = qn_ergotropy (n, E, rho);
  out->incoherent = qn_ergotropy (n, E, diagonal);
  out->coherent = MAX (0, out->ergotropy - out->incoherent);
}

void
qn_auxiliary_state (QnAuxiliary kind, QnOperator rho, QnOperator both)
{
  double r[QN_MAX_LEVELS];
  QnOperator V;

  memset (both, 0, sizeof (QnOperator));
  qn_hermitian_eigen (2, QN_MAX_LEVELS, &rho[0][0], r, &V[0][0]);
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++)
      for (int k = 0; k < 2; k++)
        for (int l = 0; l < 2; l++)
          if (kind == QN_AUXILIARY_NONE)
            both[2 * i + k][2 * j + l] = k == l ? rho[i][j] / 2 : 0;
          else if (kind == QN_AUXILIARY_ENTANGLED || k == l)
            both[2 * i + k][2 * j + l] = sqrt (MAX (0, r[k]) * MAX (0, r[l])) * V[i][k] * conj (V[j][l]);
}

double
qn_ergotropy_daemonic (const double *E, QnOperator both, double angle)
{
  const double found[2][2] = { { cos (angle / 2), sin (angle / 2) }, { -sin (angle / 2), cos (angle / 2) } };
  double work = 0;

  for (int a = 0; a < 2; a++)
    {
      QnOperator left = { { 0 } };

      for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
          for (int k = 0; k < 2; k++)
            for (int l = 0; l < 2; l++)
              left[i][j] += found[a][k] * found[a][l] * both[2 * i + k][2 * j + l];
      work += qn_ergotropy (2, E, left); /* of p_a rho_a: it is linear in p_a */
    }
  return work;
}

/* --- Twins ---------------------------------------------------------------- */

/* K = D - 1 of dephasing in the energy basis at control w, column by column. */
static void
dephasing_map (const QnMedium *medium, double w, QnMap *map)
{
  int d = medium->d;
  QnEigen eigen;

  qn_medium_eigen (medium, w, &eigen);
  for (int a = 0; a < d && !medium->diagonal; a++)
    {
      double e[QN_MAX_STATE] = { 0 }, x[QN_MAX_STATE];
      QnOperator rho, out = { { 0 } };

      e[a] = 1;
      qn_medium_state_matrix (medium, e, rho);
      for (int k = 0; k < medium->n; k++)
        {
          double _Complex p = 0;

          for (int i = 0; i < medium->n; i++)
            for (int j = 0; j < medium->n; j++)
              p += conj (eigen.V[i][k]) * rho[i][j] * eigen.V[j][k];
          for (int i = 0; i < medium->n; i++)
            for (int j = 0; j < medium->n; j++)
              out[i][j] += p * eigen.V[i][k] * conj (eigen.V[j][k]);
        }
      qn_medium_state_coordinates (medium, out, x);
      for (int b = 0; b < d; b++)
        map->K[b * d + a] = x[b] - e[b];
    }
}

/* The ledger of one cycle of maps; wipe: NULL, or a map to go before each stroke in contact. */
static void
run_cycle (const QnMedium *medium, const QnMachine *machine, const QnMap *map, const QnMap *wipe, QnCycleWork *out)
{
  QnMap total;
  double x[QN_MAX_STATE], row[QN_N_ROWS] = { 0 }, w = qn_stroke_last (&machine->stroke[machine->n_strokes - 1]), E;
  gboolean solved;

  qn_map_init (&total, medium->d, medium->n_rows);
  for (int i = 0; i < machine->n_strokes; i++)
    {
      if (wipe && machine->stroke[i].baths)
        qn_map_then (&total, &wipe[i]);
      qn_map_then (&total, &map[i]);
    }
  solved = qn_linear_fixed_point (medium->n_trace, medium->d, total.K, x);
  qn_map_clear (&total);
  E = qn_medium_energy (medium, w, x);
  for (int i = 0; i < machine->n_strokes; i++)
    {
      double first = qn_stroke_first (&machine->stroke[i]);

      row[QN_ROW_WORK] += qn_medium_energy (medium, first, x) - qn_medium_energy (medium, w, x);
      if (wipe && machine->stroke[i].baths)
        qn_map_apply (&wipe[i], x, x, row);
      qn_map_apply (&map[i], x, x, row);
      w = qn_stroke_last (&machine->stroke[i]);
    }
  *out = (QnCycleWork) { .work_output = solved ? -row[QN_ROW_WORK] : NAN, .entropy_production = 0 };
  out->residual_first_law = qn_medium_energy (medium, w, x) - E + out->work_output;
  for (int k = 0; k < machine->n_baths; k++)
    {
      out->heat[k] = solved ? row[k] : NAN;
      out->entropy_production -= out->heat[k] / machine->bath[k].temperature;
      out->residual_first_law -= out->heat[k];
    }
}

gboolean
qn_coherence_twins (const QnMachine *machine, double tolerance, gsize n, const double *factor, const gint *cancelled, QnCycleWork *engine, QnCycleWork *twin, GError **error)
{
  QnMedium medium;
  QnMap map[QN_MAX_STROKES], wipe[QN_MAX_STROKES];
  gboolean ok = qn_machine_check (machine, error);
  int strokes = ok ? machine->n_strokes : 0;

  qn_medium_init (&medium, &machine->medium, FALSE);
  medium.cancelled = cancelled;
  for (int i = 0; i < strokes; i++)
    {
      qn_map_init (&map[i], medium.d, medium.n_rows);
      qn_map_init (&wipe[i], medium.d, medium.n_rows);
      dephasing_map (&medium, qn_stroke_first (&machine->stroke[i]), &wipe[i]);
      ok = ok && (machine->stroke[i].baths || qn_flow_stroke (&medium, machine, &machine->stroke[i], 0, 1, tolerance / strokes, &map[i], error));
    }
  for (gsize f = 0; ok && f < n && (ok = !qn_is_cancelled (cancelled)); f++)
    {
      for (int i = 0; ok && i < strokes; i++)
        {
          QnStroke stroke = machine->stroke[i];

          stroke.duration *= factor[f];
          ok = !stroke.baths || qn_flow_stroke (&medium, machine, &stroke, 0, 1, tolerance / strokes, &map[i], error);
        }
      run_cycle (&medium, machine, map, NULL, &engine[f]);
      run_cycle (&medium, machine, map, wipe, &twin[f]);
    }
  for (int i = 0; i < strokes; i++)
    {
      qn_map_clear (&map[i]);
      qn_map_clear (&wipe[i]);
    }
  qn_medium_clear (&medium);
  return ok;
}
