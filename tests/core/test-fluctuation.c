/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work by two measurements: transition probabilities against routes of their own, both theorems on random processes, and
 * draws against the exact distribution. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/statistics/qn-fluctuation.h"
#include "core/linear/qn-random.h"
#include "core/statistics/qn-trajectory.h"
#include "../random-numbers.h"

static QnMachine
drive (QnMediumSpec medium, double from, double to, double duration, QnRampShape shape, double T)
{
  QnMachine m = { .medium = medium, .n_baths = 1, .n_strokes = 1, .start_temperature = T };

  m.bath[0] = (QnBath) { .temperature = T, .coupling = 1 };
  m.stroke[0] = (QnStroke) { .id = "forward", .duration = duration, .shape = shape, .from = from, .to = to };
  return m;
}

/* --- Number states -------------------------------------------------------- */

/* Coefficients of Husimi's generating function by Fourier sums on two circles of radius R: sum u^m v^n P_mn =
 * sqrt(2 / (Q (1 - u^2)(1 - v^2) + (1 + u^2)(1 + v^2) - 4 u v)). */
static double
husimi (double Q, int m, int n)
{
  const int N = 128;
  const double R = 0.8;
  double _Complex sum = 0;

  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++)
      {
        double _Complex u = R * cexp (2 * G_PI * I * a / N), v = R * cexp (2 * G_PI * I * b / N);
        /* the root that is continuous from u = v = 0: the product of two square roots of positive real part */
        double _Complex f = (Q * (1 - u * u) * (1 - v * v) + (1 + u * u) * (1 + v * v) - 4 * u * v) / (Q + 1);

        sum += sqrt (2 / (Q + 1)) / csqrt (f) * cexp (-2 * G_PI * I * (a * m + b * n) / N);
      }
  return creal (sum) / N / N / pow (R, m + n);
}

/* To 1e-9: the Fourier sums' own error is R^128. */
static void
test_squeezed (void)
{
  static const double adiabaticity[] = { 1, 1.0001, 1.25, 2, 4 };
  g_autofree double *P = g_new (double, 400 * 8000);

  for (gsize i = 0; i < G_N_ELEMENTS (adiabaticity); i++)
    {
      double Q = adiabaticity[i];

      qn_squeezed_numbers (Q, 12, 13, P);
      for (int n = 0; n < 12; n++)
        for (int m = 0; m < 13; m++)
          g_assert_cmpfloat_with_epsilon (P[n * 13 + m], husimi (Q, m, n), 1e-9);
      g_assert_cmpfloat_with_epsilon (P[0], sqrt (2 / (Q + 1)), 1e-15);
      g_assert_cmpfloat_with_epsilon (P[13 + 1], pow (2 / (Q + 1), 1.5), 1e-14);
      /* each level ends somewhere; its mean number is Q (n + 1/2) - 1/2 */
      qn_squeezed_numbers (Q, 400, 8000, P);
      for (int n = 0; n < 400; n += 57)
        {
          double total = 0, mean = 0;

          for (int m = 0; m < 8000; m++)
            {
              total += P[n * 8000 + m];
              mean += m * P[n * 8000 + m];
            }
          g_assert_cmpfloat_with_epsilon (total, 1, 1e-12);
          g_assert_cmpfloat_with_epsilon (mean, Q * (n + 0.5) - 0.5, 1e-9 * Q * (n + 1));
        }
    }
}

