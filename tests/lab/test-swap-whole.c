/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The swap engine written down in full: complex density matrices of dimension 4 and 9, jump operators spelled out on the
 * product space, the whole Liouvillian exponentiated, exp(-i angle SWAP) summed as a power series, and the limit cycle
 * reached by 5000 cycles. Nothing of src/core but the description of the machine. Against it the limit cycle, transients,
 * sampled curves and the running machine. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-run.h"
#include "core/medium/qn-parts.h"
#include "lab-test.h"
#include "../random-numbers.h"

#define D 9
#define DD (D * D)

typedef double _Complex Complex;

typedef struct
{
  int n, levels;
  double hot[D], cold[D]; /* energies of the two parts, the kets counted |hot, cold> */
  Complex swap[D * D];    /* the unitary */
  Complex *map[2];        /* contact, rest: nn x nn */
} Whole;

typedef struct
{
  Complex rho[DD];
  double Q_h, Q_c, W;
} State;

static void
multiply (int n, const Complex *a, const Complex *b, Complex *out)
{
  memset (out, 0, sizeof (Complex) * n * n);
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      if (a[i * n + k] != 0)
        for (int j = 0; j < n; j++)
          out[i * n + j] += a[i * n + k] * b[k * n + j];
}

/* exp(A) by its power series, halved until it converges fast. */
static void
exponential (int n, const Complex *A, Complex *out)
{
  g_autofree Complex *term = g_new0 (Complex, n * n), *next = g_new (Complex, n * n), *small = g_new (Complex, n * n);
  double most = 0;
  int halvings = 0;

  for (int i = 0; i < n; i++)
    {
      double row = 0;

      for (int j = 0; j < n; j++)
        row += cabs (A[i * n + j]);
      most = MAX (most, row);
    }
  for (; most > 0.5; most /= 2)
    halvings++;
  memset (out, 0, sizeof (Complex) * n * n);
  for (int i = 0; i < n; i++)
    out[i * n + i] = term[i * n + i] = 1;
  for (int i = 0; i < n * n; i++)
    small[i] = ldexp (1, -halvings) * A[i];
  for (int k = 1; k <= 16; k++)
    {
      multiply (n, term, small, next);
      for (int i = 0; i < n * n; i++)
        out[i] += term[i] = next[i] / k;
    }
  for (; halvings > 0; halvings--)
    {
      multiply (n, out, out, next);
      memcpy (out, next, sizeof (Complex) * n * n);
    }
}

/* S += rate D[A], rows and columns (i, j) of rho in line. */
static void
add_jump (int n, const double *A, double rate, Complex *S)
{
  double AA[DD] = { 0 };

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int k = 0; k < n; k++)
        AA[i * n + j] += A[k * n + i] * A[k * n + j];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int k = 0; k < n; k++)
        {
          for (int l = 0; l < n; l++)
            S[(i * n + j) * n * n + k * n + l] += rate * A[i * n + k] * A[j * n + l];
          S[(i * n + j) * n * n + k * n + j] -= rate / 2 * AA[i * n + k];
          S[(i * n + j) * n * n + i * n + k] -= rate / 2 * AA[k * n + j];
        }
}

/* a of one part on the product space. */
static void
lowering (int levels, gboolean hot, double *A)
{
  int n = levels * levels;

  memset (A, 0, sizeof (double) * n * n);
  for (int i = 0; i < levels; i++)
    for (int j = 0; j < levels; j++)
      if ((hot ? i : j) > 0)
        A[(hot ? (i - 1) * levels + j : i * levels + j - 1) * n + i * levels + j] = sqrt (hot ? i : j);
}

