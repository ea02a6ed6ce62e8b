/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brute-force.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>

typedef struct
{
  const QnMachine *machine;
  const QnStroke *stroke;
  int n;
} Flow;

typedef struct
{
  double energy[QN_MAX_LEVELS];
  QnTestMatrix vector; /* columns */
} Eigen;

static double
level_factor (const QnMediumSpec *medium, int n)
{
  double e = 0;

  if (medium->klass == &qn_medium_box)
    return (n + 1) * (n + 1) / 3.0;
  for (int i = 0; i < n; i++)
    e += medium->spacing[i];
  return e;
}

/* Qubit: index 0 is sz = +1. */
void
qn_brute_force_hamiltonian (const QnMediumSpec *medium, double w, QnTestMatrix H)
{
  memset (H, 0, sizeof (QnTestMatrix));
  if (medium->klass == &qn_medium_qubit)
    {
      H[0][0] = w / 2;
      H[1][1] = -w / 2;
      H[0][1] = H[1][0] = medium->tunnelling / 2;
      return;
    }
  for (int i = 0; i < medium->levels; i++)
    H[i][i] = w * level_factor (medium, i);
}

static void
control_derivative (const QnMediumSpec *medium, QnTestMatrix H1)
{
  QnTestMatrix a, b;

  qn_brute_force_hamiltonian (medium, 2, a);
  qn_brute_force_hamiltonian (medium, 1, b);
  for (int i = 0; i < QN_MAX_LEVELS; i++)
    for (int j = 0; j < QN_MAX_LEVELS; j++)
      H1[i][j] = a[i][j] - b[i][j];
}

static void
coupling_operator (const QnMediumSpec *medium, QnTestMatrix X)
{
  memset (X, 0, sizeof (QnTestMatrix));
  if (medium->klass == &qn_medium_qubit)
    {
      X[0][1] = -I;
      X[1][0] = I;
      return;
    }
  for (int i = 0; i + 1 < medium->levels; i++)
    X[i][i + 1] = X[i + 1][i] = medium->klass == &qn_medium_ladder ? sqrt (i + 1.0) : 1;
}

static void
diagonalise (int n, QnTestMatrix H, Eigen *eigen)
{
  gsl_matrix_complex *m = gsl_matrix_complex_alloc (n, n), *v = gsl_matrix_complex_alloc (n, n);
  gsl_vector *e = gsl_vector_alloc (n);
  gsl_eigen_hermv_workspace *work = gsl_eigen_hermv_alloc (n);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        gsl_complex z;

        GSL_SET_COMPLEX (&z, creal (H[i][j]), cimag (H[i][j]));
        gsl_matrix_complex_set (m, i, j, z);
      }
  gsl_eigen_hermv (m, e, v, work);
  gsl_eigen_hermv_sort (e, v, GSL_EIGEN_SORT_VAL_ASC);
  for (int j = 0; j < n; j++)
    {
      eigen->energy[j] = gsl_vector_get (e, j);
      for (int i = 0; i < n; i++)
        {
          gsl_complex z = gsl_matrix_complex_get (v, i, j);
          eigen->vector[i][j] = GSL_REAL (z) + I * GSL_IMAG (z);
        }
    }
  gsl_eigen_hermv_free (work);
  gsl_vector_free (e);
  gsl_matrix_complex_free (m);
  gsl_matrix_complex_free (v);
}

static void
multiply (int n, QnTestMatrix a, QnTestMatrix b, QnTestMatrix out)
{
  QnTestMatrix c = { { 0 } };

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int k = 0; k < n; k++)
        c[i][j] += a[i][k] * b[k][j];
  memcpy (out, c, sizeof c);
}

static void
dagger (int n, QnTestMatrix a, QnTestMatrix out)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      out[i][j] = conj (a[j][i]);
}

/* out = V^+ a V, or V a V^+ when `back`. */
static void
rotate (int n, Eigen *eigen, QnTestMatrix a, gboolean back, QnTestMatrix out)
{
  QnTestMatrix v_dagger, t;

  dagger (n, eigen->vector, v_dagger);
  multiply (n, back ? eigen->vector : v_dagger, a, t);
  multiply (n, t, back ? v_dagger : eigen->vector, out);
}

