/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The operator medium: which coherences follow from the operators of every medium of the list, and media that are nothing
 * but operators. */

#include <math.h>

#include "core/linear/qn-hermitian.h"
#include "core/medium/qn-medium-box.h"
#include "core/medium/qn-medium-junction.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-maser.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-three-levels.h"
#include "core/medium/qn-medium-three-qubits.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "core/medium/qn-medium-class.h"
#include "core/medium/qn-medium.h"
#include "core/medium/qn-operator-medium.h"
#include "media.h"

#define SEED 20301

/* Two upper levels of one energy, which one reservoir reaches from the ground level: it makes a coherence between them. */
static void
init_fork (QnMedium *medium, gboolean carry)
{
  medium->n = 3;
  medium->H1[1][1] = medium->H1[2][2] = 1;
  medium->X[0][0][1] = medium->X[0][1][0] = 1;
  medium->X[0][0][2] = medium->X[0][2][0] = 0.6;
  qn_operator_medium_complete (medium);
}

/* Three kets in a row, coupled whatever the control: one block of three. */
static void
init_chain (QnMedium *medium, gboolean carry)
{
  const double *coupling = qn_medium_spec_own (&medium->spec);

  medium->n = 3;
  medium->H1[1][1] = 1;
  medium->H1[2][2] = 2.3;
  qn_operator_medium_couple (medium, medium->H0, 0, 1, coupling[0]);
  qn_operator_medium_couple (medium, medium->H0, 1, 2, coupling[1]);
  medium->X[0][0][1] = medium->X[0][1][0] = 1;
  medium->X[0][1][2] = medium->X[0][2][1] = I;
  medium->X[0][2][1] = -I;
  qn_operator_medium_complete (medium);
}

static const QnMediumClass fork_class = { .id = "fork", .init = init_fork };
static const QnMediumClass chain_class = { .id = "chain", .init = init_chain };

static void
assert_pairs (QnMediumSpec spec, const int (*pair)[2], int n)
{
  QnMedium medium;

  qn_medium_init (&medium, &spec, FALSE);
  g_assert_cmpint (medium.n_pairs, ==, n);
  g_assert_cmpint (medium.d, ==, medium.n + 2 * n);
  for (int p = 0; p < n; p++)
    {
      g_assert_cmpint (medium.pair[p][0], ==, pair[p][0]);
      g_assert_cmpint (medium.pair[p][1], ==, pair[p][1]);
    }
  qn_medium_clear (&medium);
}

static void
test_pairs (void)
{
  static const int first[][2] = { { 0, 1 } }, x_state[][2] = { { 0, 3 }, { 1, 2 } }, quantum[][2] = { { 1, 2 } }, three[][2] = { { 2, 5 } };
  static const int levels[][2] = { { 1, 3 }, { 2, 4 }, { 2, 6 }, { 4, 6 }, { 5, 7 } }, all[][2] = { { 0, 1 }, { 0, 2 }, { 1, 2 } };

  assert_pairs (qn_qubit_spec (0), NULL, 0);
  assert_pairs (qn_qubit_spec (1), first, 1);
  assert_pairs (qn_ladder_spec (8, (const double[]) { 1, 1, 0, 0, 1, 1, 1 }, NULL), NULL, 0);
  assert_pairs (qn_box_spec (8), NULL, 0);
  assert_pairs (qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .coupling_ratio = 0.7 }), x_state, 2);
  assert_pairs (qn_maser_spec (1, 3, 0, 0), first, 1);
  assert_pairs (qn_three_levels_spec (1, 2), NULL, 0);
  assert_pairs (qn_three_qubits_spec (QN_MODEL_GLOBAL, 1, 2, 0), three, 1);
  assert_pairs (qn_junction_spec (QN_MODEL_GLOBAL, 1, 1, 0), quantum, 1);
  assert_pairs (qn_pair_spec (2, 2, 1), quantum, 1);
  assert_pairs (qn_pair_spec (3, 1, 1), levels, 5);
  assert_pairs ((QnMediumSpec) { .klass = &fork_class }, quantum, 1);
  assert_pairs ((QnMediumSpec) { .klass = &chain_class }, all, 3);
}