static void
add_bath (const QnMachine *m, int levels, QnBathIndex k, Complex *S)
{
  const QnBath *bath = &m->bath[k];
  double A[DD], up[DD], w = qn_parts (&m->medium)->energy[k], x = w / bath->temperature, down_rate, up_rate;
  int n = levels * levels;

  lowering (levels, k == QN_HOT, A);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      up[i * n + j] = A[j * n + i];
  if (bath->spectrum == QN_SPECTRUM_FERMIONIC)
    {
      down_rate = bath->coupling / (1 + exp (-x));
      up_rate = bath->coupling / (1 + exp (x));
    }
  else
    {
      double gamma = bath->coupling * (bath->spectrum == QN_SPECTRUM_OHMIC ? w : 1);

      down_rate = gamma / (1 - exp (-x));
      up_rate = gamma / (exp (x) - 1);
    }
  add_jump (n, A, down_rate, S);
  add_jump (n, up, up_rate, S);
}

static Complex *
contact (const Whole *whole, const QnMachine *m, double duration, gboolean hot, gboolean cold)
{
  int n = whole->n, nn = n * n;
  g_autofree Complex *S = g_new0 (Complex, nn * nn);
  Complex *out = g_new (Complex, nn * nn);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      S[(i * n + j) * nn + i * n + j] = -I * (whole->hot[i] + whole->cold[i] - whole->hot[j] - whole->cold[j]);
  if (hot)
    add_bath (m, whole->levels, QN_HOT, S);
  if (cold)
    add_bath (m, whole->levels, QN_COLD, S);
  for (int i = 0; i < nn * nn; i++)
    S[i] *= duration;
  exponential (nn, S, out);
  return out;
}

static void
whole_init (Whole *whole, const QnExperiment *e, const QnMachine *m)
{
  int levels = (int) qn_experiment_get (e, "medium.levels"), n = levels * levels;
  double t_h = qn_experiment_get (e, "stroke.hot"), t_c = qn_experiment_get (e, "stroke.cold");
  Complex P[DD] = { 0 };

  whole->levels = levels;
  whole->n = n;
  for (int i = 0; i < n; i++)
    {
      whole->hot[i] = qn_experiment_get (e, "spacing.hot") * (i / levels);
      whole->cold[i] = qn_experiment_get (e, "spacing.cold") * (i % levels);
      P[(i % levels * levels + i / levels) * n + i] = -I * qn_experiment_get (e, "swap.angle");
    }
  exponential (n, P, whole->swap);
  whole->map[0] = contact (whole, m, MIN (t_h, t_c), TRUE, TRUE);
  whole->map[1] = contact (whole, m, fabs (t_h - t_c), t_h > t_c, t_c > t_h);
}

static void
whole_clear (Whole *whole)
{
  g_free (whole->map[0]);
  g_free (whole->map[1]);
}

static double
energy (const Whole *whole, const double *part, const State *state)
{
  double E = 0;

  for (int i = 0; i < whole->n; i++)
    E += part[i] * creal (state->rho[i * whole->n + i]);
  return E;
}

/* One cycle; what leaves in the swap is work, what a part gains in contact its reservoir's heat. */
static void
cycle_once (const Whole *whole, State *state)
{
  int n = whole->n, nn = n * n;
  Complex turned[DD], dagger[DD], after[DD];
  double E_h, E_c, E = energy (whole, whole->hot, state) + energy (whole, whole->cold, state);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      dagger[i * n + j] = conj (whole->swap[j * n + i]);
  multiply (n, whole->swap, state->rho, turned);
  multiply (n, turned, dagger, state->rho);
  E_h = energy (whole, whole->hot, state);
  E_c = energy (whole, whole->cold, state);
  state->W = E - E_h - E_c;
  for (int s = 0; s < 2; s++)
    {
      memset (after, 0, sizeof after);
      for (int i = 0; i < nn; i++)
        for (int j = 0; j < nn; j++)
          after[i] += whole->map[s][i * nn + j] * state->rho[j];
      memcpy (state->rho, after, sizeof (Complex) * nn);
    }
  state->Q_h = energy (whole, whole->hot, state) - E_h;
  state->Q_c = energy (whole, whole->cold, state) - E_c;
}

