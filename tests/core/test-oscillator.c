/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The oscillator's moments against closed forms, against its equations integrated by GSL, and against density matrices
 * in a truncated number basis. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_odeiv2.h>

#include "core/machine/qn-machine.h"
#include "core/medium/qn-oscillator.h"
#include "../random-numbers.h"

#define D QN_OSCILLATOR_D
#define EXACT 1e-12     /* relative, of closed forms */
#define INTEGRATED 1e-9 /* relative, of what GSL integrates to 1e-12 a step */

typedef struct
{
  QnStroke stroke;
  QnBath bath;
} Problem;

static void
generator (const Problem *p, double s, double *G, double *heat, double *squeezed)
{
  double wdot, w = qn_stroke_control (&p->stroke, &(QnMediumSpec) { .klass = &qn_medium_ladder }, s, &wdot);
  QnOscillatorContact contact;

  memset (G, 0, sizeof (double) * D * D);
  qn_oscillator_add_unitary (w, G);
  if (p->stroke.baths)
    {
      g_assert_true (qn_oscillator_contact (&p->bath, qn_stroke_phase (&p->stroke, s), w, &contact, NULL));
      qn_oscillator_add_contact (w, &contact, G, heat, squeezed);
    }
  if (p->stroke.counterdiabatic)
    qn_oscillator_add_counterdiabatic (w, wdot, G);
  if (p->stroke.dephasing > 0)
    qn_oscillator_add_dephasing (w, p->stroke.dephasing, G);
}

/* y = moments, heat, squeezed heat, cost */
static int
derivative (double t, const double y[], double dydt[], void *data)
{
  const Problem *p = data;
  double G[D * D], heat[D] = { 0 }, squeezed[D] = { 0 }, wdot;
  double w = qn_stroke_control (&p->stroke, &(QnMediumSpec) { .klass = &qn_medium_ladder }, t / p->stroke.duration, &wdot);

  generator (p, t / p->stroke.duration, G, heat, squeezed);
  memset (dydt, 0, sizeof (double) * (D + 3));
  for (int j = 0; j < D; j++)
    {
      for (int i = 0; i < D; i++)
        dydt[i] += G[i * D + j] * y[j];
      dydt[D] += heat[j] * y[j];
      dydt[D + 1] += squeezed[j] * y[j];
    }
  dydt[D + 2] = qn_oscillator_counterdiabatic_deviation (w, wdot, y);
  return GSL_SUCCESS;
}

static void
integrate (const Problem *p, double *y)
{
  gsl_odeiv2_system system = { derivative, NULL, D + 3, (void *) p };
  gsl_odeiv2_driver *driver = gsl_odeiv2_driver_alloc_y_new (&system, gsl_odeiv2_step_rk8pd, 1e-4, 1e-13, 1e-13);
  double t = 0;

  g_assert_cmpint (gsl_odeiv2_driver_apply (driver, &t, p->stroke.duration, y), ==, GSL_SUCCESS);
  gsl_odeiv2_driver_free (driver);
}

static void
assert_near (double value, double expected, double relative)
{
  g_assert_cmpfloat_with_epsilon (value, expected, relative * MAX (1, fabs (expected)));
}

static Problem
drive (double from, double to, double duration, QnRampShape shape)
{
  return (Problem) { .stroke = { .id = "drive", .duration = duration, .shape = shape, .from = from, .to = to } };
}

/* Q* of a drive from a Gibbs state. */
static double
adiabaticity (const Problem *p)
{
  double y[D + 3] = { 0 }, before;

  qn_oscillator_gibbs (p->stroke.from, 1.3, y);
  before = qn_oscillator_energy (p->stroke.from, y);
  integrate (p, y);
  return qn_oscillator_adiabaticity (p->stroke.from, before, p->stroke.to, qn_oscillator_energy (p->stroke.to, y));
}

/* w/wdot^2 constant: in the quadratures of the moment and the time int w dt the equations have constant coefficients,
 * whence Q* = [1 - mu^2/4 cos(2 Omega theta)]/Omega^2, Omega^2 = 1 - mu^2/4 (Rezek & Kosloff, New J. Phys. 8, 83 (2006)). */
