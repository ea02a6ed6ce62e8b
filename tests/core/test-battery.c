/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Batteries against Schrodinger's equation of all cells and photons written out and stepped by Runge and Kutta, against Lindblad's equation
 * likewise, closed forms, and what holds for any. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/protocols/qn-battery.h"
#include "../random-numbers.h"

#define SEED 20294
#define MOST 64

static QnBattery
draw (GRand *rand, QnCharge charge)
{
  return (QnBattery) { .cells = g_rand_int_range (rand, 1, 4), .charge = charge, .spacing = uniform (rand, 0.5, 2), .strength = uniform (rand, 0.2, 1.5), .equal_norm = g_rand_boolean (rand),
                       .photons = g_rand_int_range (rand, 1, 3), .detuning = uniform (rand, -1, 1), .temperature = charge == QN_CHARGE_CAVITY ? 0 : uniform (rand, 0, 1),
                       .bath_temperature = uniform (rand, 0, 1), .bath_coupling = uniform (rand, 0.05, 1) };
}

static int
bits (int i)
{
  return i ? (i & 1) + bits (i >> 1) : 0;
}

/* --- Schrodinger and Lindblad by steps ------------------------------------ */

typedef struct
{
  int n;
  double complex H[MOST][MOST];
  int n_jumps;
  double complex L[2 * QN_BATTERY_CELLS][MOST][MOST];
} Equation;

typedef double complex Matrix[MOST][MOST];

static void
slope (const Equation *e, Matrix rho, Matrix out)
{
  static Matrix product;

  for (int i = 0; i < e->n; i++)
    for (int k = 0; k < e->n; k++)
      {
        out[i][k] = 0;
        for (int m = 0; m < e->n; m++)
          out[i][k] -= I * (e->H[i][m] * rho[m][k] - rho[i][m] * e->H[m][k]);
      }
  for (int j = 0; j < e->n_jumps; j++)
    {
      const double complex (*L)[MOST] = e->L[j];

      for (int i = 0; i < e->n; i++) /* each L has at most one element in a row and in a column */
        for (int k = 0; k < e->n; k++)
          {
            product[i][k] = 0;
            for (int m = 0; m < e->n; m++)
              if (L[i][m] != 0)
                for (int l = 0; l < e->n; l++)
                  product[i][k] += L[i][m] * rho[m][l] * conj (L[k][l]);
          }
      for (int i = 0; i < e->n; i++)
        for (int k = 0; k < e->n; k++)
          {
            double out_i = 0, out_k = 0;

            for (int m = 0; m < e->n; m++)
              {
                out_i += creal (L[m][i] * conj (L[m][i]));
                out_k += creal (L[m][k] * conj (L[m][k]));
              }
            out[i][k] += product[i][k] - 0.5 * (out_i + out_k) * rho[i][k];
          }
    }
}

static void
evolve (const Equation *e, Matrix rho, double t, int steps)
{
  static Matrix k[4], at;
  double h = t / steps, weight[4] = { 1, 2, 2, 1 }, far[4] = { 0, 0.5, 0.5, 1 };

  for (int s = 0; s < steps; s++)
    {
      for (int stage = 0; stage < 4; stage++)
        {
          for (int i = 0; i < e->n; i++)
            for (int j = 0; j < e->n; j++)
              at[i][j] = rho[i][j] + (stage ? h * far[stage] * k[stage - 1][i][j] : 0);
          slope (e, at, k[stage]);
        }
      for (int stage = 0; stage < 4; stage++)
        for (int i = 0; i < e->n; i++)
          for (int j = 0; j < e->n; j++)
            rho[i][j] += h / 6 * weight[stage] * k[stage][i][j];
    }
}

static double complex
element (const QnCells *cells, int i, int k)
{
  double complex x = 1;

  if (cells->whole)
    return cells->whole[(i << cells->n) + k];
  for (int n = 0; n < cells->n; n++)
    x *= cells->one[i >> n & 1][k >> n & 1];
  return x;
}

static void
start (const QnBattery *b, Matrix rho, int photons_to)
{
  double q = b->temperature > 0 ? 1 / (1 + exp (b->spacing / b->temperature)) : 0;

  memset (rho, 0, sizeof (Matrix));
  for (int i = 0; i < 1 << b->cells; i++)
    rho[i * photons_to + photons_to - 1][i * photons_to + photons_to - 1] = pow (q, bits (i)) * pow (1 - q, b->cells - bits (i));
}

static void
damping (const QnBattery *b, Equation *e)
{
  double n = b->bath_temperature > 0 ? 1 / expm1 (b->spacing / b->bath_temperature) : 0;

  e->n_jumps = 2 * b->cells;
  memset (e->L, 0, sizeof e->L);
  for (int cell = 0; cell < b->cells; cell++)
    for (int i = 0; i < 1 << b->cells; i++)
      if (i >> cell & 1)
        {
          e->L[2 * cell][i ^ (1 << cell)][i] = sqrt (b->bath_coupling * (n + 1));
          e->L[2 * cell + 1][i][i ^ (1 << cell)] = sqrt (b->bath_coupling * n);
        }
}