/* Against the finite sum of D's matrix element, in long double, and closed sums at large numbers. */
static void
test_displaced (void)
{
  static const double displacement[] = { 0, 1e-8, 0.3, 2, 9, 60, 250 };
  g_autofree double *P = g_new (double, 300 * 2000);

  for (gsize i = 0; i < G_N_ELEMENTS (displacement); i++)
    {
      double x = displacement[i];

      qn_displaced_numbers (x, 9, 10, P);
      for (int n = 0; x <= 9 && n < 9; n++)
        for (int m = 0; m < 10; m++)
          {
            long double sum = 0;

            for (int k = 0; k <= MIN (m, n); k++) /* e^(alpha a+) e^(-alpha a) between n and m */
              sum += expl ((lgammal (n + 1) + lgammal (m + 1)) / 2 - lgammal (k + 1) - lgammal (n - k + 1) - lgammal (m - k + 1)) * ((n - k) % 2 ? -1 : 1) * powl (x, (m + n - 2 * k) / 2.0L);
            sum *= expl (-x / 2);
            g_assert_cmpfloat_with_epsilon (P[n * 10 + m], (double) (sum * sum), 1e-12);
          }
      qn_displaced_numbers (x, 300, 2000, P);
      for (int n = 0; n < 300; n += 23)
        {
          double total = 0, mean = 0;

          for (int m = 0; m < 2000; m++)
            {
              total += P[n * 2000 + m];
              mean += m * P[n * 2000 + m];
            }
          g_assert_cmpfloat_with_epsilon (total, 1, 1e-11);
          g_assert_cmpfloat_with_epsilon (mean, n + x, 1e-9 * (n + x + 1));
        }
    }
}

/* --- Propagation by plain Runge-Kutta -------------------------------------- */

/* Schrodinger's equation of a qubit from level n; |<m|psi>|^2. */
static double
plain_qubit (const QnMachine *machine, int n, int m)
{
  const QnStroke *stroke = &machine->stroke[0];
  double D = qn_medium_mixing (&machine->medium), half0 = atan2 (D, stroke->from) / 2, half1 = atan2 (D, stroke->to) / 2;
  double _Complex psi[2] = { n ? cos (half0) : -sin (half0), n ? sin (half0) : cos (half0) };
  double _Complex end[2] = { m ? cos (half1) : -sin (half1), m ? sin (half1) : cos (half1) }, overlap;
  const int steps = 20000;
  double h = stroke->duration / steps;

  for (int i = 0; stroke->duration > 0 && stroke->shape != QN_RAMP_SUDDEN && i < steps; i++)
    {
      double _Complex k[4][2], y[2];
      const double at[4] = { 0, 0.5, 0.5, 1 };

      for (int j = 0; j < 4; j++)
        {
          double w = qn_stroke_control (stroke, &machine->medium, (i + at[j]) / steps, NULL);

          for (int c = 0; c < 2; c++)
            y[c] = psi[c] + (j > 0 ? at[j] * h * k[j - 1][c] : 0);
          k[j][0] = -I * (w * y[0] + D * y[1]) / 2;
          k[j][1] = -I * (D * y[0] - w * y[1]) / 2;
        }
      for (int c = 0; c < 2; c++)
        psi[c] += h / 6 * (k[0][c] + 2 * k[1][c] + 2 * k[2][c] + k[3][c]);
    }
  overlap = conj (end[0]) * psi[0] + conj (end[1]) * psi[1];
  return creal (overlap * conj (overlap));
}

static void
test_qubit (void)
{
  static const QnRampShape shapes[] = { QN_RAMP_LINEAR, QN_RAMP_SMOOTH, QN_RAMP_CONSTANT_MU, QN_RAMP_SUDDEN };

  for (int i = 0; i < 4; i++)
    {
      QnMachine m = drive (qn_qubit_spec (1.3), 0.4, 2.6, 1.7, shapes[i], 0.8);
      QnTwoPoint process;

      g_assert_true (qn_two_point_qubit (&m, NULL, &process, NULL));
      for (int a = 0; a < 4; a++)
        g_assert_cmpfloat_with_epsilon (process.forward[a], plain_qubit (&m, a / 2, a % 2), 1e-10);
      qn_two_point_clear (&process);
    }
}