static void
test_constant_mu (void)
{
  const double duration[] = { 0.3, 0.7, 2, 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (duration); i++)
    {
      Problem p = drive (2, 0.8, duration[i], QN_RAMP_CONSTANT_MU);
      double mu = -(1 / 0.8 - 1 / 2.0) / duration[i], theta = log (0.8 / 2.0) / mu, square = 1 - mu * mu / 4;
      double turned = square > 0 ? cos (2 * sqrt (square) * theta) : cosh (2 * sqrt (-square) * theta);

      assert_near (qn_stroke_phase (&p.stroke, 0), 2 * theta, EXACT);
      assert_near (adiabaticity (&p), (1 - mu * mu / 4 * turned) / square, INTEGRATED);
    }
}

/* At once: Q* = (w0^2 + w1^2)/(2 w0 w1); slowly: 1. */
static void
test_limits_of_speed (void)
{
  Problem fast = drive (2, 0.8, 1e-7, QN_RAMP_LINEAR), slow = drive (2, 0.8, 300, QN_RAMP_SMOOTH);
  double y[D];

  g_assert_cmpfloat_with_epsilon (adiabaticity (&fast), (4 + 0.64) / (2 * 2 * 0.8), 1e-6);
  g_assert_cmpfloat_with_epsilon (adiabaticity (&slow), 1, 1e-8);
  qn_oscillator_gibbs (2, 1.3, y);
  assert_near (qn_oscillator_adiabaticity (2, qn_oscillator_energy (2, y), 0.8, qn_oscillator_energy (0.8, y)), (4 + 0.64) / 3.2, EXACT);
}

static int
classical (double t, const double q[], double dqdt[], void *data)
{
  const Problem *p = data;
  double w = qn_stroke_control (&p->stroke, &(QnMediumSpec) { .klass = &qn_medium_ladder }, t / p->stroke.duration, NULL);

  dqdt[0] = q[1];
  dqdt[1] = -w * w * q[0];
  dqdt[2] = q[3];
  dqdt[3] = -w * w * q[2];
  return GSL_SUCCESS;
}

/* Husimi: the two classical solutions X(0) = 0, X'(0) = 1 and Y(0) = 1, Y'(0) = 0 tell everything. */
static void
test_husimi (void)
{
  const QnRampShape shape[] = { QN_RAMP_LINEAR, QN_RAMP_SMOOTH, QN_RAMP_CONSTANT_MU };

  for (gsize i = 0; i < G_N_ELEMENTS (shape); i++)
    {
      Problem p = drive (0.7, 2.1, 1.7, shape[i]);
      gsl_odeiv2_system system = { classical, NULL, 4, &p };
      gsl_odeiv2_driver *driver = gsl_odeiv2_driver_alloc_y_new (&system, gsl_odeiv2_step_rk8pd, 1e-4, 1e-13, 1e-13);
      double q[4] = { 0, 1, 1, 0 }, t = 0, w0 = p.stroke.from, w1 = p.stroke.to, expected;

      g_assert_cmpint (gsl_odeiv2_driver_apply (driver, &t, p.stroke.duration, q), ==, GSL_SUCCESS);
      gsl_odeiv2_driver_free (driver);
      expected = (w0 * w0 * (w1 * w1 * q[0] * q[0] + q[1] * q[1]) + w1 * w1 * q[2] * q[2] + q[3] * q[3]) / (2 * w0 * w1);
      g_assert_cmpfloat (expected, >, 1.01);
      assert_near (adiabaticity (&p), expected, INTEGRATED);
    }
}

/* With H_CD the state is Gibbs at its end for any speed; the deviation of H_CD is that of its fourth moments. */
static void
test_counterdiabatic (void)
{
  const double duration[] = { 0.01, 0.5, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (duration); i++)
    {
      Problem p = drive (0.7, 2.1, duration[i], QN_RAMP_SMOOTH);
      double y[D + 3] = { 0 }, end[D], thermal = 0.5 / tanh (0.35 / 1.3), row[D];

      p.stroke.counterdiabatic = TRUE;
      qn_oscillator_gibbs (0.7, 1.3, y);
      qn_oscillator_counterdiabatic_work_row (0.7, 0.2, row);
      assert_near (row[0] + row[1] * y[1] + row[2] * y[2] + row[3] * y[3], 0.2 * thermal, EXACT);
      integrate (&p, y);
      qn_oscillator_gibbs (2.1, 1.3 * 3, end);
      for (int a = 0; a < D; a++)
        assert_near (y[a], end[a], INTEGRATED);
      /* thermal throughout: std = |wdot|/(2w) sqrt(thermal^2 + 1/4), whose integral is a logarithm */
      assert_near (y[D + 2], log (3) / 2 * sqrt (thermal * thermal + 0.25), INTEGRATED);
    }
}

