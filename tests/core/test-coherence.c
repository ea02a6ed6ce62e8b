/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Worth of coherence against brute force: ergotropy against random unitaries, twins against qn_cycle_new() and the laws, the
 * three-level engines against Runge-Kutta integration of the 3 x 3 density matrix. */

#include <math.h>
#include <string.h>

#include "core/medium/qn-medium-qubit.h"
#include "core/protocols/qn-coherence.h"
#include "core/protocols/qn-equivalence.h"
#include "../random-numbers.h"

#define SEED 70411

static void
random_matrix (GRand *r, int n, QnOperator a)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      a[i][j] = uniform (r, -1, 1) + I * uniform (r, -1, 1);
}

static void
random_state (GRand *r, int n, QnOperator rho)
{
  QnOperator a;
  double trace = 0;

  random_matrix (r, n, a);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        rho[i][j] = 0;
        for (int k = 0; k < n; k++)
          rho[i][j] += a[i][k] * conj (a[j][k]);
      }
  for (int i = 0; i < n; i++)
    trace += creal (rho[i][i]);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      rho[i][j] /= trace;
}

/* Columns of a random unitary by Gram and Schmidt. */
static void
random_unitary (GRand *r, int n, QnOperator u)
{
  random_matrix (r, n, u);
  for (int c = 0; c < n; c++)
    {
      double norm = 0;

      for (int b = 0; b < c; b++)
        {
          double _Complex overlap = 0;

          for (int i = 0; i < n; i++)
            overlap += conj (u[i][b]) * u[i][c];
          for (int i = 0; i < n; i++)
            u[i][c] -= overlap * u[i][b];
        }
      for (int i = 0; i < n; i++)
        norm += creal (u[i][c] * conj (u[i][c]));
      for (int i = 0; i < n; i++)
        u[i][c] /= sqrt (norm);
    }
}

static void
test_ergotropy (void)
{
  GRand *r = test_rand (SEED);

  for (int trial = 0; trial < 300; trial++)
    {
      int n = 2 + trial % 3;
      QnOperator rho, u;
      double E[4] = { 0, uniform (r, 0, 2), uniform (r, 2, 3), 4 }, energy = 0, best = 0;
      QnCoherence c;

      random_state (r, n, rho);
      qn_coherence_read (n, E, rho, 0.7, &c);
      for (int i = 0; i < n; i++)
        energy += E[i] * creal (rho[i][i]);
      for (int k = 0; k < 400; k++)
        {
          double after = 0;

          random_unitary (r, n, u);
          for (int m = 0; m < n; m++)
            for (int i = 0; i < n; i++)
              for (int j = 0; j < n; j++)
                after += E[m] * creal (conj (u[i][m]) * rho[i][j] * u[j][m]);
          best = MAX (best, energy - after);
        }
      g_assert_cmpfloat (best, <=, c.ergotropy + 1e-12);
      if (n == 2) /* the search comes close, and Bloch's sphere tells it exactly */
        {
          double z = creal (rho[1][1] - rho[0][0]), length = hypot (z, 2 * cabs (rho[0][1]));

          g_assert_cmpfloat (best, >=, c.ergotropy - 0.03 * E[1]);
          g_assert_cmpfloat_with_epsilon (c.ergotropy, E[1] * (z + length) / 2, 1e-13);
          g_assert_cmpfloat_with_epsilon (c.incoherent, E[1] * MAX (0, z), 1e-13);
        }
      g_assert_cmpfloat_with_epsilon (c.ergotropy, c.incoherent + c.coherent, 1e-13);
      g_assert_cmpfloat (c.coherent, >=, 0);
      g_assert_cmpfloat (c.relative, >, 0);
      g_assert_cmpfloat_with_epsilon (c.free_energy, 0.7 * c.relative, 1e-15);
    }
  g_rand_free (r);
}

static void
test_daemon (void)
{
  GRand *r = test_rand (SEED + 1);

  for (int trial = 0; trial < 300; trial++)
    {
      double E[2] = { 0, uniform (r, 0.1, 3) }, angle = uniform (r, -3, 3), W[3], bare;
      QnOperator rho;

      random_state (r, 2, rho);
      bare = qn_ergotropy (2, E, rho);
      for (int kind = 0; kind < 3; kind++)
        {
          QnOperator both;

          qn_auxiliary_state ((QnAuxiliary) kind, rho, both);
          for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++) /* the working qubit's state alone */
              g_assert_cmpfloat (cabs (both[2 * i][2 * j] + both[2 * i + 1][2 * j + 1] - rho[i][j]), <, 1e-14);
          W[kind] = qn_ergotropy_daemonic (E, both, angle);
          g_assert_cmpfloat (W[kind], >=, bare - 1e-13);
          if (kind == QN_AUXILIARY_CLASSICAL)
            {
              g_assert_cmpfloat_with_epsilon (qn_ergotropy_daemonic (E, both, 0), E[1] * creal (rho[1][1]), 1e-13);
              g_assert_cmpfloat_with_epsilon (qn_ergotropy_daemonic (E, both, G_PI / 2), bare, 1e-13);
            }
        }
      g_assert_cmpfloat_with_epsilon (W[QN_AUXILIARY_NONE], bare, 1e-13);
      g_assert_cmpfloat (W[QN_AUXILIARY_CLASSICAL], <=, W[QN_AUXILIARY_ENTANGLED] + 1e-13);
      g_assert_cmpfloat_with_epsilon (W[QN_AUXILIARY_ENTANGLED], E[1] * creal (rho[1][1]), 1e-13);
    }
  g_rand_free (r);
}

