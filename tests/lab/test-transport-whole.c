/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two coupled qubits beside their master equation with all 16 matrix elements, jump operators as they stand on the page: steady
 * state, transient, heat and power by either book. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_complex_math.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>

#include "qn-lab.h"

static const char *const end[] = { [QN_HOT] = "hot", [QN_COLD] = "cold" };

static void
set (QnExperiment *e, const char *id, double value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qn_experiment_set (e, id, value, &error));
  g_assert_no_error (error);
}

/* The master equation on all matrix elements, with plain matrices. */
typedef double _Complex Matrix[4][4];

typedef struct
{
  int n, n_jumps[2];
  double E[4];
  Matrix H, F, ket; /* columns of `ket`: states of energies E */
  Matrix jump[2][2 * 16];
} Whole;

static void
multiply (int n, Matrix a, gboolean a_dagger, Matrix b, gboolean b_dagger, Matrix out)
{
  Matrix c = { { 0 } };

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int k = 0; k < n; k++)
        c[i][j] += (a_dagger ? conj (a[k][i]) : a[i][k]) * (b_dagger ? conj (b[j][k]) : b[k][j]);
  memcpy (out, c, sizeof c);
}

/* out += factor a b (or with b^+). */
static void
add_product (int n, double _Complex factor, Matrix a, Matrix b, gboolean b_dagger, Matrix out)
{
  Matrix c;

  multiply (n, a, FALSE, b, b_dagger, c);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      out[i][j] += factor * c[i][j];
}

static double
trace_of (int n, Matrix a, Matrix b)
{
  double _Complex sum = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      sum += a[i][j] * b[j][i];
  return creal (sum);
}

/* D_k of rho. */
static void
dissipate (Whole *w, int k, Matrix rho, Matrix out)
{
  memset (out, 0, sizeof (Matrix));
  for (int a = 0; a < w->n_jumps[k]; a++)
    {
      Matrix t;

      multiply (w->n, w->jump[k][a], FALSE, rho, FALSE, t);
      add_product (w->n, 1, t, w->jump[k][a], TRUE, out);
      multiply (w->n, w->jump[k][a], TRUE, w->jump[k][a], FALSE, t);
      add_product (w->n, -0.5, t, rho, FALSE, out);
      add_product (w->n, -0.5, rho, t, FALSE, out);
    }
}

static void
derivative (Whole *w, Matrix rho, Matrix out)
{
  memset (out, 0, sizeof (Matrix));
  add_product (w->n, -I, w->H, rho, FALSE, out);
  add_product (w->n, I, rho, w->H, FALSE, out);
  for (int k = 0; k < 2; k++)
    {
      Matrix D;

      dissipate (w, k, rho, D);
      for (int i = 0; i < w->n; i++)
        for (int j = 0; j < w->n; j++)
          out[i][j] += D[i][j];
    }
}

static void
add_jump (Whole *w, int k, double rate, Matrix A, gboolean dagger)
{
  double _Complex (*jump)[4] = w->jump[k][w->n_jumps[k]++];

  for (int i = 0; i < w->n; i++)
    for (int j = 0; j < w->n; j++)
      jump[i][j] = sqrt (rate) * (dagger ? conj (A[j][i]) : A[i][j]);
}

static void
add_quanta (Whole *w, int k, const QnBath *bath, double frequency, Matrix A)
{
  double n = 1 / expm1 (frequency / bath->temperature), f = 1 / (exp (frequency / bath->temperature) + 1);
  double gamma = bath->coupling * (bath->spectrum == QN_SPECTRUM_OHMIC ? frequency : 1);
  gboolean fermionic = bath->spectrum == QN_SPECTRUM_FERMIONIC;

  add_jump (w, k, gamma * (fermionic ? 1 - f : n + 1), A, FALSE);
  add_jump (w, k, gamma * (fermionic ? f : n), A, TRUE);
}

static int
bit_of (int k)
{
  return k == QN_HOT ? 2 : 1; /* |left right> */
}

/* Davies: for each frequency of H one jump operator, the part of X that belongs to it. */
static void
add_davies (Whole *w, int k, const QnBath *bath, Matrix X)
{
  Matrix x;
  gboolean done[4][4] = { { FALSE } };

  multiply (w->n, w->ket, TRUE, X, FALSE, x);
  multiply (w->n, x, FALSE, w->ket, FALSE, x);
  for (int a = 0; a < w->n; a++)
    for (int b = 0; b < w->n; b++)
      {
        double frequency = w->E[b] - w->E[a];
        Matrix A = { { 0 } };

        if (done[a][b] || frequency <= 0 || cabs (x[a][b]) < 1e-12)
          continue;
        for (int c = 0; c < w->n; c++)
          for (int d = 0; d < w->n; d++)
            if (fabs (w->E[d] - w->E[c] - frequency) < 1e-9)
              {
                done[c][d] = TRUE;
                A[c][d] = x[c][d];
              }
        multiply (w->n, w->ket, FALSE, A, FALSE, A);
        multiply (w->n, A, FALSE, w->ket, TRUE, A);
        add_quanta (w, k, bath, frequency, A);
      }
}

