/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cycles of an oscillator against closed forms and against equations written down apart from core's: those of
 * N = <a^+a> + 1/2 and M = <a^2> in the basis that moves with w, where the drive couples the two. */

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>

#include "core/machine/qn-cycle.h"
#include "core/machine/qn-quasi-static.h"
#include "core/medium/qn-medium-oscillator.h"
#include "../random-numbers.h"

#define CLOSED_FORM 1e-9 /* of the largest energy in play */
#define BRUTE_FORCE 1e-8
#define TOLERANCE 1e-11

static QnMachine
otto (double hot, double cold, double w_hot, double w_cold)
{
  QnMachine machine = {
    .medium = qn_oscillator_spec (),
    .bath = { { hot, 0.1, QN_SPECTRUM_BOSONIC, 0 }, { cold, 0.1, QN_SPECTRUM_BOSONIC, 0 } },
    .n_baths = 2,
    .stroke = {
        { .id = "hot", .duration = 10, .from = w_hot, .to = w_hot, .baths = 1u << QN_HOT },
        { .id = "expansion", .duration = 1, .from = w_hot, .to = w_cold },
        { .id = "cold", .duration = 10, .from = w_cold, .to = w_cold, .baths = 1u << QN_COLD },
        { .id = "compression", .duration = 1, .from = w_cold, .to = w_hot },
    },
    .n_strokes = 4,
    .start_temperature = cold,
  };

  return machine;
}

static QnCycle *
solve (const QnMachine *machine)
{
  g_autoptr (GError) error = NULL;
  QnCycle *cycle = qn_cycle_new (machine, TOLERANCE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (cycle);
  return cycle;
}

static double
thermal (double w, double T)
{
  return 0.5 / tanh (w / T / 2);
}

static void
assert_laws (const QnLedger *ledger)
{
  g_assert_cmpfloat_with_epsilon (ledger->residual_first_law, 0, CLOSED_FORM * ledger->energy_scale);
  g_assert_cmpfloat_with_epsilon (ledger->residual_limit_cycle, 0, CLOSED_FORM * ledger->energy_scale);
  g_assert_cmpfloat (ledger->residual_trace, ==, 0);
  g_assert_cmpfloat (ledger->min_eigenvalue, >=, -CLOSED_FORM);
  g_assert_true (ledger->unique);
}

/* Complete contacts, drives of constant mu: Q* in closed form (Rezek & Kosloff 2006), whence
 * Q_h = w_h (N_h - Q* N_c), Q_c = w_c (N_c - Q* N_h); friction is (Q* - 1) of each drive's end. */
static void
test_otto_complete (void)
{
  const double drive[] = { 0.2, 1, 4 };

  for (gsize i = 0; i < G_N_ELEMENTS (drive); i++)
    {
      QnMachine machine = otto (3, 0.6, 2, 0.8);
      double mu = (1 / 2.0 - 1 / 0.8) / drive[i], theta = log (0.8 / 2.0) / mu, square = 1 - mu * mu / 4, Nh = thermal (2, 3), Nc = thermal (0.8, 0.6);
      double star = (1 - mu * mu / 4 * (square > 0 ? cos (2 * sqrt (square) * theta) : cosh (2 * sqrt (-square) * theta))) / square;
      const QnLedger *ledger;
      g_autoptr (QnCycle) cycle = NULL;

      for (int k = 0; k < 4; k++)
        {
          machine.stroke[k].duration = k % 2 ? drive[i] : 300;
          machine.stroke[k].shape = k % 2 ? QN_RAMP_CONSTANT_MU : QN_RAMP_LINEAR;
        }
      cycle = solve (&machine);
      ledger = qn_cycle_ledger (cycle);
      assert_laws (ledger);
      g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], 2 * (Nh - star * Nc), CLOSED_FORM * 10);
      g_assert_cmpfloat_with_epsilon (ledger->heat[QN_COLD], 0.8 * (Nc - star * Nh), CLOSED_FORM * 10);
      g_assert_cmpfloat_with_epsilon (ledger->work_output, 2 * Nh + 0.8 * Nc - star * (2 * Nc + 0.8 * Nh), CLOSED_FORM * 10);
      g_assert_cmpfloat_with_epsilon (ledger->friction_work, (star - 1) * (2 * Nc + 0.8 * Nh), CLOSED_FORM * 10);
      g_assert_cmpfloat (ledger->entropy_production, >, 0.1);
    }
}