static void
test_twins (void)
{
  GRand *r = test_rand (SEED + 2);
  int better = 0, worse = 0;

  for (int trial = 0; trial < 300; trial++)
    {
      double wh = uniform (r, 1, 5), wc = uniform (r, 0.3, 2), D = trial % 5 ? uniform (r, 0.1, 2) : 0, contact = uniform (r, 0.2, 4), drive = uniform (r, 0.1, 2), factor = 1;
      QnMachine m = { .medium = qn_qubit_spec (D), .bath = { { uniform (r, 2, 8), uniform (r, 0.05, 0.5) },
          { uniform (r, 0.3, 1), uniform (r, 0.05, 0.5) } }, .n_baths = 2, .n_strokes = 4, .start_temperature = 1 };
      g_autoptr (QnCycle) cycle = NULL;
      QnCycleWork engine, twin;

      m.stroke[0] = (QnStroke) { .id = "hot", .duration = contact, .from = wh, .to = wh, .baths = 1 };
      m.stroke[1] = (QnStroke) { .id = "expansion", .duration = drive, .from = wh, .to = wc };
      m.stroke[2] = (QnStroke) { .id = "cold", .duration = contact, .from = wc, .to = wc, .baths = 2 };
      m.stroke[3] = (QnStroke) { .id = "compression", .duration = drive, .from = wc, .to = wh };
      cycle = qn_cycle_new (&m, QN_TOLERANCE, NULL, NULL);
      g_assert_true (qn_coherence_twins (&m, QN_TOLERANCE, 1, &factor, NULL, &engine, &twin, NULL));
      g_assert_cmpfloat_with_epsilon (engine.work_output, qn_cycle_ledger (cycle)->work_output, 1e-9);
      g_assert_cmpfloat_with_epsilon (engine.heat[QN_HOT], qn_cycle_ledger (cycle)->heat[QN_HOT], 1e-9);
      g_assert_cmpfloat (fabs (engine.residual_first_law), <, 1e-9);
      g_assert_cmpfloat (fabs (twin.residual_first_law), <, 1e-9);
      g_assert_cmpfloat (twin.entropy_production, >=, -1e-10);
      g_assert_cmpfloat_with_epsilon (twin.work_output, twin.heat[0] + twin.heat[1], 1e-9);
      if (D == 0)
        g_assert_cmpfloat_with_epsilon (engine.work_output, twin.work_output, 1e-13);
      better += engine.work_output > twin.work_output + 1e-3;
      worse += engine.work_output < twin.work_output - 1e-3;
    }
  g_assert_cmpint (better, >, 30);
  g_assert_cmpint (worse, >, 30);
  g_rand_free (r);
}

/* --- The three-level engines, by Runge and Kutta --------------------------- */

typedef double _Complex Rho[3][3];

static void
flow (const QnThreeLevelEngine *e, gboolean hot, gboolean cold, gboolean drive, Rho rho, Rho out)
{
  double V[3][3] = { { 0 } };

  V[1][2] = V[2][1] = drive ? e->drive : 0;
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      for (int k = out[i][j] = 0; k < 3; k++)
        out[i][j] -= I * (V[i][k] * rho[k][j] - rho[i][k] * V[k][j]);
  for (int bath = 0; bath < 2; bath++)
    {
      const QnBath *b = bath ? &e->cold : &e->hot;
      int m = bath ? 1 : 2;
      double n = 1 / (exp ((bath ? e->spacing_cold : e->spacing_hot) / b->temperature) - 1), down = b->coupling * (n + 1), up = b->coupling * n;

      if (!(bath ? cold : hot))
        continue;
      for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
          out[i][j] -= ((i == m) + (j == m)) * down / 2 * rho[i][j] + ((i == 0) + (j == 0)) * up / 2 * rho[i][j];
      out[0][0] += down * rho[m][m];
      out[m][m] += up * rho[0][0];
    }
}

static double
energy_of (const QnThreeLevelEngine *e, Rho rho)
{
  return e->spacing_cold * creal (rho[1][1]) + e->spacing_hot * creal (rho[2][2]);
}

