/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brute-force.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-two-qubits.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>

#define DEGENERATE 1e-12 /* levels less apart than this are one */

typedef struct
{
  const QnMachine *machine;
  const QnStroke *stroke;
  int n;
} Flow;

typedef struct
{
  double energy[QN_TEST_LEVELS];
  QnTestMatrix vector; /* columns */
} Eigen;

/* Only the first n rows and columns of a matrix are read and written. */
static void
clear (int n, QnTestMatrix a)
{
  for (int i = 0; i < n; i++)
    memset (a[i], 0, sizeof (double _Complex) * n);
}

static void
copy (int n, QnTestMatrix from, QnTestMatrix to)
{
  for (int i = 0; i < n; i++)
    memcpy (to[i], from[i], sizeof (double _Complex) * n);
}

/* --- Media ---------------------------------------------------------------- */

static void
begin (QnTestOperators *out, int n)
{
  out->n = n;
  out->moving = FALSE;
  clear (n, out->H);
  clear (n, out->dH);
  for (int k = 0; k < QN_MAX_BATHS; k++)
    clear (n, out->X[k]);
}

/* Index 0 is sz = +1. */
static void
write_qubit (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  begin (out, 2);
  out->dH[0][0] = 0.5;
  out->dH[1][1] = -0.5;
  out->H[0][0] = w / 2;
  out->H[1][1] = -w / 2;
  out->H[0][1] = out->H[1][0] = qn_medium_mixing (medium) / 2;
  out->X[0][0][1] = -I;
  out->X[0][1][0] = I;
}

static void
write_ladder (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  double e = 0;

  begin (out, qn_medium_count_levels (medium, NULL));
  for (int i = 0; i < out->n; i++)
    {
      out->H[i][i] = w * e;
      out->dH[i][i] = e;
      if (i + 1 < out->n)
        out->X[0][i][i + 1] = out->X[0][i + 1][i] = sqrt (i + 1.0);
      e += i + 1 < out->n ? qn_ladder (medium)->spacing[i] : 0;
    }
}

static void
write_box (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  begin (out, qn_medium_count_levels (medium, NULL));
  for (int i = 0; i < out->n; i++)
    {
      out->dH[i][i] = (i + 1) * (i + 1) / 3.0;
      out->H[i][i] = w * out->dH[i][i];
      if (i + 1 < out->n)
        out->X[0][i][i + 1] = out->X[0][i + 1][i] = 1;
    }
}

/* dH/dw = w x^2, x^2 = (a + a^+)^2/2w. */
static void
write_oscillator (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  begin (out, QN_TEST_LEVELS);
  out->moving = TRUE;
  for (int i = 0; i < out->n; i++)
    {
      out->H[i][i] = w * (i + 0.5);
      out->dH[i][i] = i + 0.5;
      if (i + 1 < out->n)
        out->X[0][i][i + 1] = out->X[0][i + 1][i] = sqrt (i + 1.0);
      if (i + 2 < out->n)
        out->dH[i][i + 2] = out->dH[i + 2][i] = sqrt ((i + 1.0) * (i + 2.0)) / 2;
    }
}

/* out += factor (a x b) of two qubits, the first the high bit; ket 0 is sz = +1. */
static void
add_product (double factor, const double _Complex a[2][2], const double _Complex b[2][2], QnTestMatrix out)
{
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++)
      out[i][j] += factor * a[i / 2][j / 2] * b[i % 2][j % 2];
}

/* H = w(sz1 + sz2)/2 + J[(1 + g) sx1 sx2 + (1 - g) sy1 sy2 + d sz1 sz2]/2; X = sx1 + c sx2. */
static void
write_two_qubits (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  static const double _Complex one[2][2] = { { 1, 0 }, { 0, 1 } }, x[2][2] = { { 0, 1 }, { 1, 0 } }, y[2][2] = { { 0, -I }, { I, 0 } }, z[2][2] = { { 1, 0 }, { 0, -1 } };
  const QnTwoQubits *own = qn_two_qubits (medium);
  double J = own->exchange;

  begin (out, 4);
  add_product (0.5, z, one, out->dH);
  add_product (0.5, one, z, out->dH);
  add_product (w / 2, z, one, out->H);
  add_product (w / 2, one, z, out->H);
  add_product (J / 2 * (1 + own->anisotropy), x, x, out->H);
  add_product (J / 2 * (1 - own->anisotropy), y, y, out->H);
  add_product (J / 2 * own->zz, z, z, out->H);
  add_product (1, x, one, out->X[0]);
  add_product (own->coupling_ratio, one, x, out->X[0]);
}