/* With H_CD any drive keeps N: contacts of any length relax it at gamma, and the efficiency is 1 - w_c/w_h. */
static void
test_otto_shortcut (void)
{
  QnMachine machine = otto (3, 0.6, 2, 0.8);
  double Nh = thermal (2, 3), Nc = thermal (0.8, 0.6), a = exp (-0.1 * 10), b = exp (-0.1 * 4);
  double top = (Nh * (1 - a) + a * Nc * (1 - b)) / (1 - a * b), bottom = (Nc * (1 - b) + b * Nh * (1 - a)) / (1 - a * b);
  const QnLedger *ledger;
  g_autoptr (QnCycle) cycle = NULL;
  QnReading start;

  machine.stroke[1].counterdiabatic = machine.stroke[3].counterdiabatic = TRUE;
  machine.stroke[1].duration = machine.stroke[3].duration = 0.05;
  machine.stroke[2].duration = 4;
  cycle = solve (&machine);
  ledger = qn_cycle_ledger (cycle);
  assert_laws (ledger);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], 2 * (top - bottom), CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger->work_output, 1.2 * (top - bottom), CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger->friction_work, 0, CLOSED_FORM);
  /* (1/tau) int |wdot|/(2w) sqrt(N^2 + 1/4) dt on each drive */
  g_assert_cmpfloat_with_epsilon (ledger->drive_cost, log (2 / 0.8) / 2 / 0.05 * (hypot (top, 0.5) + hypot (bottom, 0.5)), CLOSED_FORM * 100);
  qn_cycle_read_start (cycle, &start);
  g_assert_cmpfloat_with_epsilon (start.energy, 2 * bottom, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (start.entropy, (bottom + 0.5) * log (bottom + 0.5) - (bottom - 0.5) * log (bottom - 0.5), CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (start.population[1], (bottom - 0.5) / (bottom + 0.5) / (bottom + 0.5), CLOSED_FORM);
  g_assert_cmpfloat (start.bloch[2], ==, start.population[1] - start.population[0]);
  g_assert_cmpfloat (start.bloch[2], <, -0.1);
  g_assert_true (isnan (start.coherence_l1) && isnan (start.coherence_relative));
}

/* A squeezed hot reservoir and slow drives: E = w N with N_h = (n + 1/2) cosh 2r (Rossnagel et al., Phys. Rev. Lett. 112,
 * 030602 (2014)); friction-free, so the efficiency stays 1 - w_c/w_h, which may exceed Carnot's. Entropy is produced
 * nevertheless: it is not Q/T that the squeezed reservoir loses. */
static void
test_otto_squeezed (void)
{
  QnMachine machine = otto (1.2, 1, 3, 1.5);
  double Nh = thermal (3, 1.2) * cosh (1.6), Nc = thermal (1.5, 1);
  const QnLedger *ledger;
  QnLedger ideal;
  QnReading samples[8];
  g_autoptr (QnCycle) cycle = NULL;

  machine.bath[QN_HOT].squeezing = 0.8;
  for (int k = 0; k < 4; k++)
    {
      machine.stroke[k].duration = k % 2 ? 200 : 300;
      machine.stroke[k].shape = k % 2 ? QN_RAMP_SMOOTH : QN_RAMP_LINEAR;
    }
  cycle = solve (&machine);
  ledger = qn_cycle_ledger (cycle);
  assert_laws (ledger);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], 3 * (Nh - Nc), 1e-6);
  g_assert_cmpfloat_with_epsilon (ledger->work_output, 1.5 * (Nh - Nc), 1e-6);
  g_assert_cmpfloat (ledger->work_output / ledger->heat[QN_HOT], >, 1 - 1 / 1.2 + 0.3);
  g_assert_cmpfloat (ledger->entropy_production, >, 0);
  g_assert_cmpfloat (-ledger->heat[QN_HOT] / 1.2 - ledger->heat[QN_COLD], <, -0.3);
  g_assert_cmpuint (qn_quasi_static_cycle (&machine, 1, NULL, samples, &ideal, NULL), ==, 8);
  g_assert_cmpfloat_with_epsilon (ideal.heat[QN_HOT], 3 * (Nh - Nc), CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ideal.work_output, 1.5 * (Nh - Nc), CLOSED_FORM);
}

enum { N, RE, IM, HEAT_HOT, HEAT_COLD, WORK, SQUEEZED, ANGLE, SIZE };