static Problem
contact (double w, double duration, double squeezing, QnSpectrum spectrum)
{
  Problem p = drive (w, w, duration, QN_RAMP_LINEAR);

  p.stroke.baths = 1u << QN_HOT;
  p.bath = (QnBath) { 1.7, 0.3, spectrum };
  p.bath.squeezing = squeezing;
  return p;
}

/* <n> and <a^2> both relax at gamma; an ohmic contact's gamma is coupling times w. */
static void
test_relaxation (void)
{
  for (int ohmic = 0; ohmic < 2; ohmic++)
    {
      Problem p = contact (1.4, 2.5, 0, ohmic ? QN_SPECTRUM_OHMIC : QN_SPECTRUM_BOSONIC);
      double y[D + 3] = { 1, 0.9, 3.1, 0.4 }, N0 = (1.4 * 0.9 + 3.1 / 1.4) / 2, M0 = hypot ((1.4 * 0.9 - 3.1 / 1.4) / 2, 0.4);
      double fade = exp (-2.5 * 0.3 * (ohmic ? 1.4 : 1)), N = 0.5 / tanh (0.7 / 1.7);

      integrate (&p, y);
      assert_near ((1.4 * y[1] + y[2] / 1.4) / 2, N + (N0 - N) * fade, INTEGRATED);
      assert_near (hypot ((1.4 * y[1] - y[2] / 1.4) / 2, y[3]), M0 * fade, INTEGRATED);
      assert_near (y[D], 1.4 * (N - N0) * (1 - fade), INTEGRATED);
      assert_near (y[D + 1], y[D], INTEGRATED);
    }
}

static void
test_gibbs_rests (void)
{
  for (double w = 0.01; w < 200; w *= 3)
    {
      Problem p = contact (w, 1, 0, QN_SPECTRUM_BOSONIC);
      double G[D * D], heat[D] = { 0 }, x[D];

      generator (&p, 0.5, G, heat, NULL);
      qn_oscillator_gibbs (w, 1.7, x);
      for (int i = 0; i < D; i++)
        g_assert_cmpfloat_with_epsilon (G[i * D] + G[i * D + 1] * x[1] + G[i * D + 2] * x[2] + G[i * D + 3] * x[3], 0, 1e-12 * MAX (1, w * x[2]));
      assert_near (qn_oscillator_energy (w, x) / w - 0.5, 1 / expm1 (w / 1.7), EXACT * 10);
      if (w < 20)
        assert_near (qn_oscillator_temperature (w, qn_oscillator_energy (w, x)), 1.7, 1e-9);
    }
}

/* A long contact: energy w (n + 1/2) cosh 2r, narrow in x, the entropy of the unsqueezed state. */
static void
test_squeezed_end (void)
{
  Problem p = contact (1.4, 120, 0.6, QN_SPECTRUM_BOSONIC);
  double y[D + 3] = { 0 }, thermal = 0.5 / tanh (0.7 / 1.7), K[D * D], angle, end[D] = { 0 };
  QnOscillatorContact c;

  qn_oscillator_gibbs (1.4, 0.5, y);
  g_assert_true (qn_oscillator_contact (&p.bath, 0, 1.4, &c, NULL));
  qn_oscillator_resting_map (1.4, &c, 1, 120, 120, K, NULL, NULL);
  for (int i = 0; i < D; i++)
    {
      end[i] = y[i];
      for (int j = 0; j < D; j++)
        end[i] += K[i * D + j] * y[j];
    }
  integrate (&p, y);
  for (int i = 0; i < D; i++)
    assert_near (end[i], y[i], INTEGRATED);
  assert_near (qn_oscillator_energy (1.4, end), 1.4 * thermal * cosh (1.2), EXACT);
  assert_near (end[1], thermal / 1.4 * exp (-1.2), EXACT);
  assert_near (end[2], thermal * 1.4 * exp (1.2), EXACT);
  assert_near (end[3], 0, EXACT);
  assert_near (qn_oscillator_symplectic (end), thermal, EXACT);
  assert_near (qn_oscillator_squeezing (1.4, end, &angle), -10 * log10 (2 * thermal * exp (-1.2)), EXACT);
  assert_near (angle, 0, EXACT);
  assert_near (qn_oscillator_ergotropy (1.4, end), 1.4 * thermal * (cosh (1.2) - 1), EXACT);
}

