/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-parts.h"
#include "whole.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_complex_math.h>
#include <gsl/gsl_linalg.h>

static void
multiply (int n, WholeMatrix a, gboolean a_dagger, WholeMatrix b, gboolean b_dagger, WholeMatrix out)
{
  WholeMatrix c = { { 0 } };

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int k = 0; k < n; k++)
        c[i][j] += (a_dagger ? conj (a[k][i]) : a[i][k]) * (b_dagger ? conj (b[j][k]) : b[k][j]);
  memcpy (out, c, sizeof c);
}

/* out += factor a b (or with b^+). */
static void
add_product (int n, double _Complex factor, WholeMatrix a, WholeMatrix b, gboolean b_dagger, WholeMatrix out)
{
  WholeMatrix c;

  multiply (n, a, FALSE, b, b_dagger, c);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      out[i][j] += factor * c[i][j];
}

static double
trace_of (int n, WholeMatrix a, WholeMatrix b)
{
  double _Complex sum = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      sum += a[i][j] * b[j][i];
  return creal (sum);
}

/* D_k of rho. */
static void
dissipate (Whole *w, int k, WholeMatrix rho, WholeMatrix out)
{
  memset (out, 0, sizeof (WholeMatrix));
  for (int a = 0; a < w->n_jumps[k]; a++)
    {
      WholeMatrix t;

      multiply (w->n, w->jump[k][a], FALSE, rho, FALSE, t);
      add_product (w->n, 1, t, w->jump[k][a], TRUE, out);
      multiply (w->n, w->jump[k][a], TRUE, w->jump[k][a], FALSE, t);
      add_product (w->n, -0.5, t, rho, FALSE, out);
      add_product (w->n, -0.5, rho, t, FALSE, out);
    }
}

static void
derivative (Whole *w, WholeMatrix rho, WholeMatrix out)
{
  memset (out, 0, sizeof (WholeMatrix));
  add_product (w->n, -I, w->H, rho, FALSE, out);
  add_product (w->n, I, rho, w->H, FALSE, out);
  for (int k = 0; k < w->n_baths; k++)
    {
      WholeMatrix D;

      dissipate (w, k, rho, D);
      for (int i = 0; i < w->n; i++)
        for (int j = 0; j < w->n; j++)
          out[i][j] += D[i][j];
    }
}

void
whole_add_jump (Whole *w, int k, double rate, WholeMatrix A, gboolean dagger)
{
  double _Complex (*jump)[WHOLE_N] = w->jump[k][w->n_jumps[k]++];

  for (int i = 0; i < w->n; i++)
    for (int j = 0; j < w->n; j++)
      jump[i][j] = sqrt (rate) * (dagger ? conj (A[j][i]) : A[i][j]);
}

void
whole_add_quanta (Whole *w, int k, const QnBath *bath, double frequency, WholeMatrix A)
{
  double n = 1 / expm1 (frequency / bath->temperature), f = 1 / (exp (frequency / bath->temperature) + 1);
  double gamma = bath->coupling * (bath->spectrum == QN_SPECTRUM_OHMIC ? frequency : 1);
  gboolean fermionic = bath->spectrum == QN_SPECTRUM_FERMIONIC;

  whole_add_jump (w, k, gamma * (fermionic ? 1 - f : n + 1), A, FALSE);
  whole_add_jump (w, k, gamma * (fermionic ? f : n), A, TRUE);
}

void
whole_add_davies (Whole *w, int k, const QnBath *bath, WholeMatrix X)
{
  WholeMatrix x;
  gboolean done[WHOLE_N][WHOLE_N] = { { FALSE } };

  multiply (w->n, w->ket, TRUE, X, FALSE, x);
  multiply (w->n, x, FALSE, w->ket, FALSE, x);
  for (int a = 0; a < w->n; a++)
    for (int b = 0; b < w->n; b++)
      {
        double frequency = w->E[b] - w->E[a];
        WholeMatrix A = { { 0 } };

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
        whole_add_quanta (w, k, bath, frequency, A);
      }
}

void
whole_steady_state (Whole *w, WholeMatrix rho)
{
  int n = w->n, signum;
  gsl_matrix_complex *L = gsl_matrix_complex_alloc (n * n, n * n);
  gsl_vector_complex *b = gsl_vector_complex_calloc (n * n), *x = gsl_vector_complex_alloc (n * n);
  gsl_permutation *p = gsl_permutation_alloc (n * n);

  for (int c = 0; c < n * n; c++)
    {
      WholeMatrix unit = { { 0 } }, image;

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

void
whole_assert_state (Whole *w, const QnMachine *m, const QnReading *got, WholeMatrix rho, double tolerance)
{
  double _Complex have[QN_MAX_LEVELS][QN_MAX_LEVELS];
  WholeMatrix turned = { { 0 } };

  qn_reading_density (&m->medium, got, FALSE, have);
  for (int i = 0; i < w->n; i++)
    for (int j = 0; j < w->n; j++)
      g_assert_cmpfloat (cabs (have[i][j] - rho[i][j]), <, tolerance);
  for (int k = 0; k < w->n_baths; k++)
    {
      WholeMatrix D;

      dissipate (w, k, rho, D);
      g_assert_cmpfloat_with_epsilon (got->current[k], trace_of (w->n, w->H, D), 10 * tolerance);
      g_assert_cmpfloat_with_epsilon (got->bare_current[k], trace_of (w->n, w->F, D), 10 * tolerance);
    }
  add_product (w->n, I, w->F, w->H, FALSE, turned);
  add_product (w->n, -I, w->H, w->F, FALSE, turned);
  g_assert_cmpfloat_with_epsilon (got->power, 0, tolerance);
  g_assert_cmpfloat_with_epsilon (got->bare_power, trace_of (w->n, turned, rho), 10 * tolerance);
}

void
whole_taylor_step (Whole *w, double h, WholeMatrix rho, double *heat)
{
  WholeMatrix term, next;

  memcpy (term, rho, sizeof (WholeMatrix));
  for (int order = 1; order <= 24; order++)
    {
      for (int k = 0; k < w->n_baths; k++)
        {
          WholeMatrix D;

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

void
whole_thermal (Whole *w, const QnMachine *m, WholeMatrix rho)
{
  gboolean global = qn_parts (&m->medium)->model == QN_MODEL_GLOBAL;
  double p[WHOLE_N], Z = 0;

  memset (rho, 0, sizeof (WholeMatrix));
  for (int k = 0; k < w->n; k++)
    Z += p[k] = exp (-(global ? w->E[k] : creal (w->F[k][k])) / m->start_temperature);
  for (int k = 0; k < w->n; k++)
    for (int i = 0; i < w->n; i++)
      for (int j = 0; j < w->n; j++)
        rho[i][j] += p[k] / Z * (global ? w->ket[i][k] * conj (w->ket[j][k]) : (i == k && j == k));
}