/* whole_angle: int w dt over the stroke, found by a first pass. */
typedef struct
{
  const QnMachine *machine;
  const QnStroke *stroke;
  double whole_angle;
} Equations;

static int
derivative (double t, const double y[], double dydt[], void *data)
{
  const Equations *e = data;
  double wdot, w = qn_stroke_control (e->stroke, &e->machine->medium, t / e->stroke->duration, &wdot), mixing = e->stroke->counterdiabatic ? 0 : wdot / w;
  double _Complex M = y[RE] + I * y[IM], dM = -2 * I * w * M + mixing * y[N] - e->stroke->dephasing * M;

  memset (dydt, 0, sizeof (double) * SIZE);
  dydt[N] = mixing * y[RE];
  dydt[WORK] = wdot * (y[N] + (e->stroke->counterdiabatic ? 0 : y[RE]));
  dydt[ANGLE] = w;
  for (int k = 0; k < 2; k++)
    {
      const QnBath *bath = &e->machine->bath[k];
      double gamma = bath->coupling * (bath->spectrum == QN_SPECTRUM_OHMIC ? w : 1), n = thermal (w, bath->temperature), dN;
      double _Complex turn = cexp (2 * I * (e->whole_angle - y[ANGLE])), pull;

      if (!(e->stroke->baths & (1u << k)))
        continue;
      dN = -gamma * (y[N] - n * cosh (2 * bath->squeezing));
      pull = -gamma * (M + n * sinh (2 * bath->squeezing) * turn);
      dydt[N] += dN;
      dM += pull;
      dydt[HEAT_HOT + k] = w * dN;
      if (k == QN_HOT)
        dydt[SQUEEZED] = w * (dN * cosh (2 * bath->squeezing) + creal (pull * conj (turn)) * sinh (2 * bath->squeezing));
    }
  dydt[RE] = creal (dM);
  dydt[IM] = cimag (dM);
  return GSL_SUCCESS;
}

static void
integrate (Equations *e, double *y)
{
  gsl_odeiv2_system system = { derivative, NULL, SIZE, e };
  gsl_odeiv2_driver *driver = gsl_odeiv2_driver_alloc_y_new (&system, gsl_odeiv2_step_rk8pd, 1e-4, 1e-12, 1e-12);
  double t = 0;

  g_assert_cmpint (gsl_odeiv2_driver_apply (driver, &t, e->stroke->duration, y), ==, GSL_SUCCESS);
  gsl_odeiv2_driver_free (driver);
}

/* A jump of the control keeps <x^2> and <p^2>. */
static void
jump (double from, double to, double *y)
{
  double A = (y[N] + y[RE]) / from, B = (y[N] - y[RE]) * from;

  y[WORK] += (to * to - from * from) * A / 2;
  y[N] = (to * A + B / to) / 2;
  y[RE] = (to * A - B / to) / 2;
}

static void
brute_force_stroke (const QnMachine *machine, const QnStroke *stroke, double *w, double *y)
{
  Equations e = { machine, stroke, 0 };
  double first = stroke->shape == QN_RAMP_SUDDEN || stroke->duration == 0 ? stroke->to : stroke->from, pass[SIZE];

  jump (*w, first, y);
  *w = stroke->to;
  if (stroke->duration == 0)
    return;
  memcpy (pass, y, sizeof pass);
  pass[ANGLE] = y[ANGLE] = 0;
  integrate (&e, pass);
  e.whole_angle = pass[ANGLE];
  integrate (&e, y);
}

static QnMachine
random_machine (GRand *rand)
{
  QnMachine machine = otto (uniform (rand, 1, 4), uniform (rand, 0.3, 1), uniform (rand, 1.5, 3), uniform (rand, 0.5, 1.4));
  gboolean isotherms = g_rand_boolean (rand), shortcut = g_rand_int_range (rand, 0, 3) == 0;
  double a = machine.stroke[0].from, b = machine.stroke[2].from;

  machine.bath[0].spectrum = machine.bath[1].spectrum = g_rand_int_range (rand, 0, 2);
  machine.bath[0].coupling = machine.bath[1].coupling = uniform (rand, 0.1, 0.5);
  machine.bath[0].squeezing = g_rand_boolean (rand) ? uniform (rand, -0.8, 0.8) : 0;
  if (isotherms)
    {
      machine.stroke[0].to = machine.stroke[1].from = (2 * a + b) / 3;
      machine.stroke[2].to = machine.stroke[3].from = (a + 2 * b) / 3;
    }
  for (int i = 0; i < 4; i++)
    {
      machine.stroke[i].duration = uniform (rand, 0.3, 5);
      machine.stroke[i].counterdiabatic = shortcut;
      if (i % 2)
        {
          machine.stroke[i].shape = g_rand_int_range (rand, 0, 4);
          machine.stroke[i].duration *= g_rand_int_range (rand, 0, 5) > 0;
          machine.stroke[i].dephasing = g_rand_int_range (rand, 0, 3) ? 0 : 0.7;
        }
    }
  return machine;
}