/* Part k has its quanta in digit k of the ket's number, of which there are `levels`; place[k] is its weight. */
static void
write_parts (const QnMediumSpec *medium, int n, int levels, int n_parts, const int *place, QnTestOperators *out)
{
  begin (out, n);
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n_parts; k++)
      {
        int quanta = i / place[k] % levels;

        out->H[i][i] += qn_parts (medium)->energy[k] * quanta;
        if (quanta + 1 < levels)
          out->X[k][i][i + place[k]] = out->X[k][i + place[k]][i] = sqrt (quanta + 1.0);
      }
}

static void
write_junction (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  write_parts (medium, 4, 2, 2, (const int[]) { [QN_HOT] = 2, [QN_COLD] = 1 }, out);
  out->H[1][2] = out->H[2][1] = qn_parts (medium)->interaction;
}

static void
write_three_qubits (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  write_parts (medium, 8, 2, 3, (const int[]) { [QN_COLD] = 4, [QN_HOT] = 2, [QN_THIRD] = 1 }, out);
  out->H[2][5] = out->H[5][2] = qn_parts (medium)->interaction;
}

static void
write_pair (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  int levels = qn_pair_levels (medium);

  write_parts (medium, levels * levels, levels, 2, (const int[]) { [QN_HOT] = levels, [QN_COLD] = 1 }, out);
}

void
qn_brute_force_operators (const QnMediumSpec *medium, double w, QnTestOperators *out)
{
  static const struct
  {
    const QnMediumClass *klass;
    void (*write) (const QnMediumSpec *, double, QnTestOperators *);
  } media[] = {
    { &qn_medium_qubit, write_qubit },
    { &qn_medium_ladder, write_ladder },
    { &qn_medium_box, write_box },
    { &qn_medium_oscillator, write_oscillator },
    { &qn_medium_two_qubits, write_two_qubits },
    { &qn_medium_junction, write_junction },
    { &qn_medium_three_qubits, write_three_qubits },
    { &qn_medium_pair, write_pair },
  };

  out->n = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (media); i++)
    if (media[i].klass == medium->klass)
      media[i].write (medium, w, out);
  g_assert_cmpint (out->n, >, 0);
  if (!medium->klass->parts) /* all reservoirs touch the same */
    for (int k = 1; k < QN_MAX_BATHS; k++)
      copy (out->n, out->X[0], out->X[k]);
}

/* --- The master equation -------------------------------------------------- */

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
  QnTestMatrix c;

  for (int i = 0; i < n; i++)
    {
      memset (c[i], 0, sizeof (double _Complex) * n);
      for (int k = 0; k < n; k++)
        for (int j = 0; a[i][k] != 0 && j < n; j++)
          c[i][j] += a[i][k] * b[k][j];
    }
  copy (n, c, out);
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