static void
whole_hamiltonian (Whole *w, const QnMachine *m)
{
  double left = m->medium.part[QN_HOT], right = m->medium.part[QN_COLD], g = m->medium.interaction;
  double split = sqrt (4 * g * g + (left - right) * (left - right)), norm;

  w->n = 4;
  w->H[1][1] = w->F[1][1] = right;
  w->H[2][2] = w->F[2][2] = left;
  w->H[3][3] = w->F[3][3] = w->E[3] = left + right;
  w->H[1][2] = w->H[2][1] = g;
  w->E[1] = (left + right - split) / 2;
  w->E[2] = (left + right + split) / 2;
  w->ket[0][0] = w->ket[3][3] = 1;
  norm = hypot (g, w->E[2] - right);
  w->ket[1][2] = w->ket[2][1] = g / norm;
  w->ket[2][2] = (w->E[2] - right) / norm;
  w->ket[1][1] = -w->ket[2][2];
}

static Whole *
whole_new (const QnMachine *m)
{
  Whole *w = g_new0 (Whole, 1);

  whole_hamiltonian (w, m);
  for (int k = 0; k < 2; k++)
    {
      Matrix lower = { { 0 } }, X = { { 0 } };

      for (int i = 0; i < 4; i++)
        {
          X[i][i ^ bit_of (k)] = 1;
          lower[i & ~bit_of (k)][i] = !!(i & bit_of (k));
        }
      if (m->medium.model == QN_MODEL_GLOBAL)
        add_davies (w, k, &m->bath[k], X);
      else
        add_quanta (w, k, &m->bath[k], m->medium.part[k], lower);
    }
  return w;
}

/* The null vector of the whole Liouvillian, the trace in place of its first row. */
static void
steady_state (Whole *w, Matrix rho)
{
  int n = w->n, signum;
  gsl_matrix_complex *L = gsl_matrix_complex_alloc (n * n, n * n);
  gsl_vector_complex *b = gsl_vector_complex_calloc (n * n), *x = gsl_vector_complex_alloc (n * n);
  gsl_permutation *p = gsl_permutation_alloc (n * n);

  for (int c = 0; c < n * n; c++)
    {
      Matrix unit = { { 0 } }, image;

      unit[c / n][c % n] = 1;
      derivative (w, unit, image);
      for (int r = 0; r < n * n; r++)
        gsl_matrix_complex_set (L, r, c, gsl_complex_rect (creal (image[r / n][r % n]), cimag (image[r / n][r % n])));
      gsl_matrix_complex_set (L, 0, c, gsl_complex_rect (c / n == c % n, 0));
    }
  gsl_vector_complex_set (b, 0, gsl_complex_rect (1, 0));
  gsl_linalg_complex_LU_decomp (L, p, &signum);
  gsl_linalg_complex_LU_solve (L, p, b, x);
  for (int c = 0; c < n * n; c++)
    {
      gsl_complex z = gsl_vector_complex_get (x, c);

      rho[c / n][c % n] = GSL_REAL (z) + I * GSL_IMAG (z);
    }
  gsl_matrix_complex_free (L);
  gsl_vector_complex_free (b);
  gsl_vector_complex_free (x);
  gsl_permutation_free (p);
}

/* Every element of the state, heat by either book, and i Tr[[F, H] rho]. */
static void
assert_state (Whole *w, const QnMachine *m, const QnSample *got, Matrix rho, double tolerance)
{
  double _Complex have[QN_MAX_LEVELS][QN_MAX_LEVELS];
  Matrix turned;

  qn_sample_density (&m->medium, got, FALSE, have);
  for (int i = 0; i < w->n; i++)
    for (int j = 0; j < w->n; j++)
      g_assert_cmpfloat (cabs (have[i][j] - rho[i][j]), <, tolerance);
  for (int k = 0; k < 2; k++)
    {
      Matrix D;

      dissipate (w, k, rho, D);
      g_assert_cmpfloat_with_epsilon (got->current[k], trace_of (w->n, w->H, D), 10 * tolerance);
      g_assert_cmpfloat_with_epsilon (got->bare_current[k], trace_of (w->n, w->F, D), 10 * tolerance);
    }
  memset (turned, 0, sizeof turned);
  add_product (w->n, I, w->F, w->H, FALSE, turned);
  add_product (w->n, -I, w->H, w->F, FALSE, turned);
  g_assert_cmpfloat_with_epsilon (got->power, 0, tolerance);
  g_assert_cmpfloat_with_epsilon (got->bare_power, trace_of (w->n, turned, rho), 10 * tolerance);
}