/* Pieces of a contact with two baths, one squeezed, against the equations integrated; the first law by the rows. */
static void
test_resting_map (void)
{
  Problem p = contact (1.4, 3, 0.6, QN_SPECTRUM_OHMIC);
  double y[D + 3] = { 1, 0.9, 3.1, 0.4 }, x[D] = { 1, 0.9, 3.1, 0.4 }, books[2] = { 0 };
  QnOscillatorContact c;

  g_assert_true (qn_oscillator_contact (&p.bath, 0, 1.4, &c, NULL));
  for (int piece = 0; piece < 3; piece++)
    {
      double K[D * D], heat[1][D], squeezed[1][D], next[D];

      qn_oscillator_resting_map (1.4, &c, 1, 1, 3 - piece, K, heat, squeezed);
      for (int i = 0; i < D; i++)
        {
          next[i] = x[i];
          books[0] += heat[0][i] * x[i];
          books[1] += squeezed[0][i] * x[i];
          for (int j = 0; j < D; j++)
            next[i] += K[i * D + j] * x[j];
        }
      memcpy (x, next, sizeof x);
    }
  integrate (&p, y);
  for (int i = 0; i < D; i++)
    assert_near (x[i], y[i], INTEGRATED);
  assert_near (books[0], y[D], INTEGRATED);
  assert_near (books[1], y[D + 1], INTEGRATED);
  assert_near (books[0], qn_oscillator_energy (1.4, x) - (1.4 * 1.4 * 0.9 + 3.1) / 2, EXACT);
}

/* Two contacts at once: over a short time their generators' sum, over a long one what its pieces make. */
static void
test_two_contacts (void)
{
  QnOscillatorContact c[2] = { { 0.3, 0.9, 0.5, 0 }, { 0.2, 2.1, 0, 0 } };
  const double time = 1e-5;
  double K[D * D], heat[2][D], G[D * D] = { 0 }, row[2][D] = { { 0 } }, x[D] = { 1, 0.9, 3.1, 0.4 }, once[2] = { 0 }, pieces[2] = { 0 };

  qn_oscillator_resting_map (1.4, c, 2, 1.5, 2, K, heat, NULL);
  for (int i = 0; i < 2 * D; i++)
    once[i / D] += heat[i / D][i % D] * x[i % D];
  for (int piece = 0; piece < 3; piece++)
    {
      double next[D];

      qn_oscillator_resting_map (1.4, c, 2, 0.5, 2 - 0.5 * piece, K, heat, NULL);
      for (int i = 0; i < 2 * D; i++)
        pieces[i / D] += heat[i / D][i % D] * x[i % D];
      for (int i = 0; i < D; i++)
        next[i] = x[i] + K[i * D] * x[0] + K[i * D + 1] * x[1] + K[i * D + 2] * x[2] + K[i * D + 3] * x[3];
      memcpy (x, next, sizeof x);
    }
  assert_near (once[0], pieces[0], EXACT);
  assert_near (once[1], pieces[1], EXACT);
  assert_near (once[0] + once[1], qn_oscillator_energy (1.4, x) - (1.4 * 1.4 * 0.9 + 3.1) / 2, EXACT);
  qn_oscillator_resting_map (1.4, c, 2, time, 2, K, heat, NULL);
  c[0].phase = 2 * 1.4 * (2 - time / 2);
  qn_oscillator_add_unitary (1.4, G);
  for (int k = 0; k < 2; k++)
    qn_oscillator_add_contact (1.4, &c[k], G, row[k], NULL);
  for (int i = 0; i < D * D; i++)
    g_assert_cmpfloat_with_epsilon (K[i] / time, G[i], 1e-4);
  for (int i = 0; i < 2 * D; i++)
    g_assert_cmpfloat_with_epsilon (heat[i / D][i % D] / time, row[i / D][i % D], 1e-4);
}