static void
start_thermal (const Whole *whole, double T, State *state)
{
  double Z = 0;

  memset (state, 0, sizeof *state);
  for (int i = 0; i < whole->n; i++)
    Z += exp (-(whole->hot[i] + whole->cold[i]) / T);
  for (int i = 0; i < whole->n; i++)
    state->rho[i * whole->n + i] = exp (-(whole->hot[i] + whole->cold[i]) / T) / Z;
}

static QnExperiment
draw (GRand *rand, int turn)
{
  QnExperiment e;
  const double special[] = { G_PI_2, G_PI_4, G_PI, 0 };

  e = lab_load ("swap", "textbook");
  lab_set (&e, "medium.levels", 2 + turn % 2);
  lab_set (&e, "hot.temperature", uniform (rand, 1, 5));
  lab_set (&e, "cold.temperature", uniform (rand, 0.5, 2));
  lab_set (&e, "spacing.hot", uniform (rand, 0.5, 4));
  lab_set (&e, "spacing.cold", uniform (rand, 0.5, 4));
  lab_set (&e, "hot.coupling", uniform (rand, 0.1, 0.6));
  lab_set (&e, "cold.coupling", uniform (rand, 0.1, 0.6));
  lab_set (&e, "bath.spectrum", g_rand_int_range (rand, 0, 3));
  lab_set (&e, "stroke.hot", uniform (rand, 0.2, 3));
  lab_set (&e, "stroke.cold", uniform (rand, 0.2, 3));
  lab_set (&e, "swap.angle", turn < 8 ? special[turn / 2] : uniform (rand, -4, 4));
  if (turn % 8 == 4 || turn % 8 == 5)
    lab_set (&e, "stroke.cold", qn_experiment_get (&e, "stroke.hot"));
  if (turn % 8 >= 6)
    lab_set (&e, turn % 4 == 2 ? "stroke.hot" : "stroke.cold", 0);
  if (turn % 5 == 0) /* levels of hot and cold part meet */
    lab_set (&e, "spacing.cold", qn_experiment_get (&e, "spacing.hot") * (turn % 2 ? 1 : 0.5));
  return e;
}

/* The state as the sample holds it, in the basis |hot, cold>. */
static void
assert_state (const QnMachine *m, const QnReading *sample, const State *state, double epsilon)
{
  Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS];
  int n = qn_medium_count_levels (&m->medium, NULL);

  qn_reading_density (&m->medium, sample, FALSE, rho);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      g_assert_cmpfloat (cabs (rho[i][j] - state->rho[i * n + j]), <, epsilon);
}

static void
assert_books (const QnLedger *ledger, const State *state, double epsilon)
{
  g_assert_cmpfloat_with_epsilon (ledger->work_output, state->W, epsilon);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], state->Q_h, epsilon);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_COLD], state->Q_c, epsilon);
  g_assert_cmpfloat_with_epsilon (ledger->stroke[0].work_output, state->W, epsilon);
  g_assert_cmpfloat (fabs (ledger->residual_first_law), <, 1e-10);
}

#define TURNS 24

static void
test_limit_cycle (void)
{
  g_autoptr (GRand) rand = test_rand (5000);
  int working = 0, coherent = 0;

  for (int turn = 0; turn < TURNS; turn++)
    {
      QnExperiment e = draw (rand, turn);
      g_autoptr (QnCycle) cycle = NULL;
      QnMachine m;
      QnReading start;
      Whole whole;
      State state;

      m = lab_machine (&e);
      cycle = qn_cycle_new (&m, QN_TOLERANCE, NULL, NULL);
      g_assert_nonnull (cycle);
      g_assert_true (qn_cycle_ledger (cycle)->unique || sin (m.stroke[0].swap) == 0 || m.stroke[1].duration == 0);
      if (!qn_cycle_ledger (cycle)->unique || fabs (sin (m.stroke[0].swap)) < 0.05)
        continue;
      whole_init (&whole, &e, &m);
      start_thermal (&whole, m.start_temperature, &state);
      for (int i = 0; i < 5000; i++)
        cycle_once (&whole, &state);
      qn_cycle_read_start (cycle, &start);
      assert_state (&m, &start, &state, 1e-10);
      assert_books (qn_cycle_ledger (cycle), &state, 1e-9);
      working += fabs (state.W) > 1e-3;
      coherent += start.coherence_l1 > 1e-3;
      whole_clear (&whole);
    }
  g_test_message ("%d of %d work, %d are coherent before the swap", working, TURNS, coherent);
  g_assert_cmpint (working, >, TURNS / 2);
  g_assert_cmpint (coherent, >, 4);
}