/* A random machine whose levels do not cross. */
static void
random_machine (GRand *rand, int turn, QnMachine *m)
{
  QnExperiment e;

  qn_experiment_init (&e, qn_lab_find ("transport"));
  for (int k = 0; k < 2; k++)
    {
      g_autofree char *temperature = g_strconcat (end[k], ".temperature", NULL), *coupling = g_strconcat (end[k], ".coupling", NULL);

      set (&e, temperature, exp (g_rand_double_range (rand, log (0.3), log (10))));
      set (&e, coupling, exp (g_rand_double_range (rand, log (0.01), log (2))));
    }
  set (&e, "spacing.left", g_rand_double_range (rand, 0.5, 4));
  set (&e, "spacing.right", turn % 5 == 4 ? qn_experiment_get (&e, "spacing.left") : g_rand_double_range (rand, 0.5, 4));
  set (&e, "medium.coupling", turn % 7 == 6 ? 5 : g_rand_double_range (rand, 0.02, 0.4)); /* 5: beyond the crossing */
  set (&e, "model", turn % 2);
  set (&e, "bath.spectrum", turn / 2 % 3);
  g_assert_true (qn_experiment_machine (&e, m, NULL));
}

static void
test_steady (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20306);

  g_test_message ("seed 20306");
  for (int turn = 0; turn < 60; turn++)
    {
      QnMachine m;
      QnSample got;
      Matrix rho;
      g_autoptr (QnCycle) cycle = NULL;
      g_autofree Whole *w = NULL;

      random_machine (rand, turn, &m);
      cycle = qn_cycle_new (&m, QN_TOLERANCE, NULL);
      g_assert_nonnull (cycle);
      g_assert_true (qn_cycle_ledger (cycle)->unique);
      qn_cycle_read_start (cycle, &got);
      w = whole_new (&m);
      steady_state (w, rho);
      assert_state (w, &m, &got, rho, 1e-10);
    }
}

/* rho(t + h) by Taylor's series, and the heat of each reservoir on the way. */
static void
taylor_step (Whole *w, double h, Matrix rho, double heat[2])
{
  Matrix term, next;

  memcpy (term, rho, sizeof (Matrix));
  for (int order = 1; order <= 24; order++)
    {
      for (int k = 0; k < 2; k++)
        {
          Matrix D;

          dissipate (w, k, term, D);
          heat[k] += trace_of (w->n, w->H, D) * h / order;
        }
      derivative (w, term, next);
      for (int i = 0; i < w->n; i++)
        for (int j = 0; j < w->n; j++)
          {
            term[i][j] = next[i][j] * h / order;
            rho[i][j] += term[i][j];
          }
    }
}

/* Thermal at the cold temperature, in the basis that the reservoirs know. */
static void
thermal (Whole *w, const QnMachine *m, Matrix rho)
{
  gboolean global = m->medium.model == QN_MODEL_GLOBAL;
  double p[4], Z = 0;

  memset (rho, 0, sizeof (Matrix));
  for (int k = 0; k < w->n; k++)
    Z += p[k] = exp (-(global ? w->E[k] : creal (w->F[k][k])) / m->start_temperature);
  for (int k = 0; k < w->n; k++)
    for (int i = 0; i < w->n; i++)
      for (int j = 0; j < w->n; j++)
        rho[i][j] += p[k] / Z * (global ? w->ket[i][k] * conj (w->ket[j][k]) : (i == k && j == k));
}

static void
test_transient (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20307);

  g_test_message ("seed 20307");
  for (int turn = 0; turn < 12; turn++)
    {
      QnMachine m;
      QnSample got;
      Matrix rho;
      double heat[2] = { 0 };
      g_autoptr (QnRun) run = NULL;
      g_autofree Whole *w = NULL;

      random_machine (rand, turn, &m);
      m.stroke[0].duration = 20;
      run = qn_run_new (&m, 10, QN_TOLERANCE, NULL);
      w = whole_new (&m);
      thermal (w, &m, rho);
      for (int step = 0; step < 3; step++)
        {
          qn_run_advance (run);
          for (int i = 0; i < 20; i++)
            taylor_step (w, 0.1, rho, heat);
          qn_run_read (run, &got);
          assert_state (w, &m, &got, rho, 1e-9);
          for (int k = 0; k < 2; k++)
            g_assert_cmpfloat_with_epsilon (got.heat[k], heat[k], 1e-9);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/transport-whole/steady", test_steady);
  g_test_add_func ("/transport-whole/transient", test_transient);
  return g_test_run ();
}