/* Energy given away. */
static double
integrate (const QnThreeLevelEngine *e, gboolean hot, gboolean cold, gboolean drive, double t, Rho rho)
{
  const int steps = 200;
  const double h = t / steps, before = energy_of (e, rho);

  for (int s = 0; s < steps; s++)
    {
      Rho k[4], y;

      for (int q = 0; q < 4; q++)
        {
          for (int i = 0; i < 9; i++)
            (&y[0][0])[i] = (&rho[0][0])[i] + (q ? (q == 3 ? h : h / 2) * (&k[q - 1][0][0])[i] : 0);
          flow (e, hot, cold, drive, y, k[q]);
        }
      for (int i = 0; i < 9; i++)
        (&rho[0][0])[i] += h / 6 * ((&k[0][0][0])[i] + 2 * (&k[1][0][0])[i] + 2 * (&k[2][0][0])[i] + (&k[3][0][0])[i]);
    }
  return before - energy_of (e, rho);
}

/* Work of the last of many cycles. */
static double
work_by_integration (const QnThreeLevelEngine *e, QnEngineKind kind, double t)
{
  Rho rho = { { 0.5, 0, 0 }, { 0, 0.3, 0 }, { 0, 0, 0.2 } };
  double work = 0;

  for (int c = 0; c < 150; c++)
    {
      work = 0;
      if (kind == QN_ENGINE_FOUR_STROKE)
        {
          integrate (e, TRUE, FALSE, FALSE, t, rho);
          work += integrate (e, FALSE, FALSE, TRUE, t / 2, rho);
          integrate (e, FALSE, TRUE, FALSE, t, rho);
          work += integrate (e, FALSE, FALSE, TRUE, t / 2, rho);
          continue;
        }
      for (int i = 0; kind == QN_ENGINE_STOCHASTIC && i < 3; i++)
        for (int j = 0; j < 3; j++)
          rho[i][j] *= i == j;
      work += integrate (e, FALSE, FALSE, TRUE, t, rho);
      integrate (e, TRUE, TRUE, FALSE, t, rho);
    }
  return work;
}

static void
test_engines (void)
{
  const QnThreeLevelEngine e = { 3, 1.2, 0.4, { .temperature = 4, .coupling = 0.3 }, { .temperature = 1, .coupling = 0.2 } };
  QnLiouvillians g;

  qn_equivalence_generators (&e, &g);
  for (double t = 1.5; t < 7; t *= 2) /* where 150 cycles reach the limit */
    {
      double power[QN_N_ENGINES];

      qn_equivalence_powers (&g, g.norm * t, power);
      for (int k = QN_ENGINE_TWO_STROKE; k <= QN_ENGINE_STOCHASTIC; k++)
        g_assert_cmpfloat_with_epsilon (power[k] * t, work_by_integration (&e, (QnEngineKind) k, t), 1e-8);
    }
}

static void
test_equivalence (void)
{
  GRand *r = test_rand (SEED + 3);

  for (int trial = 0; trial < 300; trial++)
    {
      QnThreeLevelEngine e = { uniform (r, 2, 5), uniform (r, 0.2, 1.8), uniform (r, 0.05, 1), { .temperature = uniform (r, 3, 8), .coupling = uniform (r, 0.05,
          0.5) }, { .temperature = uniform (r, 0.3, 1), .coupling = uniform (r, 0.05, 0.5) } };
      QnLiouvillians g;
      double a[QN_N_ENGINES], b[QN_N_ENGINES], scale;

      qn_equivalence_generators (&e, &g);
      qn_equivalence_powers (&g, 0.02, a);
      qn_equivalence_powers (&g, 0.01, b);
      scale = fabs (a[0]);
      g_assert_cmpfloat_with_epsilon (a[0], b[0], 1e-12 * scale);
      for (int k = QN_ENGINE_TWO_STROKE; k <= QN_ENGINE_FOUR_STROKE; k++)
        {
          g_assert_cmpfloat_with_epsilon (a[k], a[0], 1e-3 * scale);
          if (fabs (a[k] - a[0]) > 1e-9 * scale) /* second order in s */
            g_assert_cmpfloat_with_epsilon ((a[k] - a[0]) / (b[k] - b[0]), 4, 0.05);
        }
      g_assert_cmpfloat_with_epsilon (a[QN_ENGINE_STOCHASTIC] / b[QN_ENGINE_STOCHASTIC], 2, 0.2);
      g_assert_cmpfloat (fabs (a[QN_ENGINE_STOCHASTIC]), <, 0.3 * scale);
    }
  g_rand_free (r);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coherence/ergotropy", test_ergotropy);
  g_test_add_func ("/coherence/daemon", test_daemon);
  g_test_add_func ("/coherence/twins", test_twins);
  g_test_add_func ("/coherence/engines", test_engines);
  g_test_add_func ("/coherence/equivalence", test_equivalence);
  return g_test_run ();
}