/* The running machine closes the same books as the transient's and as the whole. */
static void
test_running (void)
{
  g_autoptr (GRand) rand = test_rand (6000);

  for (int turn = 0; turn < TURNS; turn++)
    {
      QnExperiment e = draw (rand, turn);
      g_autoptr (QnRun) run = NULL;
      QnRunLedger books;
      QnMachine m;
      Whole whole;
      State state;

      m = lab_machine (&e);
      run = qn_run_new (&m, 7, QN_TOLERANCE, NULL, NULL);
      whole_init (&whole, &e, &m);
      start_thermal (&whole, m.start_temperature, &state);
      for (int n = 1; n <= 5; n++)
        {
          g_autoptr (QnCycle) cycle = qn_cycle_new_transient (&m, n, QN_TOLERANCE, NULL, NULL);
          const QnLedger *ledger = qn_cycle_ledger (cycle);
          QnReading now;

          while (!qn_run_advance (run))
            ;
          cycle_once (&whole, &state);
          assert_books (ledger, &state, 1e-10);
          g_assert_true (qn_run_last_cycle (run, &books));
          g_assert_cmpint (books.cycle, ==, n - 1);
          g_assert_cmpfloat_with_epsilon (books.work_output, state.W, 1e-10);
          g_assert_cmpfloat_with_epsilon (books.heat[QN_HOT], state.Q_h, 1e-10);
          g_assert_cmpfloat_with_epsilon (books.heat[QN_COLD], state.Q_c, 1e-10);
          g_assert_cmpfloat_with_epsilon (books.entropy_production, ledger->entropy_production, 1e-9);
          for (int i = 0; i < 3; i++)
            for (int k = 0; k < 2; k++)
              g_assert_cmpfloat_with_epsilon (books.stroke_heat[i][k], ledger->stroke[i].heat[k], 1e-10);
          qn_run_read (run, &now);
          g_assert_cmpint (now.stroke, ==, 0);
          g_assert_cmpfloat_with_epsilon (now.time, n * qn_machine_period (&m), 1e-9);
          assert_state (&m, &now, &state, 1e-10);
        }
      whole_clear (&whole);
    }
}

/* However many points a curve has, the swap happens once on it, between its first two readings; all the work is in it. */
static void
test_sampled (void)
{
  g_autoptr (GRand) rand = test_rand (7000);

  for (int turn = 0; turn < TURNS; turn++)
    {
      QnExperiment e = draw (rand, turn);
      g_autoptr (QnCycle) cycle = NULL;
      int points = 1 + turn % 6;
      QnReading samples[3 * 7];
      const QnLedger *ledger;
      QnMachine m;

      m = lab_machine (&e);
      cycle = qn_cycle_new (&m, QN_TOLERANCE, NULL, NULL);
      ledger = qn_cycle_ledger (cycle);
      g_assert_cmpuint (qn_cycle_readings (cycle, points, samples), ==, 3 * (points + 1));
      g_assert_cmpfloat (samples[0].work_output, ==, 0);
      g_assert_cmpfloat_with_epsilon (samples[0].energy, ledger->stroke[0].energy_start, 1e-12);
      for (int p = 1; p < 3 * (points + 1); p++)
        g_assert_cmpfloat_with_epsilon (samples[p].work_output, ledger->work_output, 1e-9);
      for (int p = 1; p <= points; p++)
        {
          g_assert_cmpfloat (samples[p].time, ==, 0);
          g_assert_cmpfloat_with_epsilon (samples[p].energy, ledger->stroke[0].energy_end, 1e-9);
          g_assert_cmpfloat_with_epsilon (samples[p].entropy, samples[0].entropy, 1e-9);
        }
      g_assert_cmpfloat_with_epsilon (samples[3 * points + 2].energy, samples[0].energy, 1e-9);
      g_assert_cmpfloat_with_epsilon (samples[3 * points + 2].heat[QN_HOT], ledger->heat[QN_HOT], 1e-9);
      g_assert_cmpfloat_with_epsilon (samples[3 * points + 2].heat[QN_COLD], ledger->heat[QN_COLD], 1e-9);
    }
}

