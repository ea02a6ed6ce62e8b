/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counted work of a qubit beside its reservoir: against the master equation's books, against the isolated process, against
 * single runs; and what would catch jumps in a wrong basis. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include "core/medium/qn-medium-qubit.h"
#include "core/statistics/qn-counting.h"
#include "core/statistics/qn-fluctuation.h"
#include "core/linear/qn-random.h"
#include "core/statistics/qn-trajectory.h"
#include "../random-numbers.h"

#define SEED 20261125

static QnMachine
drive (double tunnelling, double from, double to, double duration, QnRampShape shape, double T, double coupling, QnSpectrum spectrum)
{
  QnMachine m = { .medium = qn_qubit_spec (tunnelling), .n_baths = 1, .n_strokes = 1, .start_temperature = T };

  m.bath[0] = (QnBath) { T, coupling, spectrum, 0 };
  m.stroke[0] = (QnStroke) { .id = "forward", .duration = duration, .shape = shape, .from = from, .to = to, .baths = coupling > 0 ? 1u : 0 };
  return m;
}

static double
between (guint64 rng[4], double a, double b)
{
  return a + (b - a) * qn_random (rng);
}

static double
free_energy (double tunnelling, double w, double T)
{
  return -T * log (2 * cosh (hypot (w, tunnelling) / (2 * T)));
}

/* Counted mean work is the integral of Tr[rho dH]; <exp(-W/T)> is Jarzynski's: both to 1e-9, forward and backward, whatever
 * shape and spectrum. */
static void
test_books (void)
{
  guint64 rng[4];

  qn_random_seed (rng, test_seed (SEED), 0);
  for (int i = 0; i < 300; i++)
    {
      double D = between (rng, 0.1, 2), T = exp (between (rng, -1, 1)), from = between (rng, -2, 3), to = between (rng, -2, 3);
      QnMachine m = drive (D, from, to, exp (between (rng, -3, 1.5)), (QnRampShape) (i % 4), T, exp (between (rng, -4, 0)), (QnSpectrum) (i % 3)), back;
      QnCounting counted, counted_back;
      QnDriven books, books_back;

      qn_reverse_drive (&m, &back);
      g_assert_true (qn_counting (&m, NULL, &counted, NULL) && qn_counting (&back, NULL, &counted_back, NULL));
      g_assert_true (qn_driven_mean (&m, 0, NULL, &books, NULL) && qn_driven_mean (&back, 0, NULL, &books_back, NULL));
      g_assert_cmpfloat_with_epsilon (counted.mean, books.work, 1e-9);
      g_assert_cmpfloat_with_epsilon (counted.heat, books.heat, 1e-9);
      g_assert_cmpfloat_with_epsilon (counted_back.mean, books_back.work, 1e-9);
      g_assert_cmpfloat_with_epsilon (log (counted.average), (free_energy (D, from, T) - free_energy (D, to, T)) / T, 1e-9);
      g_assert_cmpfloat_with_epsilon (log (counted_back.average), (free_energy (D, to, T) - free_energy (D, from, T)) / T, 1e-9);
      g_assert_cmpfloat (counted.mean, >=, free_energy (D, to, T) - free_energy (D, from, T) - 1e-9);
    }
}

/* Without a reservoir counting is two measurements: mean, variance, average to 1e-10. */
static void
test_isolated (void)
{
  for (int i = 0; i < 4; i++)
    {
      QnMachine m = drive (1.1, 0.4, 2.2, 1.9, (QnRampShape) i, 0.8, 0, QN_SPECTRUM_BOSONIC);
      QnCounting counted;
      QnTwoPoint process;
      QnWorkDistribution d;
      QnWorkStatistics s;

      g_assert_true (qn_counting (&m, NULL, &counted, NULL) && qn_two_point_qubit (&m, NULL, &process, NULL));
      qn_work_distribution_init (&d, &process);
      qn_work_statistics (&d, &s);
      g_assert_cmpfloat_with_epsilon (counted.mean, s.mean, 1e-10);
      g_assert_cmpfloat_with_epsilon (counted.variance, s.variance, 1e-10);
      g_assert_cmpfloat_with_epsilon (counted.average, qn_two_point_average (&process), 1e-10);
      qn_work_distribution_clear (&d);
      qn_two_point_clear (&process);
    }
}

/* --- Single runs ---------------------------------------------------------- */

typedef struct
{
  double n, sum, squares;
} Mean;

static void
add (Mean *mean, double value)
{
  mean->n++;
  mean->sum += value;
  mean->squares += value * value;
}

static double
off (const Mean *mean, double exact) /* in standard errors */
{
  double value = mean->sum / mean->n;

  return fabs (value - exact) / (sqrt (MAX (mean->squares / mean->n - value * value, 0) / mean->n) + 1e-12);
}