static void
assert_close (double value, double expected, double scale)
{
  g_assert_cmpfloat_with_epsilon (value, expected, BRUTE_FORCE * MAX (1, scale));
}

/* The third cycle from Gibbs, corner for corner, of random machines: squeezed, dephased, shortcut, on isotherms. */
static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = test_rand (20140123);

  for (int trial = 0; trial < 60; trial++)
    {
      QnMachine machine = random_machine (rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (QnCycle) cycle = qn_cycle_new_transient (&machine, 3, TOLERANCE, NULL, &error);
      const QnLedger *ledger;
      double y[SIZE] = { 0 }, w = machine.stroke[0].from, before[SIZE] = { 0 }, nu;

      g_assert_no_error (error);
      ledger = qn_cycle_ledger (cycle);
      y[N] = thermal (w, machine.start_temperature);
      for (int turn = 0; turn < 3; turn++)
        {
          memcpy (before, y, sizeof before);
          for (int i = 0; i < 4; i++)
            {
              brute_force_stroke (&machine, &machine.stroke[i], &w, y);
              if (turn == 2)
                assert_close (ledger->stroke[i].energy_end, w * y[N], ledger->energy_scale);
            }
        }
      assert_close (ledger->heat[QN_HOT], y[HEAT_HOT] - before[HEAT_HOT], ledger->energy_scale);
      assert_close (ledger->heat[QN_COLD], y[HEAT_COLD] - before[HEAT_COLD], ledger->energy_scale);
      assert_close (ledger->work_output, before[WORK] - y[WORK], ledger->energy_scale);
      assert_close (ledger->residual_first_law, 0, ledger->energy_scale);
      nu = sqrt (y[N] * y[N] - y[RE] * y[RE] - y[IM] * y[IM]);
      if (machine.stroke[1].dephasing > 0 || machine.stroke[3].dephasing > 0)
        {
          if (machine.stroke[1].dephasing * machine.stroke[1].duration + machine.stroke[3].dephasing * machine.stroke[3].duration > 0)
            g_assert_true (isnan (ledger->entropy_production));
          continue;
        }
      assert_close (ledger->stroke[3].entropy_end, (nu + 0.5) * log (nu + 0.5) - (nu - 0.5) * log (nu - 0.5), ledger->energy_scale);
      nu = sqrt (before[N] * before[N] - before[RE] * before[RE] - before[IM] * before[IM]);
      assert_close (ledger->entropy_production,
                    ledger->stroke[3].entropy_end - ((nu + 0.5) * log (nu + 0.5) - (nu - 0.5) * log (nu - 0.5))
                        - (y[SQUEEZED] - before[SQUEEZED]) / machine.bath[0].temperature - (y[HEAT_COLD] - before[HEAT_COLD]) / machine.bath[1].temperature,
                    ledger->energy_scale);
      g_assert_cmpfloat (ledger->entropy_production, >, -CLOSED_FORM);
    }
}

/* The work of a drive is the area under its force, with H_CD and without. */
static void
test_force (void)
{
  for (int shortcut = 0; shortcut < 2; shortcut++)
    {
      QnMachine machine = otto (3, 0.6, 2, 0.8);
      g_autoptr (QnCycle) cycle = NULL;
      static QnReading samples[4 * 1001];
      double area = 0;

      machine.stroke[1].counterdiabatic = machine.stroke[3].counterdiabatic = shortcut;
      cycle = solve (&machine);
      qn_cycle_readings (cycle, 1000, samples);
      for (int p = 1001; p < 2001; p++)
        area += (samples[p].force + samples[p + 1].force) / 2 * (samples[p + 1].control - samples[p].control);
      g_assert_cmpfloat_with_epsilon (area, qn_cycle_ledger (cycle)->stroke[1].work_output, 1e-6);
    }
}