/* The Gibbs state rests under every spectrum, whatever the control. */
static void
test_gibbs (gconstpointer klass)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int i = 0; i < 200; i++)
    {
      double coupling[] = { uniform (rand, -1, 1), uniform (rand, -1, 1) };
      QnMediumSpec spec = qn_medium_spec (klass, coupling, sizeof coupling);
      QnBath bath = { uniform (rand, 0.3, 4), uniform (rand, 0.1, 2), i % 3 };
      QnSurroundings at = { .bath = &bath, .n_baths = 1, .contacts = 1, .w = uniform (rand, 0.3, 3) };
      double x[QN_MAX_STATE], G[QN_MAX_STATE * QN_MAX_STATE], rows[QN_N_ROWS * QN_MAX_STATE];
      QnMedium medium;
      QnReading reading = { 0 };

      qn_medium_init (&medium, &spec, FALSE);
      qn_medium_gibbs (&medium, at.w, bath.temperature, x);
      g_assert_true (qn_medium_generator (&medium, &at, G, rows, NULL));
      for (int a = 0; a < medium.d; a++)
        {
          double flow = 0;

          for (int b = 0; b < medium.d; b++)
            flow += G[a * medium.d + b] * x[b];
          g_assert_cmpfloat (fabs (flow), <, 1e-11);
        }
      qn_medium_read (&medium, at.w, x, &reading);
      g_assert_cmpfloat_with_epsilon (reading.temperature, bath.temperature, 1e-9 * bath.temperature);
      g_assert_cmpfloat_with_epsilon (reading.ergotropy, 0, 1e-13);
      g_assert_cmpfloat_with_epsilon (reading.coherence_l1, 0, 1e-13);
      qn_medium_clear (&medium);
    }
}

static void
test_registry (void)
{
  guint n = 0;

  for (; qn_media (n); n++)
    {
      g_assert_true (qn_medium_class_find (qn_media (n)->id) == qn_media (n));
      g_assert_nonnull (qn_media (n)->init);
    }
  g_assert_cmpuint (n, >=, 10);
  g_assert_null (qn_medium_class_find ("operator"));
}

static int
descending (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? 1 : x > y ? -1 : 0;
}

/* Of levels that stand for several states: as many of each, which share its population. */
static gsize
spread (const QnMedium *medium, QnOperator a, gboolean shared, double *values)
{
  gsize states = 0;
  double one[QN_MAX_LEVELS];

  qn_hermitian_values (medium->n, QN_MAX_LEVELS, &a[0][0], one);
  for (int k = 0; k < medium->n; k++)
    for (int i = 0; i < medium->g[k]; i++)
      values[states++] = medium->degenerate ? creal (a[k][k]) / (shared ? medium->g[k] : 1) : one[k];
  qsort (values, states, sizeof *values, descending);
  return states;
}

/* Ergotropy is of the energy that is told, whatever basis the reservoirs act in: Tr[H rho] less that of rho's eigenvalues, the largest on
 * the lowest of those of H. */
static void
test_ergotropy (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 8);

  for (int i = 0; i < 60; i++)
    {
      QnMachine machine = test_resting (rand, medium);
      QnReading reading = { 0 };
      QnOperator rho, mixed = { { 0 } }, H;
      double x[QN_MAX_STATE], h[QN_MAX_STATE], r[1024], E[1024], w = machine.stroke[0].from, expected, norm = 0;
      gsize states;
      QnMedium m;

      qn_medium_init (&m, &machine.medium, TRUE);
      for (int a = 0; a < m.d; a++)
        x[a] = uniform (rand, a < m.n ? 0 : -1, 1);
      qn_medium_state_matrix (&m, x, rho);
      for (int k = 0; k < m.n; k++)
        for (int l = 0; l < m.n; l++)
          for (int j = 0; j < m.n; j++)
            mixed[k][l] += rho[k][j] * conj (rho[l][j]);
      qn_medium_state_coordinates (&m, mixed, x);
      for (int k = 0; k < m.n; k++)
        norm += x[k];
      for (int a = 0; a < m.d; a++)
        {
          x[a] /= norm;
          h[a] = m.h0[a] + w * m.h1[a];
        }
      qn_medium_state_matrix (&m, x, rho);
      qn_medium_state_matrix (&m, h, H);
      qn_medium_read (&m, w, x, &reading);
      states = spread (&m, rho, TRUE, r);
      g_assert_cmpuint (spread (&m, H, FALSE, E), ==, states);
      expected = reading.energy;
      for (gsize k = 0; k < states; k++)
        expected -= r[k] * E[states - 1 - k];
      g_assert_cmpfloat_with_epsilon (reading.ergotropy, expected, 1e-11 * (1 + fabs (E[0]) + fabs (E[states - 1])));
      qn_medium_clear (&m);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/operator-medium/registry", test_registry);
  g_test_add_func ("/operator-medium/pairs", test_pairs);
  g_test_add_data_func ("/operator-medium/gibbs/fork", &fork_class, test_gibbs);
  g_test_add_data_func ("/operator-medium/gibbs/chain", &chain_class, test_gibbs);
  for (const TestMedium *medium = test_media; medium->name; medium++)
    if (!medium->no_kets)
      {
        g_autofree char *path = g_strdup_printf ("/operator-medium/ergotropy/%s", medium->name);

        g_test_add_data_func (path, medium, test_ergotropy);
      }
  return g_test_run ();
}