/* x'' = -w(t)^2 x, both solutions; Husimi's Q*. */
static double
plain_adiabaticity (const QnMachine *machine)
{
  const QnStroke *stroke = &machine->stroke[0];
  double y[4] = { 0, 1, 1, 0 }, w0 = stroke->from, w1 = stroke->to;
  const int steps = 20000;
  double h = stroke->duration / steps;

  for (int i = 0; stroke->shape != QN_RAMP_SUDDEN && i < steps; i++)
    {
      double k[4][4], z[4];
      const double at[4] = { 0, 0.5, 0.5, 1 };

      for (int j = 0; j < 4; j++)
        {
          double w = qn_stroke_control (stroke, &machine->medium, (i + at[j]) / steps, NULL);

          for (int c = 0; c < 4; c++)
            z[c] = y[c] + (j > 0 ? at[j] * h * k[j - 1][c] : 0);
          for (int c = 0; c < 4; c += 2)
            {
              k[j][c] = z[c + 1];
              k[j][c + 1] = -w * w * z[c];
            }
        }
      for (int c = 0; c < 4; c++)
        y[c] += h / 6 * (k[0][c] + 2 * k[1][c] + 2 * k[2][c] + k[3][c]);
    }
  return (w0 * w0 * (w1 * w1 * y[0] * y[0] + y[1] * y[1]) + w1 * w1 * y[2] * y[2] + y[3] * y[3]) / (2 * w0 * w1);
}

static void
test_adiabaticity (void)
{
  static const QnRampShape shapes[] = { QN_RAMP_LINEAR, QN_RAMP_SMOOTH, QN_RAMP_CONSTANT_MU, QN_RAMP_SUDDEN };

  for (int i = 0; i < 4; i++)
    {
      QnMachine m = drive (qn_oscillator_spec (), 0.6, 2.3, 1.1, shapes[i], 0.8);

      g_assert_cmpfloat_with_epsilon (qn_drive_adiabaticity (&m, NULL, NULL), plain_adiabaticity (&m), 1e-10);
    }
}

/* a' = -i w a - sqrt(w/2) X'. */
static void
test_trap (void)
{
  static const QnRampShape shapes[] = { QN_RAMP_LINEAR, QN_RAMP_SMOOTH };

  for (int i = 0; i < 2; i++)
    for (int turn = 0; turn < 6; turn++)
      {
        double w = 1.3, distance = 2.2, tau = 0.002 + 2.7 * turn, h = tau / 20000;
        QnStroke path = { .duration = tau, .shape = shapes[i], .from = 0, .to = distance };
        double _Complex a = 0;

        for (int k = 0; k < 20000; k++)
          {
            double v[3];
            double _Complex k1, k2, k3, k4;

            for (int j = 0; j < 3; j++)
              qn_stroke_control (&path, &(QnMediumSpec) { .klass = &qn_medium_qubit }, (k + 0.5 * j) / 20000, &v[j]);
            k1 = -I * w * a - sqrt (w / 2) * v[0];
            k2 = -I * w * (a + h / 2 * k1) - sqrt (w / 2) * v[1];
            k3 = -I * w * (a + h / 2 * k2) - sqrt (w / 2) * v[1];
            k4 = -I * w * (a + h * k3) - sqrt (w / 2) * v[2];
            a += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
          }
        g_assert_cmpfloat_with_epsilon (qn_trap_displacement (w, distance, tau, shapes[i]), creal (a * conj (a)), 1e-9);
      }
}

/* --- Theorems ------------------------------------------------------------- */

#define PROCESSES 400
#define SEED 20261124

static double
between (guint64 rng[4], double a, double b)
{
  return a + (b - a) * qn_random (rng);
}

static void
random_process (guint64 rng[4], int kind, QnTwoPoint *out)
{
  double T = exp (between (rng, -1.5, 1)), from = between (rng, 0.3, 3), to = between (rng, 0.3, 3), tau = exp (between (rng, -3, 3));
  QnRampShape shape = (QnRampShape) (4 * qn_random (rng));
  QnMachine m = drive (kind == 0 ? qn_qubit_spec (between (rng, 0.05, 2)) : qn_oscillator_spec (), from, to, tau, shape, T);
  GError *error = NULL;

  if (kind == 0)
    qn_two_point_qubit (&m, NULL, out, &error);
  else if (kind == 1)
    qn_two_point_oscillator (&m, NULL, out, &error);
  else if (kind == 2)
    qn_two_point_trap (from, T, between (rng, -3, 3), tau, shape, out, &error);
  else
    qn_two_point_pair (from, T, exp (between (rng, -1.5, 1)), between (rng, 0, 3), out);
  g_assert_no_error (error);
}