/* States are cells times photons; a drive without a cavity has one state of it. */
static int
drive (const QnBattery *b, Equation *e)
{
  int cells = 1 << b->cells, photons = b->charge == QN_CHARGE_CAVITY ? b->photons * b->cells + 1 : 1;

  memset (e, 0, sizeof *e);
  e->n = cells * photons;
  for (int i = 0; i < cells; i++)
    for (int cell = 0; cell < b->cells; cell++)
      for (int p = 0; p < photons; p++)
        {
          int other = i ^ (1 << cell), up = (i >> cell & 1) == 0, to = up ? p - 1 : p + 1;

          if (b->charge != QN_CHARGE_CAVITY && b->charge != QN_CHARGE_COLLECTIVE)
            e->H[other][i] = b->strength;
          else if (b->charge == QN_CHARGE_CAVITY && to >= 0 && to < photons)
            e->H[other * photons + to][i * photons + p] = b->strength * sqrt (MAX (p, to));
          if (b->charge == QN_CHARGE_CAVITY)
            e->H[i * photons + p][i * photons + p] = b->detuning * p;
        }
  if (b->charge == QN_CHARGE_COLLECTIVE)
    e->H[0][cells - 1] = e->H[cells - 1][0] = b->strength * (b->equal_norm ? b->cells : sqrt (b->cells));
  if (b->charge == QN_CHARGE_DISSIPATIVE)
    damping (b, e);
  return photons;
}

static void
compare (const QnCells *cells, Matrix rho, int photons, double tolerance)
{
  for (int i = 0; i < 1 << cells->n; i++)
    for (int k = 0; k < 1 << cells->n; k++)
      {
        double complex sum = 0;

        for (int p = 0; p < photons; p++)
          sum += rho[i * photons + p][k * photons + p];
        g_assert_cmpfloat (cabs (sum - element (cells, i, k)), <, tolerance);
      }
}

static void
test_equations (void)
{
  static Equation e;
  static Matrix rho;
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int turn = 0; turn < 16; turn++)
    {
      QnBattery b = draw (rand, (QnCharge) (turn % QN_N_CHARGES));
      double t = uniform (rand, 0.2, 2), stored = uniform (rand, 0.1, 3);
      QnCells cells;
      int photons;

      if (b.charge == QN_CHARGE_CAVITY && b.cells == 3)
        b.photons = 1;
      photons = drive (&b, &e);
      start (&b, rho, photons);
      evolve (&e, rho, t, 2500);
      qn_battery_charged (&b, t, &cells);
      compare (&cells, rho, photons, 2e-9);
      memset (&e, 0, sizeof e);
      e.n = 1 << b.cells;
      damping (&b, &e);
      for (int i = 0; i < e.n; i++)
        for (int k = 0; k < e.n; k++)
          rho[i][k] = element (&cells, i, k);
      evolve (&e, rho, stored, 2500);
      qn_battery_stored (&b, stored, &cells);
      compare (&cells, rho, 1, 2e-9);
      qn_cells_clear (&cells);
    }
}

/* --- Closed forms --------------------------------------------------------- */

static QnBatteryReading
after (const QnBattery *b, double t)
{
  QnBatteryReading r;
  QnCells cells;

  qn_battery_charged (b, t, &cells);
  qn_battery_read (b, &cells, &r);
  qn_cells_clear (&cells);
  return r;
}

static void
test_closed_forms (void)
{
  for (int N = 1; N <= QN_BATTERY_CELLS; N++)
    {
      QnBattery b = { .cells = N, .charge = QN_CHARGE_PARALLEL, .spacing = 1.3, .strength = 0.7, .photons = 1, .equal_norm = TRUE };
      double parallel, collective, t;
      QnBatteryReading r = after (&b, 0.9);

      g_assert_cmpfloat_with_epsilon (r.energy, N * 1.3 * pow (sin (0.63), 2), 1e-13);
      g_assert_cmpfloat_with_epsilon (r.ergotropy, r.energy, 1e-12); /* pure */
      g_assert_cmpfloat_with_epsilon (r.local, r.energy, 1e-12);
      g_assert_cmpfloat_with_epsilon (qn_battery_full (&b), G_PI_2 / 0.7, 1e-13);
      parallel = qn_battery_power (&b, &t);
      b.charge = QN_CHARGE_COLLECTIVE;
      r = after (&b, 0.4 / (0.7 * N));
      g_assert_cmpfloat_with_epsilon (r.energy, N * 1.3 * pow (sin (0.4), 2), 1e-13);
      g_assert_cmpfloat_with_epsilon (r.negativity, N > 1 ? sin (0.4) * cos (0.4) : 0, 1e-12);
      collective = qn_battery_power (&b, &t);
      g_assert_cmpfloat_with_epsilon (collective / parallel, N, 1e-9);
      b.equal_norm = FALSE;
      g_assert_cmpfloat_with_epsilon (qn_battery_power (&b, &t) / parallel, sqrt (N), 1e-9);
    }
}

