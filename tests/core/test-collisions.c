/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collisions against the same written out with Kronecker products, the homogeniser's closed form, and what holds for any. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_complex_math.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>

#include "core/protocols/qn-collisions.h"
#include "../random-numbers.h"

#define SEED 20290
#define MOST 32 /* states of the system and four */

typedef double complex Matrix[MOST][MOST];

static QnCollisions
draw (GRand *rand, int most, gboolean coherent)
{
  QnCollisions c = { g_rand_int_range (rand, 1, most + 1), g_rand_int_range (rand, 1, 4), uniform (rand, 0, G_PI), uniform (rand, 0.01, 0.99), 0, uniform (rand, 0.02, 0.98) };

  if (coherent)
    c.coherence = uniform (rand, 0, 1) * sqrt (c.excited * (1 - c.excited));
  return c;
}

/* --- By brute force ------------------------------------------------------- */

/* a x b, the new qubit last. */
static int
append (Matrix a, int n, const double complex b[2][2])
{
  static Matrix out;

  for (int i = 0; i < 2 * n; i++)
    for (int k = 0; k < 2 * n; k++)
      out[i][k] = a[i / 2][k / 2] * b[i % 2][k % 2];
  memcpy (a, out, sizeof out);
  return 2 * n;
}

/* U = exp(-i angle SWAP) as exp(-i angle (1 + XX + YY + ZZ)/2): cos and sin from the series of the matrix itself. */
static void
swap_unitary (int qubits, int qubit, double angle, Matrix U)
{
  static Matrix G, term, next;
  int n = 1 << qubits, a = 1 << (qubits - 1), b = 1 << (qubits - 1 - qubit);

  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        gboolean up_a = (i & a) != 0, up_b = (i & b) != 0, flipped = k == (i ^ a ^ b);

        G[i][k] = k == i ? (up_a == up_b ? 1 : 0) : flipped && up_a != up_b ? 1 : 0; /* (1 + ZZ)/2 and (XX + YY)/2 */
        U[i][k] = term[i][k] = i == k;
      }
  for (int order = 1; order < 60; order++)
    {
      for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
          {
            next[i][k] = 0;
            for (int m = 0; m < n; m++)
              next[i][k] += term[i][m] * G[m][k] * (-I * angle / order);
          }
      memcpy (term, next, sizeof term);
      for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
          U[i][k] += term[i][k];
    }
}

static void
conjugate (Matrix rho, Matrix U, int n)
{
  static Matrix half, out;

  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        half[i][k] = 0;
        for (int m = 0; m < n; m++)
          half[i][k] += U[i][m] * rho[m][k];
      }
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        out[i][k] = 0;
        for (int m = 0; m < n; m++)
          out[i][k] += half[i][m] * conj (U[k][m]);
      }
  memcpy (rho, out, sizeof out);
}

/* Of the qubits of the mask (bit 0: the system), by tracing the others out one index at a time. */
static double
entropy_of (Matrix rho, int qubits, guint mask)
{
  int kept = 0, n = 1 << qubits;
  gsl_matrix_complex *A;
  gsl_vector *values;
  gsl_eigen_herm_workspace *work;
  double S = 0;

  for (int q = 0; q < qubits; q++)
    kept += mask >> q & 1;
  A = gsl_matrix_complex_calloc (1 << kept, 1 << kept);
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        int row = 0, column = 0;
        gboolean same = TRUE;

        for (int q = 0; q < qubits; q++)
          {
            int bi = i >> (qubits - 1 - q) & 1, bk = k >> (qubits - 1 - q) & 1;

            if (mask >> q & 1)
              {
                row = 2 * row + bi;
                column = 2 * column + bk;
              }
            else
              same &= bi == bk;
          }
        if (same)
          gsl_matrix_complex_set (A, row, column, gsl_complex_add (gsl_matrix_complex_get (A, row, column), gsl_complex_rect (creal (rho[i][k]), cimag (rho[i][k]))));
      }
  values = gsl_vector_alloc (A->size1);
  work = gsl_eigen_herm_alloc (A->size1);
  gsl_eigen_herm (A, values, work);
  for (gsize i = 0; i < A->size1; i++)
    S -= gsl_vector_get (values, i) > 0 ? gsl_vector_get (values, i) * log (gsl_vector_get (values, i)) : 0;
  gsl_eigen_herm_free (work);
  gsl_vector_free (values);
  gsl_matrix_complex_free (A);
  return S;
}

static void
compare (Matrix rho, const QnCollisions *c, const QnCollisionStep *step)
{
  int qubits = c->size + 1;
  double parts = 0, rest = 0;

  g_assert_cmpfloat_with_epsilon (step->whole, entropy_of (rho, qubits, (1u << qubits) - 1), 1e-11);
  g_assert_cmpfloat_with_epsilon (step->environment, entropy_of (rho, qubits, ((1u << qubits) - 1) & ~1u), 1e-11);
  for (int q = 0; q < qubits; q++)
    parts += entropy_of (rho, qubits, 1u << q);
  g_assert_cmpfloat_with_epsilon (step->parts, parts, 1e-11);
  for (int k = c->size; k >= 0; k--)
    {
      g_assert_cmpfloat_with_epsilon (step->known[k], entropy_of (rho, qubits, (2u << k) - 1) + rest, 1e-11);
      rest += entropy_of (rho, qubits, 1u << k);
    }
}