/* Jarzynski to 1e-12 of the average, Crooks stick by stick to 1e-9 where both are above 1e-9, dissipation as relative entropy to 1e-9. */
static void
test_theorems (void)
{
  guint64 rng[4];
  int entropies = 0;

  qn_random_seed (rng, test_seed (SEED), 0);
  for (int i = 0; i < PROCESSES; i++)
    {
      QnTwoPoint process;
      QnWorkDistribution d;
      QnWorkStatistics s;
      double exact, scale = 1;

      random_process (rng, i % 4, &process);
      qn_work_distribution_init (&d, &process);
      qn_work_statistics (&d, &s);
      exact = exp (-process.slope * process.free_energy);
      for (gsize k = 0; k < d.n; k++)
        scale = MAX (scale, d.stick[k].forward > 1e-9 ? fabs (process.slope * d.stick[k].value) : 0);
      g_assert_cmpfloat_with_epsilon (s.total, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (s.total_reverse, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (qn_two_point_average (&process) / exact, 1, 1e-12);
      if (!isnan (s.relative_entropy))
        {
          g_assert_cmpfloat_with_epsilon (s.relative_entropy, process.slope * (s.mean - process.free_energy), 1e-9 * scale);
          g_assert_cmpfloat (s.relative_entropy, >=, -1e-12);
          entropies++;
        }
      for (gsize k = 0; k < d.n; k++)
        if (d.stick[k].forward > 1e-9 && d.stick[k].reverse > 1e-9)
          g_assert_cmpfloat_with_epsilon (log (d.stick[k].forward / d.stick[k].reverse), process.slope * (d.stick[k].value - process.free_energy), 2e-9 * scale);
      if (!isnan (s.crossing) && fabs (process.slope) > 1e-3)
        g_assert_cmpfloat_with_epsilon (s.crossing, process.free_energy, 1e-8 * scale / fabs (process.slope));
      qn_work_distribution_clear (&d);
      qn_two_point_clear (&process);
    }
  g_assert_cmpint (entropies, >, PROCESSES * 9 / 10);
}

/* Means in closed form: dragged, w |alpha|^2; quenched, (w1 Q - w0)(n + 1/2). To 1e-11. */
static void
test_means (void)
{
  QnMachine m = drive (qn_oscillator_spec (), 1, 2, 0, QN_RAMP_SUDDEN, 0.7);
  double Q = 1.25, thermal = 0.5 / tanh (1 / 1.4); /* (w0^2 + w1^2)/(2 w0 w1) */
  QnWorkDistribution d;
  QnWorkStatistics s;
  QnTwoPoint process;

  g_assert_true (qn_two_point_oscillator (&m, NULL, &process, NULL));
  qn_work_distribution_init (&d, &process);
  qn_work_statistics (&d, &s);
  g_assert_cmpfloat_with_epsilon (s.mean, (2 * Q - 1) * thermal, 1e-11);
  qn_work_distribution_clear (&d);
  qn_two_point_clear (&process);

  g_assert_true (qn_two_point_trap (1.5, 0.9, 2, 0, QN_RAMP_LINEAR, &process, NULL));
  qn_work_distribution_init (&d, &process);
  qn_work_statistics (&d, &s);
  g_assert_cmpfloat_with_epsilon (s.mean, 1.5 * 1.5 * 4 / 2, 1e-11);
  g_assert_cmpfloat_with_epsilon (s.variance, 1.5 * 1.5 * 1.5 * 4 / 2 / tanh (1.5 / 1.8), 1e-10); /* w^2 |alpha|^2 coth(w/2T) */
  qn_work_distribution_clear (&d);
  qn_two_point_clear (&process);
}

/* Draws of both processes against the sticks: chi-square's tail above 1e-4 at this seed. */
static void
test_draws (void)
{
  const int runs = 40000;
  guint64 rng[4];

  qn_random_seed (rng, test_seed (SEED), 1);
  for (int i = 0; i < 16; i++)
    {
      QnTwoPoint process;
      QnWorkDistribution d;
      gboolean back = i >= 8;
      g_autofree double *count = NULL;
      double chi = 0, rest = 0, rest_p = 0, freedom = -1;

      random_process (rng, i % 4, &process);
      qn_work_distribution_init (&d, &process);
      count = g_new0 (double, d.n);
      for (int r = 0; r < runs; r++)
        {
          double W = qn_two_point_draw (&process, back, rng) * (back ? -1 : 1);
          gsize best = 0;

          for (gsize k = 1; k < d.n; k++)
            best = fabs (d.stick[k].value - W) < fabs (d.stick[best].value - W) ? k : best;
          count[best]++;
        }
      for (gsize k = 0; k < d.n; k++)
        {
          double expected = runs * (back ? d.stick[k].reverse : d.stick[k].forward);

          if (expected < 8)
            {
              rest += count[k];
              rest_p += expected;
              continue;
            }
          chi += (count[k] - expected) * (count[k] - expected) / expected;
          freedom++;
        }
      if (rest_p > 8)
        {
          chi += (rest - rest_p) * (rest - rest_p) / rest_p;
          freedom++;
        }
      g_test_message ("process %d: chi-square %g of %g", i, chi, freedom);
      if (freedom > 0)
        g_assert_cmpfloat (gsl_cdf_chisq_Q (chi, freedom), >, 1e-4);
      qn_work_distribution_clear (&d);
      qn_two_point_clear (&process);
    }
}

/* Few runs overestimate the free energy, always: of two sticks the mean of the estimate over all outcomes is a sum over
 * binomials. Within five standard errors of the sample's mean. */
static void
test_convergence (void)
{
  QnStick stick[2] = { { -1, 0.1, 0 }, { 2, 0.9, 0 } };
  QnWorkDistribution d = { 2, stick, 1.5, 0 };
  double mean[8], spread[8];

  d.free_energy = -log (0.1 * exp (1.5) + 0.9 * exp (-3)) / 1.5;
  qn_work_convergence (&d, 7, 8, mean, spread);
  for (int k = 0; k < 8; k++)
    {
      int N = 1 << k;
      double exact = 0, weight = pow (0.9, N), batches = (1 << QN_LOG_DRAWS) >> k;

      for (int low = 0; low <= N; low++)
        {
          exact += weight * -log ((low * exp (1.5) + (N - low) * exp (-3)) / N) / 1.5;
          weight *= (N - low) / (low + 1.0) * 0.1 / 0.9;
        }
      g_assert_cmpfloat (exact, >, d.free_energy);
      g_assert_cmpfloat (fabs (mean[k] - exact), <, 5 * spread[k] / sqrt (batches));
    }
}

static void
assert_moments (const QnTwoPoint *process, const QnWorkMoments *m)
{
  QnWorkDistribution d;
  QnWorkStatistics s;

  qn_work_distribution_init (&d, process);
  qn_work_statistics (&d, &s);
  g_assert_cmpfloat_with_epsilon (m->mean, s.mean, 1e-9 * (1 + fabs (s.mean)));
  g_assert_cmpfloat_with_epsilon (m->variance, s.variance, 1e-8 * (1 + s.variance));
  g_assert_cmpfloat_with_epsilon (m->mean_reverse, s.mean_reverse, 1e-9 * (1 + fabs (s.mean_reverse)));
  g_assert_cmpfloat_with_epsilon (m->free_energy, process->free_energy, 1e-12);
  g_assert_cmpfloat_with_epsilon (m->average / qn_two_point_average (process), 1, 1e-9);
  qn_work_distribution_clear (&d);
}

/* Moments in closed form against lists of levels; and where there are none, the classical limit: W of a quench is (w1^2/w0^2 - 1) times the
 * potential energy, whose mean is T/2 and whose variance is T^2/2. */
static void
test_moments (void)
{
  QnMachine hot = drive (qn_oscillator_spec (), 1, 2, 0, QN_RAMP_SUDDEN, 1e4);
  guint64 rng[4];
  QnWorkMoments m;

  qn_random_seed (rng, test_seed (SEED + 3), 0);
  for (int i = 0; i < 60; i++)
    {
      double T = exp (between (rng, -1.5, 1)), from = between (rng, 0.3, 3), tau = exp (between (rng, -3, 3)), distance = between (rng, -3, 3);
      QnRampShape shape = (QnRampShape) (4 * qn_random (rng));
      QnMachine driven = drive (qn_oscillator_spec (), from, between (rng, 0.3, 3), tau, shape, T);
      QnTwoPoint process;

      g_assert_true (qn_two_point_oscillator (&driven, NULL, &process, NULL));
      g_assert_true (qn_work_moments_oscillator (&driven, NULL, &m, NULL));
      assert_moments (&process, &m);
      qn_two_point_clear (&process);
      g_assert_true (qn_two_point_trap (from, T, distance, tau, shape, &process, NULL));
      qn_work_moments_trap (from, T, distance, tau, shape, &m);
      assert_moments (&process, &m);
      qn_two_point_clear (&process);
    }
  g_assert_true (qn_work_moments_oscillator (&hot, NULL, &m, NULL));
  g_assert_cmpfloat_with_epsilon (m.mean / (1.5 * 1e4), 1, 1e-8);
  g_assert_cmpfloat_with_epsilon (m.variance / (4.5 * 1e8), 1, 1e-7);
  g_assert_cmpfloat_with_epsilon (m.average, 0.5, 1e-4); /* the ratio of the partition functions */
}

static void
test_refusals (void)
{
  QnMachine m = drive (qn_oscillator_spec (), 1, 2, 0, QN_RAMP_SUDDEN, 1e3);
  QnTwoPoint process;
  g_autoptr (GError) hot = NULL, far = NULL;

  g_assert_false (qn_two_point_oscillator (&m, NULL, &process, &hot));
  g_assert_cmpint (qn_fault_of (hot)->quantity, ==, QN_QUANTITY_TEMPERATURE);
  g_assert_cmpint (qn_fault_of (hot)->place, ==, QN_HOT);
  g_assert_nonnull (strstr (hot->message, ": 1000 needs"));
  g_assert_nonnull (strstr (hot->message, "allowed:"));
  g_assert_false (qn_two_point_trap (1, 1, 50, 0, QN_RAMP_LINEAR, &process, &far));
  g_assert_cmpint (qn_fault_of (far)->quantity, ==, QN_QUANTITY_DISTANCE);
  g_assert_nonnull (strstr (far->message, ": 50 puts"));
  g_assert_nonnull (strstr (far->message, "300"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fluctuation/squeezed-numbers", test_squeezed);
  g_test_add_func ("/fluctuation/displaced-numbers", test_displaced);
  g_test_add_func ("/fluctuation/moments", test_moments);
  g_test_add_func ("/fluctuation/qubit", test_qubit);
  g_test_add_func ("/fluctuation/adiabaticity", test_adiabaticity);
  g_test_add_func ("/fluctuation/trap", test_trap);
  g_test_add_func ("/fluctuation/theorems", test_theorems);
  g_test_add_func ("/fluctuation/means", test_means);
  g_test_add_func ("/fluctuation/draws", test_draws);
  g_test_add_func ("/fluctuation/convergence", test_convergence);
  g_test_add_func ("/fluctuation/refusals", test_refusals);
  return g_test_run ();
}