static double
trace_product (int n, QnTestMatrix a, QnTestMatrix b)
{
  double _Complex t = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      t += a[i][j] * b[j][i];
  return creal (t);
}

static void
add_dissipator (int n, QnTestMatrix L, double rate, QnTestMatrix rho, QnTestMatrix out)
{
  QnTestMatrix L_dagger, LL, a, b, c;

  dagger (n, L, L_dagger);
  multiply (n, L, rho, a);
  multiply (n, a, L_dagger, a);
  multiply (n, L_dagger, L, LL);
  multiply (n, LL, rho, b);
  multiply (n, rho, LL, c);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      out[i][j] += rate * (a[i][j] - (b[i][j] + c[i][j]) / 2);
}

static void
rates (const QnBath *bath, double w, double *down, double *up)
{
  double n = 1 / (exp (w / bath->temperature) - 1), f = 1 / (exp (w / bath->temperature) + 1);

  switch (bath->spectrum)
    {
    case QN_SPECTRUM_FERMIONIC:
      *down = bath->coupling * (1 - f);
      *up = bath->coupling * f;
      break;
    case QN_SPECTRUM_OHMIC:
      *down = bath->coupling * w * (n + 1);
      *up = bath->coupling * w * n;
      break;
    case QN_SPECTRUM_BOSONIC:
    default:
      *down = bath->coupling * (n + 1);
      *up = bath->coupling * n;
      break;
    }
}

/* In the energy basis: one operator for all transitions of the same frequency. */
static void
add_bath (Flow *flow, Eigen *eigen, const QnBath *bath, QnTestMatrix rho, QnTestMatrix out)
{
  int n = flow->n;
  QnTestMatrix X;
  gboolean done[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { FALSE } };

  coupling_operator (&flow->machine->medium, X);
  rotate (n, eigen, X, FALSE, X);
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      {
        QnTestMatrix A = { { 0 } }, A_dagger;
        double w = eigen->energy[j] - eigen->energy[i], down, up;

        if (done[i][j])
          continue;
        for (int k = 0; k < n; k++)
          for (int l = k + 1; l < n; l++)
            if (fabs (eigen->energy[l] - eigen->energy[k] - w) < 1e-9 * w)
              {
                done[k][l] = TRUE;
                A[k][l] = X[k][l];
              }
        rates (bath, w, &down, &up);
        dagger (n, A, A_dagger);
        add_dissipator (n, A, down, rho, out);
        add_dissipator (n, A_dagger, up, rho, out);
      }
}

/* i sum_{m != n} |m><m|H1|n><n| wdot / (E_n - E_m), in the energy basis. */
static void
counterdiabatic (int n, Eigen *eigen, QnTestMatrix H1, double rate, QnTestMatrix out)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      out[i][j] = i == j ? 0 : I * H1[i][j] * rate / (eigen->energy[j] - eigen->energy[i]);
}

static void
commutator_times (int n, double _Complex factor, QnTestMatrix a, QnTestMatrix b, QnTestMatrix out)
{
  QnTestMatrix ab, ba;

  multiply (n, a, b, ab);
  multiply (n, b, a, ba);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      out[i][j] += factor * (ab[i][j] - ba[i][j]);
}