/* The program's runs: first level from the start populations, last one measured. */
static void
test_runs (void)
{
  QnMachine m = drive (1, 0.5, 2.5, 3, QN_RAMP_LINEAR, 0.8, 0.3, QN_SPECTRUM_BOSONIC);
  g_autoptr (QnUnravelling) u = qn_unravelling_new (&m, NULL, NULL);
  Mean work = { 0 }, square = { 0 }, average = { 0 };
  QnCounting exact;
  double half = atan2 (1, 0.5) / 2, gap = hypot (1, 0.5);

  g_assert_true (qn_counting (&m, NULL, &exact, NULL));
  for (int i = 0; i < 40000; i++)
    {
      QnTrajectory run;
      double before, after;

      qn_trajectory_start (u, 5, i, NULL, &run);
      before = cabs (run.ket[0] * cos (half) + run.ket[1] * sin (half)) > 0.7 ? gap / 2 : -gap / 2;
      qn_trajectory_to (u, &run, qn_unravelling_points (u, 0), NULL, NULL);
      qn_trajectory_measure (u, &run, &after);
      after -= before + run.heat[0];
      add (&work, after);
      add (&square, (after - exact.mean) * (after - exact.mean));
      add (&average, exp (-after / 0.8));
    }
  g_assert_cmpfloat (off (&work, exact.mean), <, 5);
  g_assert_cmpfloat (off (&square, exact.variance), <, 5);
  g_assert_cmpfloat (off (&average, exact.average), <, 5);
}

typedef double _Complex Ket[2];

/* A sampler of the test's own in small steps, jumps between the eigenstates of H at w (`moving`: of the moment, else of the
 * start: the classic mistake, its rates and quanta still those of the moment). Steps of 1e-3 bias it by less than its errors. */
static double
plain_run (const QnMachine *m, gboolean moving, guint64 rng[4])
{
  const QnStroke *stroke = &m->stroke[0];
  double D = qn_medium_mixing (&m->medium), T = m->start_temperature, gap = hypot (D, stroke->from), p1 = 1 / (1 + exp (gap / T)), first, dt = 1e-3, heat = 0;
  double angle = atan2 (D, stroke->from) / 2, w = stroke->from;
  int steps = (int) lround (stroke->duration / dt);
  Ket psi, upper = { cos (angle), sin (angle) }, lower = { -sin (angle), cos (angle) };

  first = qn_random (rng) < p1 ? gap / 2 : -gap / 2;
  memcpy (psi, first > 0 ? upper : lower, sizeof psi);
  for (int i = 0; i < steps; i++)
    {
      double up, down, pu, pl, u = qn_random (rng), norm;
      double _Complex a, b, c, s, h0, h1;

      w = stroke->from + (stroke->to - stroke->from) * (i + 0.5) / steps;
      gap = hypot (D, w);
      angle = moving ? atan2 (D, w) / 2 : atan2 (D, stroke->from) / 2;
      upper[0] = lower[1] = cos (angle);
      upper[1] = sin (angle);
      lower[0] = -sin (angle);
      up = m->bath[0].coupling / expm1 (gap / T);
      down = up + m->bath[0].coupling;
      a = conj (upper[0]) * psi[0] + conj (upper[1]) * psi[1];
      b = conj (lower[0]) * psi[0] + conj (lower[1]) * psi[1];
      pu = dt * down * creal (a * conj (a));
      pl = dt * up * creal (b * conj (b));
      if (u < pu + pl)
        {
          heat += u < pu ? -gap : gap;
          memcpy (psi, u < pu ? lower : upper, sizeof psi);
          continue;
        }
      a *= exp (-dt * down / 2);
      b *= exp (-dt * up / 2);
      psi[0] = a * upper[0] + b * lower[0];
      psi[1] = a * upper[1] + b * lower[1];
      c = cos (gap * dt / 2);
      s = -I * sin (gap * dt / 2) / gap;
      h0 = w * psi[0] + D * psi[1];
      h1 = D * psi[0] - w * psi[1];
      psi[0] = c * psi[0] + s * h0;
      psi[1] = c * psi[1] + s * h1;
      norm = sqrt (creal (psi[0] * conj (psi[0]) + psi[1] * conj (psi[1])));
      psi[0] /= norm;
      psi[1] /= norm;
    }
  angle = atan2 (D, stroke->to) / 2;
  gap = hypot (D, stroke->to);
  upper[0] = cos (angle);
  upper[1] = sin (angle);
  {
    double _Complex a = conj (upper[0]) * psi[0] + conj (upper[1]) * psi[1];
    double last = qn_random (rng) < creal (a * conj (a)) ? gap / 2 : -gap / 2;

    return last - first - heat;
  }
}

/* Jumps in a fixed basis obey detailed balance with the rates of the moment, so Jarzynski's equality holds for them too and
 * tells nothing. Their counted work is not what the drive does: that is what catches them. */