/* Spacings, angle and durations change under the running machine, in the midst of its cycles: energy stays accounted for. */
static void
test_changing (void)
{
  g_autoptr (GRand) rand = test_rand (8000);
  double balance = 0, start;
  g_autoptr (QnRun) run = NULL;
  QnMachine m;
  QnReading now;
  QnExperiment e = draw (rand, 8);

  m = lab_machine (&e);
  run = qn_run_new (&m, 5, QN_TOLERANCE, NULL, NULL);
  qn_run_read (run, &now);
  start = now.energy;
  for (int cycles = 0; cycles < 60;)
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          e = draw (rand, 2 * g_rand_int_range (rand, 0, 12)); /* qubits still */
          m = lab_machine (&e);
          g_assert_true (qn_run_set_machine (run, &m, NULL, NULL));
        }
      if (qn_run_advance (run))
        {
          QnRunLedger books;

          g_assert_true (qn_run_last_cycle (run, &books));
          balance += books.heat[QN_HOT] + books.heat[QN_COLD] - books.work_output;
          cycles++;
        }
      qn_run_read (run, &now);
      g_assert_cmpfloat_with_epsilon (now.trace, 1, 1e-12);
      g_assert_cmpfloat (now.min_eigenvalue, >, -1e-12);
      g_assert_cmpfloat_with_epsilon (now.energy - start, balance + now.heat[QN_HOT] + now.heat[QN_COLD] - now.work_output, 1e-9);
    }
}

/* A machine that is all swap and no time. */
static void
test_no_time (void)
{
  QnExperiment e;
  QnMachine m;
  g_autoptr (QnRun) run = NULL;
  g_autoptr (QnCycle) cycle = NULL;
  double W = 0;

  e = lab_load ("swap", "textbook");
  lab_set (&e, "stroke.hot", 0);
  lab_set (&e, "stroke.cold", 0);
  m = lab_machine (&e);
  g_assert_cmpint (m.n_strokes, ==, 3);
  run = qn_run_new (&m, 4, QN_TOLERANCE, NULL, NULL);
  for (int n = 0; n < 6; n++)
    {
      QnRunLedger books;

      while (!qn_run_advance (run))
        ;
      g_assert_true (qn_run_last_cycle (run, &books));
      g_assert_cmpfloat_with_epsilon (books.heat[QN_HOT], 0, 1e-15);
      g_assert_cmpfloat (n ? books.work_output * W : -1, <, 0); /* what one swap takes the next gives back */
      W = books.work_output;
    }
  cycle = qn_cycle_new (&m, QN_TOLERANCE, NULL, NULL);
  g_assert_false (qn_cycle_ledger (cycle)->unique);
  g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (cycle)->work_output, 0, 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/swap-whole/limit-cycle", test_limit_cycle);
  g_test_add_func ("/swap-whole/running", test_running);
  g_test_add_func ("/swap-whole/sampled", test_sampled);
  g_test_add_func ("/swap-whole/changing", test_changing);
  g_test_add_func ("/swap-whole/no-time", test_no_time);
  return g_test_run ();
}