static int
derivative (double t, const double y[], double dydt[], void *data)
{
  Flow *flow = data;
  const QnStroke *stroke = flow->stroke;
  int n = flow->n, books = 2 * n * n;
  double wdot, w = qn_stroke_control (stroke, &flow->machine->medium, t / stroke->duration, &wdot);
  QnTestMatrix H, H1, rho, drho = { { 0 } }, energy = { { 0 } }, cd = { { 0 } };
  Eigen eigen;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      rho[i][j] = y[2 * (i * n + j)] + I * y[2 * (i * n + j) + 1];
  qn_brute_force_hamiltonian (&flow->machine->medium, w, H);
  control_derivative (&flow->machine->medium, H1);
  diagonalise (n, H, &eigen);
  for (int i = 0; i < n; i++)
    energy[i][i] = eigen.energy[i];
  rotate (n, &eigen, rho, FALSE, rho);
  rotate (n, &eigen, H1, FALSE, H1);

  commutator_times (n, -I, energy, rho, drho);
  dydt[books + QN_MAX_BATHS] = wdot * trace_product (n, H1, rho);
  if (stroke->counterdiabatic && wdot != 0)
    {
      QnTestMatrix turn = { { 0 } };

      counterdiabatic (n, &eigen, H1, wdot, cd);
      commutator_times (n, -I, cd, rho, drho);
      commutator_times (n, I, cd, energy, turn);
      dydt[books + QN_MAX_BATHS] += trace_product (n, turn, rho);
    }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      if (i != j)
        drho[i][j] -= stroke->dephasing * rho[i][j];
  for (int k = 0; k < QN_MAX_BATHS; k++)
    {
      QnTestMatrix part = { { 0 } };

      if (k < flow->machine->n_baths && (stroke->baths & (1u << k)))
        add_bath (flow, &eigen, &flow->machine->bath[k], rho, part);
      dydt[books + k] = trace_product (n, energy, part);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          drho[i][j] += part[i][j];
    }
  rotate (n, &eigen, drho, TRUE, drho);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        dydt[2 * (i * n + j)] = creal (drho[i][j]);
        dydt[2 * (i * n + j) + 1] = cimag (drho[i][j]);
      }
  return GSL_SUCCESS;
}

void
qn_brute_force_gibbs (QnBruteForce *state, const QnMediumSpec *medium, double w, double temperature)
{
  QnTestMatrix H;
  Eigen eigen;
  double z = 0;

  memset (state, 0, sizeof *state);
  state->n = medium->klass == &qn_medium_qubit ? 2 : medium->levels;
  qn_brute_force_hamiltonian (medium, w, H);
  diagonalise (state->n, H, &eigen);
  for (int i = 0; i < state->n; i++)
    z += exp (-(eigen.energy[i] - eigen.energy[0]) / temperature);
  for (int i = 0; i < state->n; i++)
    state->rho[i][i] = exp (-(eigen.energy[i] - eigen.energy[0]) / temperature) / z;
  rotate (state->n, &eigen, state->rho, TRUE, state->rho);
}

double
qn_brute_force_energy (const QnBruteForce *state, const QnMediumSpec *medium, double w)
{
  QnTestMatrix H, rho;

  qn_brute_force_hamiltonian (medium, w, H);
  memcpy (rho, state->rho, sizeof rho);
  return trace_product (state->n, H, rho);
}

static void
jump (QnBruteForce *state, const QnMediumSpec *medium, double *w, double to)
{
  state->work_output -= qn_brute_force_energy (state, medium, to) - qn_brute_force_energy (state, medium, *w);
  *w = to;
}

void
qn_brute_force_stroke (QnBruteForce *state, const QnMachine *machine, const QnStroke *stroke, double *w, double tolerance)
{
  int n = state->n, books = 2 * n * n;
  double y[2 * QN_MAX_STATE + QN_MAX_BATHS + 1], t = 0;
  gboolean sudden = stroke->shape == QN_RAMP_SUDDEN || stroke->duration == 0;
  Flow flow = { machine, stroke, n };
  gsl_odeiv2_system system = { derivative, NULL, books + QN_MAX_BATHS + 1, &flow };
  gsl_odeiv2_driver *driver;

  jump (state, &machine->medium, w, sudden ? stroke->to : stroke->from);
  if (stroke->duration == 0)
    return;
  for (int i = 0; i < n * n; i++)
    {
      y[2 * i] = creal (state->rho[i / n][i % n]);
      y[2 * i + 1] = cimag (state->rho[i / n][i % n]);
    }
  for (int k = 0; k <= QN_MAX_BATHS; k++)
    y[books + k] = 0;
  driver = gsl_odeiv2_driver_alloc_y_new (&system, gsl_odeiv2_step_rk8pd, stroke->duration / 100, tolerance, 0);
  g_assert_cmpint (gsl_odeiv2_driver_apply (driver, &t, stroke->duration, y), ==, GSL_SUCCESS);
  gsl_odeiv2_driver_free (driver);
  for (int i = 0; i < n * n; i++)
    state->rho[i / n][i % n] = y[2 * i] + I * y[2 * i + 1];
  for (int k = 0; k < QN_MAX_BATHS; k++)
    state->heat[k] += y[books + k];
  state->work_output -= y[books + QN_MAX_BATHS];
  *w = stroke->to;
}