static void
test_wrong_basis (void)
{
  QnMachine m = drive (1.5, 0, 3, 3, QN_RAMP_LINEAR, 1, 0.8, QN_SPECTRUM_BOSONIC);
  double limit = exp (free_energy (1.5, 0, 1) - free_energy (1.5, 3, 1));
  guint64 rng[4];
  QnDriven books;

  g_assert_true (qn_driven_mean (&m, 0, NULL, &books, NULL));
  qn_random_seed (rng, test_seed (SEED), 3);
  for (int moving = 0; moving < 2; moving++)
    {
      Mean work = { 0 }, average = { 0 };

      for (int i = 0; i < 6000; i++)
        {
          double W = plain_run (&m, moving, rng);

          add (&work, W);
          add (&average, exp (-W));
        }
      g_test_message ("%s basis: work %g, books %g, %g standard errors; Jarzynski off by %g", moving ? "moving" : "fixed", work.sum / work.n, books.work,
                      off (&work, books.work), off (&average, limit));
      g_assert_cmpfloat (off (&average, limit), <, 5);
      if (moving)
        g_assert_cmpfloat (off (&work, books.work), <, 5);
      else
        g_assert_cmpfloat (off (&work, books.work), >, 10);
    }
}

/* --- Coherence ------------------------------------------------------------ */

/* rho from Gibbs with coherence by plain Runge-Kutta of the Bloch vector, isolated: energy's change is the work. To 1e-9. */
static void
test_coherence (void)
{
  for (int i = 0; i < 5; i++)
    {
      double D = 0.9, from = 0.7, to = 2.4, tau = 1.3, T = 0.6, share = i / 4.0, gap = hypot (D, from), p0 = 1 / (1 + exp (-gap / T)), off_diagonal = share * sqrt (p0 * (1 - p0));
      double n[3] = { D / gap, 0, from / gap }, side[3] = { -from / gap, 0, D / gap }, r[3], h = tau / 20000;
      QnMachine m = drive (D, from, to, tau, QN_RAMP_SMOOTH, T, 0, QN_SPECTRUM_BOSONIC);
      QnDriven driven;
      double start, work, flipped;

      for (int k = 0; k < 3; k++)
        r[k] = (1 - 2 * p0) * n[k];
      start = (D * r[0] + from * r[2]) / 2;
      work = flipped = 0;
      for (int sign = -1; sign <= 1; sign += 2)
        {
          double y[3];

          for (int k = 0; k < 3; k++)
            y[k] = r[k] + sign * 2 * off_diagonal * side[k];
          for (int s = 0; s < 20000; s++)
            {
              double kk[4][3], z[3];
              const double at[4] = { 0, 0.5, 0.5, 1 };

              for (int j = 0; j < 4; j++)
                {
                  double w = qn_stroke_control (&m.stroke[0], &m.medium, (s + at[j]) / 20000, NULL);

                  for (int k = 0; k < 3; k++)
                    z[k] = y[k] + (j > 0 ? at[j] * h * kk[j - 1][k] : 0);
                  kk[j][0] = -w * z[1];
                  kk[j][1] = w * z[0] - D * z[2];
                  kk[j][2] = D * z[1];
                }
              for (int k = 0; k < 3; k++)
                y[k] += h / 6 * (kk[0][k] + 2 * kk[1][k] + 2 * kk[2][k] + kk[3][k]);
            }
          *(sign > 0 ? &work : &flipped) = (D * y[0] + to * y[2]) / 2 - start;
        }
      g_assert_true (qn_driven_mean (&m, share, NULL, &driven, NULL));
      /* the sign of the levels' phase is the eigenbasis's to choose */
      g_assert_cmpfloat (MIN (fabs (driven.work - work), fabs (driven.work - flipped)), <, 1e-9);
      g_assert_cmpfloat_with_epsilon (driven.coherence, 2 * off_diagonal, 1e-14);
      g_assert_cmpfloat (driven.relative, >=, -1e-15);
      if (share == 1)
        g_assert_cmpfloat_with_epsilon (driven.relative, -p0 * log (p0) - (1 - p0) * log (1 - p0), 1e-12);
    }
}

static void
test_refusals (void)
{
  QnMachine m = drive (1, 0.5, 2.5, 1e6, QN_RAMP_LINEAR, 0.8, 0.3, QN_SPECTRUM_BOSONIC);
  g_autoptr (GError) error = NULL, none = NULL;
  QnCounting out;
  gint cancelled = 1;

  g_assert_false (qn_counting (&m, NULL, &out, &error));
  g_assert_cmpint (qn_fault_of (error)->quantity, ==, QN_QUANTITY_DURATION);
  g_assert_cmpstr (qn_fault_of (error)->stroke, ==, "forward");
  g_assert_nonnull (strstr (error->message, ": 1e+06 is too long"));
  g_assert_nonnull (strstr (error->message, "allowed:"));
  g_assert_false (qn_counting (&m, &cancelled, &out, &none));
  g_assert_no_error (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counting/books", test_books);
  g_test_add_func ("/counting/isolated", test_isolated);
  g_test_add_func ("/counting/runs", test_runs);
  g_test_add_func ("/counting/wrong-basis", test_wrong_basis);
  g_test_add_func ("/counting/coherence", test_coherence);
  g_test_add_func ("/counting/refusals", test_refusals);
  return g_test_run ();
}