/* The phase falls at twice the control, whatever its path, to 0; the slope row is the change of the energy row. */
static void
test_phase_and_slope (void)
{
  double low[D], high[D], slope[D];

  for (int shape = QN_RAMP_LINEAR; shape <= QN_RAMP_SUDDEN; shape++)
    {
      Problem p = drive (0.7, 2.1, 1.7, shape);

      g_assert_cmpfloat (qn_stroke_phase (&p.stroke, 1), ==, 0);
      for (double s = 0.1; s < 1; s += 0.2)
        {
          double w = qn_stroke_control (&p.stroke, &(QnMediumSpec) { .klass = &qn_medium_ladder }, s, NULL);

          g_assert_cmpfloat_with_epsilon ((qn_stroke_phase (&p.stroke, s - 1e-5) - qn_stroke_phase (&p.stroke, s + 1e-5)) / 2e-5, 2 * 1.7 * w, 1e-7);
        }
    }
  qn_oscillator_energy_row (1.3, low);
  qn_oscillator_energy_row (1.5, high);
  qn_oscillator_slope_row (1.4, slope);
  for (int i = 0; i < D; i++)
    assert_near ((high[i] - low[i]) / 0.2, slope[i], EXACT);
}

/* Entropy never falls short of the heat of the squeezed frame over T, while that of H does: what a squeezed bath gives
 * is not only heat. */
static void
test_second_law (void)
{
  g_autoptr (GRand) rand = test_rand (20240611);
  gboolean ordinary_fails = FALSE;

  for (int trial = 0; trial < 200; trial++)
    {
      Problem p = contact (1.4, uniform (rand, 0.1, 8), uniform (rand, 0.3, 1), trial % 2 ? QN_SPECTRUM_OHMIC : QN_SPECTRUM_BOSONIC);
      double y[D + 3] = { 0 }, before, dS;

      p.stroke.from = uniform (rand, 0.5, 3);
      p.stroke.shape = trial % 3;
      qn_oscillator_gibbs (1, uniform (rand, 0.3, 3), y);
      before = qn_oscillator_entropy (qn_oscillator_symplectic (y));
      integrate (&p, y);
      dS = qn_oscillator_entropy (qn_oscillator_symplectic (y)) - before;
      g_assert_cmpfloat (dS - y[D + 1] / 1.7, >=, -1e-9);
      ordinary_fails |= dS - y[D] / 1.7 < -1e-3;
    }
  g_assert_true (ordinary_fails);
}