static void
test_brute_force (void)
{
  static Matrix rho, U;
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 24; turn++)
    {
      QnCollisions c = draw (rand, 4, turn % 2);
      QnCollisionStep steps[QN_COLLISIONS_STEPS + 1];
      double complex system[2][2] = { { 1 - c.excited, c.coherence }, { c.coherence, c.excited } }, other[2][2] = { { 1 - c.environment, 0 }, { 0, c.environment } };
      int n = 1;

      rho[0][0] = 1;
      n = append (rho, n, system);
      for (int j = 0; j < c.size; j++)
        n = append (rho, n, other);
      g_assert_true (qn_collisions_run (&c, NULL, steps));
      compare (rho, &c, &steps[0]);
      for (int i = 1; i <= c.size * c.rounds; i++)
        {
          swap_unitary (c.size + 1, 1 + (i - 1) % c.size, c.angle, U);
          conjugate (rho, U, n);
          compare (rho, &c, &steps[i]);
        }
    }
}

/* --- Closed forms --------------------------------------------------------- */

/* In the first round the populations' distance from the environment's falls by cos^2 a collision, coherence by |cos| at
 * least: U gives rho' = c^2 rho + s^2 xi + i s c [xi, rho], so that <1|rho|0> is multiplied by c^2 + i s c (2 q - 1). */
static void
test_homogeniser (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 1);

  for (int turn = 0; turn < 100; turn++)
    {
      QnCollisions c = draw (rand, 5, TRUE);
      QnCollisionStep steps[QN_COLLISIONS_STEPS + 1];
      double cc = cos (c.angle) * cos (c.angle), factor = hypot (cc, sin (c.angle) * cos (c.angle) * (2 * c.environment - 1));

      c.rounds = 1;
      g_assert_true (qn_collisions_run (&c, NULL, steps));
      for (int i = 0; i <= c.size; i++)
        {
          g_assert_cmpfloat_with_epsilon (steps[i].excited, c.environment + (c.excited - c.environment) * pow (cc, i), 1e-13);
          g_assert_cmpfloat_with_epsilon (steps[i].coherence, c.coherence * pow (factor, i), 1e-13);
        }
    }
}

/* --- What holds for any --------------------------------------------------- */

static void
test_invariants (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 2);

  for (int turn = 0; turn < 300; turn++)
    {
      QnCollisions c = draw (rand, 5, turn % 3 == 0);
      QnCollisionStep steps[QN_COLLISIONS_STEPS + 1];
      double logit = log (c.environment / (1 - c.environment));

      g_assert_true (qn_collisions_run (&c, NULL, steps));
      for (int i = 0; i <= c.size * c.rounds; i++)
        {
          const QnCollisionStep *s = &steps[i];
          double mutual = s->system + s->environment - s->whole, heat = (s->excitations - steps[0].excitations) * logit; /* -(heat into the environment)/T */
          double production = s->system - steps[0].system - heat;

          g_assert_cmpfloat_with_epsilon (s->whole, steps[0].whole, 1e-12);
          g_assert_cmpfloat_with_epsilon (s->largest, steps[0].largest, 1e-12);
          g_assert_cmpfloat_with_epsilon (s->excited + s->excitations, steps[0].excited + steps[0].excitations, 1e-12);
          g_assert_cmpfloat (mutual, >=, -1e-12);
          g_assert_cmpfloat (s->relative, >=, -1e-12);
          g_assert_cmpfloat_with_epsilon (production, mutual + s->relative, 1e-11);
          for (int k = 0; k < c.size; k++)
            g_assert_cmpfloat (s->known[k], >=, s->known[k + 1] - 1e-12);
          g_assert_cmpfloat_with_epsilon (s->known[0], s->parts, 1e-12);
        }
    }
}

/* Eight qubits, where all of them are kept. */
static void
test_largest (void)
{
  QnCollisions c = { 8, 1, 0.6, 0.05, 0, 0.3 };
  QnCollisionStep steps[QN_COLLISIONS_STEPS + 1];
  gint cancelled = 1;

  g_assert_true (qn_collisions_run (&c, NULL, steps));
  g_assert_cmpfloat_with_epsilon (steps[8].whole, steps[0].whole, 1e-12);
  g_assert_cmpfloat (steps[8].parts, >, steps[0].parts + 0.05);
  g_assert_false (qn_collisions_run (&c, &cancelled, steps));
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collisions/brute-force", test_brute_force);
  g_test_add_func ("/collisions/homogeniser", test_homogeniser);
  g_test_add_func ("/collisions/invariants", test_invariants);
  g_test_add_func ("/collisions/largest", test_largest);
  return g_test_run ();
}