/* In the energy basis, X too: one operator for all transitions of the same frequency. */
static void
add_bath (int n, Eigen *eigen, const QnBath *bath, QnTestMatrix X, QnTestMatrix rho, QnTestMatrix out)
{
  gboolean done[QN_TEST_LEVELS][QN_TEST_LEVELS] = { { FALSE } };

  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      {
        QnTestMatrix A, A_dagger;
        double w = eigen->energy[j] - eigen->energy[i], down, up, size = 0;

        if (done[i][j] || w < DEGENERATE)
          continue;
        clear (n, A);
        for (int k = 0; k < n; k++)
          for (int l = k + 1; l < n; l++)
            if (fabs (eigen->energy[l] - eigen->energy[k] - w) < 1e-9 * w)
              {
                done[k][l] = TRUE;
                A[k][l] = X[k][l];
                size += cabs (X[k][l]);
              }
        if (size == 0)
          continue;
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
      out[i][j] = H1[i][j] == 0 || i == j ? 0 : I * H1[i][j] * rate / (eigen->energy[j] - eigen->energy[i]);
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

/* Into the basis of H, energies ascending. */
static void
to_energy_basis (QnTestOperators *m, QnTestMatrix rho, Eigen *eigen)
{
  if (m->moving)
    {
      for (int i = 0; i < m->n; i++)
        eigen->energy[i] = creal (m->H[i][i]);
      return;
    }
  diagonalise (m->n, m->H, eigen);
  rotate (m->n, eigen, rho, FALSE, rho);
  rotate (m->n, eigen, m->dH, FALSE, m->dH);
  for (int k = 0; k < QN_MAX_BATHS; k++)
    rotate (m->n, eigen, m->X[k], FALSE, m->X[k]);
  clear (m->n, m->H);
  for (int i = 0; i < m->n; i++)
    m->H[i][i] = eigen->energy[i];
}

/* What the drive and its shortcut do to rho; the power that goes in. A basis that moves along turns rho as the shortcut
 * turns it back. */
static double
add_drive (const QnStroke *stroke, QnTestOperators *m, Eigen *eigen, double wdot, QnTestMatrix rho, QnTestMatrix drho)
{
  double power = wdot * trace_product (m->n, m->dH, rho);
  QnTestMatrix cd, turn;

  if (wdot == 0 || !(stroke->counterdiabatic || m->moving))
    return power;
  counterdiabatic (m->n, eigen, m->dH, wdot, cd);
  if (stroke->counterdiabatic)
    {
      clear (m->n, turn);
      commutator_times (m->n, I, cd, m->H, turn);
      power += trace_product (m->n, turn, rho);
    }
  if (stroke->counterdiabatic != m->moving)
    commutator_times (m->n, stroke->counterdiabatic ? -I : I, cd, rho, drho);
  return power;
}

static int
derivative (double t, const double y[], double dydt[], void *data)
{
  Flow *flow = data;
  const QnStroke *stroke = flow->stroke;
  int n = flow->n, books = 2 * n * n;
  double wdot, w = qn_stroke_control (stroke, &flow->machine->medium, t / stroke->duration, &wdot);
  QnTestOperators m;
  QnTestMatrix rho, drho;
  Eigen eigen;

  for (int i = 0; i < n * n; i++)
    rho[i / n][i % n] = y[2 * i] + I * y[2 * i + 1];
  qn_brute_force_operators (&flow->machine->medium, w, &m);
  to_energy_basis (&m, rho, &eigen);
  clear (n, drho);
  commutator_times (n, -I, m.H, rho, drho);
  dydt[books + QN_MAX_BATHS] = add_drive (stroke, &m, &eigen, wdot, rho, drho);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      if (i != j)
        drho[i][j] -= stroke->dephasing * rho[i][j];
  for (int k = 0; k < QN_MAX_BATHS; k++)
    {
      QnTestMatrix part;

      clear (n, part);
      if (k < flow->machine->n_baths && (stroke->baths & (1u << k)))
        add_bath (n, &eigen, &flow->machine->bath[k], m.X[k], rho, part);
      dydt[books + k] = trace_product (n, m.H, part);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          drho[i][j] += part[i][j];
    }
  if (!m.moving)
    rotate (n, &eigen, drho, TRUE, drho);
  for (int i = 0; i < n * n; i++)
    {
      dydt[2 * i] = creal (drho[i / n][i % n]);
      dydt[2 * i + 1] = cimag (drho[i / n][i % n]);
    }
  return GSL_SUCCESS;
}

void
qn_brute_force_gibbs (QnBruteForce *state, const QnMediumSpec *medium, double w, double temperature)
{
  QnTestOperators m;
  Eigen eigen;
  double z = 0;

  memset (state, 0, sizeof *state);
  qn_brute_force_operators (medium, w, &m);
  state->n = m.n;
  diagonalise (state->n, m.H, &eigen);
  for (int i = 0; i < state->n; i++)
    z += exp (-(eigen.energy[i] - eigen.energy[0]) / temperature);
  for (int i = 0; i < state->n; i++)
    state->rho[i][i] = exp (-(eigen.energy[i] - eigen.energy[0]) / temperature) / z;
  rotate (state->n, &eigen, state->rho, TRUE, state->rho);
}

double
qn_brute_force_energy (const QnBruteForce *state, const QnMediumSpec *medium, double w)
{
  QnTestOperators m;
  QnTestMatrix rho;

  qn_brute_force_operators (medium, w, &m);
  copy (m.n, (double _Complex (*)[QN_TEST_LEVELS]) state->rho, rho);
  return trace_product (m.n, m.H, rho);
}

static void
jump (QnBruteForce *state, const QnMediumSpec *medium, double *w, double to)
{
  g_assert_true (to == *w || medium->klass != &qn_medium_oscillator); /* its basis turns */
  state->work_output -= qn_brute_force_energy (state, medium, to) - qn_brute_force_energy (state, medium, *w);
  *w = to;
}

void
qn_brute_force_stroke (QnBruteForce *state, const QnMachine *machine, const QnStroke *stroke, double *w, double tolerance)
{
  int n = state->n, books = 2 * n * n;
  double y[2 * QN_TEST_LEVELS * QN_TEST_LEVELS + QN_MAX_BATHS + 1], t = 0;
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