static void
test_fermionic_refused (void)
{
  QnBath bath = { 1, 0.1, QN_SPECTRUM_FERMIONIC };
  QnOscillatorContact c;
  g_autoptr (GError) error = NULL;

  g_assert_false (qn_oscillator_contact (&bath, 0, 1, &c, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID);
  g_assert_cmpint (qn_fault_of (error)->quantity, ==, QN_QUANTITY_SPECTRUM);
  g_assert_nonnull (strstr (error->message, "bosonic, ohmic"));
}

/* The number basis, truncated at L; what follows keeps far enough below for nothing to be missed. */
#define L 14
typedef double _Complex Matrix[L][L];

static void
product (Matrix a, Matrix b, Matrix out)
{
  for (int i = 0; i < L; i++)
    for (int j = 0; j < L; j++)
      {
        out[i][j] = 0;
        for (int k = 0; k < L; k++)
          out[i][j] += a[i][k] * b[k][j];
      }
}

/* out += rate D[b] rho */
static void
add_jump (double rate, Matrix b, Matrix rho, Matrix out)
{
  Matrix dagger, t, u;

  for (int i = 0; i < L; i++)
    for (int j = 0; j < L; j++)
      dagger[i][j] = conj (b[j][i]);
  product (b, rho, t);
  product (t, dagger, u);
  product (dagger, b, t);
  for (int i = 0; i < L; i++)
    for (int j = 0; j < L; j++)
      {
        out[i][j] += rate * u[i][j];
        for (int k = 0; k < L; k++)
          out[i][j] -= rate / 2 * (t[i][k] * rho[k][j] + rho[i][k] * t[k][j]);
      }
}

/* <x^2>, <p^2>, <xp + px>/2 of a matrix (its trace first): x = (a + a^+)/sqrt(2w), p = i sqrt(w/2)(a^+ - a). */
static void
moments (double w, Matrix rho, double *x)
{
  double _Complex square = 0;
  double number = 0;

  x[0] = 0;
  for (int n = 0; n < L; n++)
    {
      x[0] += creal (rho[n][n]);
      number += (n + 0.5) * creal (rho[n][n]);
      if (n + 2 < L)
        square += sqrt ((n + 1.0) * (n + 2)) * rho[n + 2][n];
    }
  x[1] = (number + creal (square)) / w;
  x[2] = (number - creal (square)) * w;
  x[3] = cimag (square);
}

/* A random density matrix on the lowest numbers. */
static void
random_state (GRand *rand, int numbers, Matrix rho)
{
  Matrix c = { { 0 } };
  double trace = 0;

  for (int i = 0; i < numbers; i++)
    for (int j = 0; j < numbers; j++)
      c[i][j] = uniform (rand, -1, 1) + I * uniform (rand, -1, 1);
  for (int i = 0; i < L; i++)
    for (int j = 0; j < L; j++)
      {
        rho[i][j] = 0;
        for (int k = 0; k < L; k++)
          rho[i][j] += c[i][k] * conj (c[j][k]);
      }
  for (int i = 0; i < L; i++)
    trace += creal (rho[i][i]);
  for (int i = 0; i < L; i++)
    for (int j = 0; j < L; j++)
      rho[i][j] /= trace;
}

static double
expected_energy (double w, Matrix b, Matrix rho)
{
  Matrix t, u;
  double e = 0;

  /* <w (b^+ b + 1/2)> = w (Tr[b rho b^+] + Tr rho/2) */
  product (b, rho, t);
  for (int i = 0; i < L; i++)
    {
      e += creal (rho[i][i]) / 2;
      for (int j = 0; j < L; j++)
        {
          u[i][j] = conj (b[i][j]);
          e += creal (t[i][j] * u[i][j]);
        }
    }
  return w * e;
}

/* -i [w (n + 1/2) + H_CD, rho] - rate (off-diagonals), H_CD = -(wdot/4w) i (a^+a^+ - a a). */
static void
add_drive (double w, double wdot, double rate, Matrix a, Matrix rho, Matrix out)
{
  Matrix H = { { 0 } }, square, left, right;

  product (a, a, square);
  for (int i = 0; i < L; i++)
    for (int j = 0; j < L; j++)
      H[i][j] = (i == j ? w * (i + 0.5) : 0) - wdot / (4 * w) * I * (conj (square[j][i]) - square[i][j]);
  product (H, rho, left);
  product (rho, H, right);
  for (int i = 0; i < L; i++)
    for (int j = 0; j < L; j++)
      out[i][j] += -I * (left[i][j] - right[i][j]) - (i == j ? 0 : rate * rho[i][j]);
}

/* Each part of the generator and each row, against the master equation on states far from Gaussian: second moments
 * close among themselves whatever the state. */
static void
test_master_equation (void)
{
  g_autoptr (GRand) rand = test_rand (7);

  for (int trial = 0; trial < 20; trial++)
    {
      double w = uniform (rand, 0.3, 3), wdot = uniform (rand, -2, 2), rate = g_rand_double (rand), x[D], dx[D];
      QnOscillatorContact c = { g_rand_double (rand), uniform (rand, 0.5, 3), g_rand_double (rand), uniform (rand, -3, 3) };
      double G[D * D] = { 0 }, heat[D] = { 0 }, squeezed[D] = { 0 }, booked[2] = { 0 };
      Matrix a = { { 0 } }, b = { { 0 } }, dagger, rho, out = { { 0 } };

      for (int n = 0; n + 1 < L; n++)
        {
          a[n][n + 1] = sqrt (n + 1.0);
          b[n][n + 1] = cosh (c.squeezing) * sqrt (n + 1.0);
          b[n + 1][n] = sinh (c.squeezing) * cexp (I * c.phase) * sqrt (n + 1.0);
        }
      for (int i = 0; i < L * L; i++)
        dagger[i / L][i % L] = conj (b[i % L][i / L]);
      random_state (rand, L - 4, rho);
      add_jump (c.damping * (c.thermal + 0.5), b, rho, out);
      add_jump (c.damping * (c.thermal - 0.5), dagger, rho, out);
      moments (w, rho, x);
      qn_oscillator_add_contact (w, &c, G, heat, squeezed);
      for (int i = 0; i < D; i++)
        {
          booked[0] += heat[i] * x[i];
          booked[1] += squeezed[i] * x[i];
        }
      assert_near (booked[0], expected_energy (w, a, out), EXACT * 100);
      assert_near (booked[1], expected_energy (w, b, out), EXACT * 100);
      add_drive (w, wdot, rate, a, rho, out);
      qn_oscillator_add_unitary (w, G);
      qn_oscillator_add_counterdiabatic (w, wdot, G);
      qn_oscillator_add_dephasing (w, rate, G);
      moments (w, out, dx);
      for (int i = 0; i < D; i++)
        assert_near (G[i * D] * x[0] + G[i * D + 1] * x[1] + G[i * D + 2] * x[2] + G[i * D + 3] * x[3], dx[i], EXACT * 100);
    }
}

#define LONG 60

/* S T S^+ in a number basis of 60: a thermal state, squeezed. */
static void
squeezed_thermal (double thermal, double r, gsl_matrix *rho)
{
  gsl_matrix *A = gsl_matrix_calloc (LONG, LONG), *S = gsl_matrix_alloc (LONG, LONG);
  double ratio = (thermal - 0.5) / (thermal + 0.5);

  for (int n = 0; n + 2 < LONG; n++)
    {
      gsl_matrix_set (A, n, n + 2, r / 2 * sqrt ((n + 1.0) * (n + 2)));
      gsl_matrix_set (A, n + 2, n, -r / 2 * sqrt ((n + 1.0) * (n + 2)));
    }
  g_assert_cmpint (gsl_linalg_exponential_ss (A, S, GSL_PREC_DOUBLE), ==, GSL_SUCCESS);
  for (int i = 0; i < LONG; i++)
    for (int j = 0; j < LONG; j++)
      {
        double sum = 0;

        for (int k = 0; k < LONG; k++)
          sum += gsl_matrix_get (S, i, k) * pow (ratio, k) / (thermal + 0.5) * gsl_matrix_get (S, j, k);
        gsl_matrix_set (rho, i, j, sum);
      }
  gsl_matrix_free (A);
  gsl_matrix_free (S);
}

/* <(xp + px)^2> = <2 a^+a a^+a + 2 a^+a + 2 - a^4 - a^+^4> of a matrix even in number with <xp + px> = 0. */
static double
deviation (const gsl_matrix *rho)
{
  double sum = 0;

  for (int n = 0; n + 4 < LONG; n++)
    sum += (2.0 * n * n + 2 * n + 2) * gsl_matrix_get (rho, n, n) - 2 * sqrt ((n + 1.0) * (n + 2) * (n + 3) * (n + 4)) * gsl_matrix_get (rho, n + 4, n);
  return sqrt (sum);
}

static void
test_number_basis (void)
{
  gsl_matrix *rho = gsl_matrix_alloc (LONG, LONG);
  const double thermal[] = { 0.5, 0.6, 0.9 }, squeezing[] = { 0, 0.2, 0.45, -0.3 };

  for (gsize t = 0; t < G_N_ELEMENTS (thermal); t++)
    for (gsize s = 0; s < G_N_ELEMENTS (squeezing); s++)
      for (double turn = 0; turn < 3; turn += 0.7)
        {
          double w = 1.7, r = squeezing[s], P[12], x[D] = { 1, thermal[t] / w * exp (-2 * r), thermal[t] * w * exp (2 * r), 0 }, K[D * D], y[D], purity = 0;

          squeezed_thermal (thermal[t], r, rho);
          g_assert_cmpfloat_with_epsilon (qn_oscillator_counterdiabatic_deviation (w, 0.3, x), 0.3 / (4 * w) * deviation (rho), 1e-9);
          qn_oscillator_resting_map (w, NULL, 0, turn, turn, K, NULL, NULL);
          for (int i = 0; i < D; i++)
            y[i] = x[i] + K[i * D] * x[0] + K[i * D + 1] * x[1] + K[i * D + 2] * x[2] + K[i * D + 3] * x[3];
          qn_oscillator_populations (w, y, 12, P);
          for (int n = 0; n < 12; n++)
            g_assert_cmpfloat_with_epsilon (P[n], gsl_matrix_get (rho, n, n), 1e-10);
          for (int n = 0; n < LONG * LONG; n++)
            purity += gsl_pow_2 (gsl_matrix_get (rho, n / LONG, n % LONG));
          g_assert_cmpfloat_with_epsilon (1 / (2 * qn_oscillator_symplectic (y)), purity, 1e-10);
        }
  gsl_matrix_free (rho);
}

/* Far up the ladder the recursion neither grows nor turns negative: sums to one, mean N - 1/2. */
static void
test_populations_sum (void)
{
  const double narrow[] = { 0.05, 0.4, 0.5, 3 };
  static double P[20000];

  for (gsize i = 0; i < G_N_ELEMENTS (narrow); i++)
    {
      double x[D] = { 1, narrow[i], 8, 0 }, sum = 0, mean = 0;

      qn_oscillator_populations (1, x, G_N_ELEMENTS (P), P);
      for (gsize n = 0; n < G_N_ELEMENTS (P); n++)
        {
          g_assert_cmpfloat (P[n], >=, -1e-16);
          sum += P[n];
          mean += n * P[n];
        }
      assert_near (sum, 1, EXACT * 10);
      assert_near (mean, (narrow[i] + 8) / 2 - 0.5, EXACT * 100);
    }
}

/* Entropy of a thermal state from its populations; the Wigner function integrates to 1 and gives the moments back. */
static void
test_entropy_and_wigner (void)
{
  const double x[D] = { 1, 0.9, 3.1, 0.4 };
  double nu = qn_oscillator_symplectic (x), ratio = (nu - 0.5) / (nu + 0.5), S = 0, sum = 0, cross = 0;

  for (int n = 0; n < 2000; n++)
    S -= pow (ratio, n) / (nu + 0.5) * (n * log (ratio) - log (nu + 0.5));
  assert_near (qn_oscillator_entropy (nu), S, EXACT);
  g_assert_cmpfloat (qn_oscillator_entropy (0.5), ==, 0);
  for (int i = -200; i <= 200; i++)
    for (int j = -200; j <= 200; j++)
      {
        double q = i * 0.05, p = j * 0.1, W = qn_oscillator_wigner (x, q, p) * 0.05 * 0.1;

        sum += W;
        cross += W * q * p;
      }
  assert_near (sum, 1, 1e-10);
  assert_near (cross, 0.4, 1e-10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/oscillator/drive/constant-mu", test_constant_mu);
  g_test_add_func ("/oscillator/drive/limits-of-speed", test_limits_of_speed);
  g_test_add_func ("/oscillator/drive/husimi", test_husimi);
  g_test_add_func ("/oscillator/drive/counterdiabatic", test_counterdiabatic);
  g_test_add_func ("/oscillator/contact/relaxation", test_relaxation);
  g_test_add_func ("/oscillator/contact/gibbs-rests", test_gibbs_rests);
  g_test_add_func ("/oscillator/contact/squeezed-end", test_squeezed_end);
  g_test_add_func ("/oscillator/contact/resting-map", test_resting_map);
  g_test_add_func ("/oscillator/contact/two", test_two_contacts);
  g_test_add_func ("/oscillator/phase-and-slope", test_phase_and_slope);
  g_test_add_func ("/oscillator/contact/second-law", test_second_law);
  g_test_add_func ("/oscillator/contact/fermionic-refused", test_fermionic_refused);
  g_test_add_func ("/oscillator/master-equation", test_master_equation);
  g_test_add_func ("/oscillator/number-basis", test_number_basis);
  g_test_add_func ("/oscillator/populations-sum", test_populations_sum);
  g_test_add_func ("/oscillator/entropy-and-wigner", test_entropy_and_wigner);
  return g_test_run ();
}