/* Sudden drives at resonance and hardly any damping: the energy grows from cycle to cycle, and that is said, not solved. */
static void
test_no_limit_cycle (void)
{
  QnMachine machine = otto (3, 0.6, 2, 0.8);
  g_autoptr (GError) error = NULL;
  g_autoptr (QnCycle) cycle = NULL;

  for (int i = 0; i < 4; i++)
    {
      machine.stroke[i].duration = i % 2 ? 0 : G_PI / 2 / machine.stroke[i].to;
      machine.stroke[i].shape = QN_RAMP_LINEAR;
    }
  cycle = qn_cycle_new (&machine, TOLERANCE, NULL, &error);
  g_assert_null (cycle);
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES);
  g_assert_cmpint (qn_fault_of (error)->quantity, ==, QN_QUANTITY_DURATION);
  g_assert_false (machine.stroke[qn_fault_of (error)->place].baths); /* a drive */
  /* the same with damping enough is a cycle */
  machine.bath[0].coupling = machine.bath[1].coupling = 2;
  g_clear_error (&error);
  cycle = solve (&machine);
  assert_laws (qn_cycle_ledger (cycle));
}

static void
assert_refused (const QnMachine *machine, QnQuantity quantity, int place)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (qn_cycle_new (machine, TOLERANCE, NULL, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID);
  g_assert_cmpint (qn_fault_of (error)->quantity, ==, quantity);
  g_assert_cmpint (qn_fault_of (error)->place, ==, place);
}

static void
test_refused (void)
{
  QnMachine machine = otto (3, 0.6, 2, 0.8);

  machine.bath[QN_COLD].spectrum = QN_SPECTRUM_FERMIONIC;
  assert_refused (&machine, QN_QUANTITY_SPECTRUM, -1);
  machine = otto (3, 0.6, 2, 0.8);
  machine.bath[QN_HOT].squeezing = NAN;
  assert_refused (&machine, QN_QUANTITY_SQUEEZING, QN_HOT);
  machine = otto (3, 0.6, 2, 0.8);
  machine.bath[QN_COLD].squeezing = 0.1;
  assert_refused (&machine, QN_QUANTITY_SQUEEZING, QN_COLD);
  machine = otto (3, 0.6, 2, 0);
  assert_refused (&machine, QN_QUANTITY_CONTROL, 1);
}

/* Carnot's cycle: quasi-statically its efficiency to the last digit, slowly from below; free energy T ln(2 sinh(w/2T)). */
static void
test_carnot (void)
{
  QnMachine machine = otto (2, 1, 4, 1);
  QnLedger ideal;
  QnReading samples[8];
  g_autoptr (QnCycle) cycle = NULL;
  const QnLedger *ledger;

  machine.stroke[0].to = machine.stroke[1].from = 2;
  machine.stroke[2].to = machine.stroke[3].from = 2;
  for (int i = 0; i < 4; i++)
    machine.stroke[i].duration = i % 2 ? 20 : 2000;
  g_assert_cmpuint (qn_quasi_static_cycle (&machine, 1, NULL, samples, &ideal, NULL), ==, 8);
  g_assert_cmpfloat_with_epsilon (ideal.work_output / ideal.heat[QN_HOT], 0.5, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ideal.stroke[0].work_output, 2 * log (sinh (4 / 4.0) / sinh (2 / 4.0)), CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ideal.entropy_production, 0, CLOSED_FORM);
  cycle = solve (&machine);
  ledger = qn_cycle_ledger (cycle);
  assert_laws (ledger);
  g_assert_cmpfloat (ledger->work_output / ledger->heat[QN_HOT], <, 0.5);
  g_assert_cmpfloat (ledger->work_output / ledger->heat[QN_HOT], >, 0.49);
  g_assert_cmpfloat (ledger->entropy_production, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/oscillator-cycle/otto/complete", test_otto_complete);
  g_test_add_func ("/oscillator-cycle/otto/shortcut", test_otto_shortcut);
  g_test_add_func ("/oscillator-cycle/otto/squeezed", test_otto_squeezed);
  g_test_add_func ("/oscillator-cycle/brute-force", test_brute_force);
  g_test_add_func ("/oscillator-cycle/force", test_force);
  g_test_add_func ("/oscillator-cycle/no-limit-cycle", test_no_limit_cycle);
  g_test_add_func ("/oscillator-cycle/refused", test_refused);
  g_test_add_func ("/oscillator-cycle/carnot", test_carnot);
  return g_test_run ();
}