/* One photon, one cell: Rabi. N cells, one photon each would never be full. */
static void
test_cavity (void)
{
  QnBattery b = { .cells = 1, .charge = QN_CHARGE_CAVITY, .spacing = 1, .strength = 0.5, .photons = 1 };

  g_assert_cmpfloat_with_epsilon (after (&b, 1.1).energy, pow (sin (0.55), 2), 1e-13);
  b.photons = 4;
  g_assert_cmpfloat_with_epsilon (after (&b, 1.1).energy, pow (sin (0.5 * sqrt (4) * 1.1), 2), 1e-13);
  b.detuning = 1.5;
  g_assert_cmpfloat_with_epsilon (after (&b, 1.1).energy, 1 / (1 + pow (1.5 / 2, 2)) * pow (sin (hypot (1, 0.75) * 1.1), 2), 1e-13); /* Rabi frequency sqrt(4 lam^2 n + d^2) */
  b = (QnBattery) { .cells = 4, .charge = QN_CHARGE_CAVITY, .spacing = 1, .strength = 0.5, .photons = 1 };
  g_assert_cmpfloat (after (&b, qn_battery_full (&b)).energy, <, 3.9);
  g_assert_cmpfloat (after (&b, qn_battery_full (&b)).ergotropy, <, after (&b, qn_battery_full (&b)).energy - 0.1);
}

/* A cell charged to p and kept at temperature 0: p exp(-g t), which is 1/2 at t = ln(2p)/g. With coherence it lives for ever. */
static void
test_death (void)
{
  QnBattery b = { .cells = 3, .charge = QN_CHARGE_PARALLEL, .spacing = 1, .strength = 1, .bath_coupling = 0.2 };
  QnCells cells;

  qn_battery_charged (&b, G_PI_2, &cells);
  g_assert_cmpfloat_with_epsilon (qn_battery_death (&b, &cells), log (2) / 0.2, 1e-9);
  qn_battery_charged (&b, qn_battery_full (&b), &cells); /* as sharp: full is full */
  g_assert_cmpfloat_with_epsilon (qn_battery_death (&b, &cells), log (2) / 0.2, 1e-9);
  b.bath_coupling = 0;
  g_assert_true (isinf (qn_battery_death (&b, &cells)));
  b.bath_coupling = 0.2;
  qn_battery_charged (&b, 1, &cells);
  g_assert_true (isinf (qn_battery_death (&b, &cells)));
  qn_battery_charged (&b, 0, &cells);
  g_assert_cmpfloat (qn_battery_death (&b, &cells), ==, 0);
  b = (QnBattery) { .cells = 2, .charge = QN_CHARGE_COLLECTIVE, .spacing = 1, .strength = 0.2, .equal_norm = TRUE, .bath_temperature = 0.3, .bath_coupling = 0.05 };
  qn_battery_charged (&b, 1.9, &cells);
  g_assert_true (isinf (qn_battery_death (&b, &cells)));
  qn_cells_clear (&cells);
  b.charge = QN_CHARGE_CAVITY; /* a mixture of Dicke states: no coherence between energies, and an end */
  b.photons = 1;
  qn_battery_charged (&b, 1.9, &cells);
  g_assert_cmpfloat (qn_battery_death (&b, &cells), <, 100);
  qn_cells_clear (&cells);
}

static void
test_invariants (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 1);

  for (int turn = 0; turn < 300; turn++)
    {
      QnBattery b = draw (rand, (QnCharge) (turn % QN_N_CHARGES));
      double t = uniform (rand, 0, 5), stored = uniform (rand, 0, 5);
      QnBatteryReading first = after (&b, 0), charged = after (&b, t), kept;
      QnCells cells;

      qn_battery_charged (&b, t, &cells);
      qn_battery_stored (&b, stored, &cells);
      qn_battery_read (&b, &cells, &kept);
      qn_cells_clear (&cells);
      for (int i = 0; i < 2; i++)
        {
          const QnBatteryReading *r = i ? &kept : &charged;

          g_assert_cmpfloat_with_epsilon (r->trace, 1, 1e-12);
          g_assert_cmpfloat (r->local, >=, -1e-12);
          g_assert_cmpfloat (r->ergotropy, >=, r->local - 1e-12);
          g_assert_cmpfloat (r->energy, >=, r->ergotropy - 1e-12);
          g_assert_cmpfloat (r->energy, <=, b.cells * b.spacing + 1e-12);
        }
      if (b.charge == QN_CHARGE_PARALLEL || b.charge == QN_CHARGE_COLLECTIVE)
        g_assert_cmpfloat_with_epsilon (charged.entropy, first.entropy, 1e-12);
    }
}

int
main (int argc, char *argv[])
{
  gsl_set_error_handler_off ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/battery/equations", test_equations);
  g_test_add_func ("/battery/closed-forms", test_closed_forms);
  g_test_add_func ("/battery/cavity", test_cavity);
  g_test_add_func ("/battery/death", test_death);
  g_test_add_func ("/battery/invariants", test_invariants);
  return g_test_run ();
}
