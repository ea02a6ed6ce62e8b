/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The physics against closed forms and against the master equation integrated by
 * brute force (brute-force.h). Tolerances are of the largest energy in play. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>

#include "brute-force.h"
#include "core/machine/qn-cycle.h"
#include "core/machine/qn-quasi-static.h"
#include "core/machine/qn-run.h"
#include "core/medium/qn-medium-box.h"
#include "core/medium/qn-medium-junction.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-three-qubits.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-qubit.h"
#include "../random-numbers.h"

#define CLOSED_FORM 1e-9 /* of the largest energy in play */
#define BRUTE_FORCE 1e-8 /* the integrator's own error is about 1e-11 a stroke */
#define TOLERANCE 1e-10  /* asked of qn_cycle_new() */

/* Otto machine of a qubit: contacts of 10, drives of 1. */
static QnMachine
otto (double hot, double cold, double w_hot, double w_cold, double tunnelling)
{
  QnMachine machine = {
    .medium = qn_qubit_spec (tunnelling),
    .bath = { { hot, 0.1, QN_SPECTRUM_BOSONIC }, { cold, 0.1, QN_SPECTRUM_BOSONIC } },
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

/* A qubit that keeps no coherence relaxes at gamma (2n + 1) = gamma coth (w/2T) in each contact, and not at all in between. */
static void
test_relaxation (void)
{
  g_autoptr (GError) error = NULL;
  QnMachine machine = otto (4, 1, 3, 1.2, 0);
  double spent = 10 * 0.1 * (1 / tanh (3 / 8.0) + 1 / tanh (0.6));

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, TOLERANCE, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (qn_cycle_relaxation_rate (cycle), i ? 0.1 / tanh (3 / 8.0) : spent / 22, 1e-9);
      machine.n_strokes = 1; /* continuous: the rate itself */
    }
  machine.bath[QN_HOT].coupling = 0;
  {
    g_autoptr (QnCycle) cycle = qn_cycle_new (&machine, TOLERANCE, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpfloat (qn_cycle_relaxation_rate (cycle), ==, 0); /* nothing relaxes */
  }
}

static void
set_drives (QnMachine *machine, double duration, QnRampShape shape, gboolean counterdiabatic, double dephasing)
{
  for (int i = 1; i < 4; i += 2)
    {
      machine->stroke[i].duration = duration;
      machine->stroke[i].shape = shape;
      machine->stroke[i].counterdiabatic = counterdiabatic;
      machine->stroke[i].dephasing = dephasing;
    }
}

static void
set_contacts (QnMachine *machine, double duration)
{
  machine->stroke[0].duration = machine->stroke[2].duration = duration;
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
excited (double gap, double temperature)
{
  return 1 / (1 + exp (gap / temperature));
}

static double
planck (double w, double temperature)
{
  return 1 / expm1 (w / temperature);
}

/* Long contacts, no friction: W = (p_h - p_c)(w_h - w_c), Q_h = (p_h - p_c) w_h. */
static void
test_otto_thermalised (void)
{
  QnMachine machine = otto (2, 0.5, 2, 1, 0);
  g_autoptr (QnCycle) cycle = NULL;
  const QnLedger *ledger;
  double dp = excited (2, 2) - excited (1, 0.5);

  set_contacts (&machine, 2000);
  cycle = solve (&machine);
  ledger = qn_cycle_ledger (cycle);
  g_assert_cmpfloat_with_epsilon (ledger->work_output, dp * (2 - 1), CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], dp * 2, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_COLD], -dp * 1, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger->work_output / ledger->heat[QN_HOT], 0.5, CLOSED_FORM);
  g_assert_true (ledger->unique);
}

/* Any contacts: populations relax at gamma (2n + 1), so the limit cycle is two linear equations.
 * Works for all three spectra: only the rate differs. */
static void
test_otto_finite_time (void)
{
  g_autoptr (GRand) rand = test_rand (20261);

  for (int i = 0; i < 500; i++)
    {
      double Th = uniform (rand, 0.5, 8), Tc = uniform (rand, 0.1, 4), wh = uniform (rand, 0.5, 5), wc = uniform (rand, 0.2, 4);
      QnMachine machine = otto (Th, Tc, wh, wc, 0);
      g_autoptr (QnCycle) cycle = NULL;
      const QnLedger *ledger;
      double w[2] = { wh, wc }, T[2] = { Th, Tc }, p[2], keep[2], high, low;

      for (int k = 0; k < 2; k++)
        {
          double gamma = uniform (rand, 0.01, 1), tau = uniform (rand, 0.1, 20), rate;
          QnSpectrum spectrum = g_rand_int_range (rand, 0, 3);

          machine.bath[k].coupling = gamma;
          machine.bath[k].spectrum = spectrum;
          machine.stroke[2 * k].duration = tau;
          rate = spectrum == QN_SPECTRUM_FERMIONIC ? gamma : gamma * (2 * planck (w[k], T[k]) + 1);
          if (spectrum == QN_SPECTRUM_OHMIC)
            rate *= w[k];
          keep[k] = exp (-rate * tau);
          p[k] = excited (w[k], T[k]);
        }
      /* after the hot contact: high; after the cold one: low */
      high = (p[0] * (1 - keep[0]) + keep[0] * p[1] * (1 - keep[1])) / (1 - keep[0] * keep[1]);
      low = p[1] * (1 - keep[1]) + keep[1] * high;
      cycle = solve (&machine);
      ledger = qn_cycle_ledger (cycle);
      g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], (high - low) * wh, CLOSED_FORM * wh);
      g_assert_cmpfloat_with_epsilon (ledger->heat[QN_COLD], (low - high) * wc, CLOSED_FORM * wh);
      g_assert_cmpfloat_with_epsilon (ledger->work_output, (high - low) * (wh - wc), CLOSED_FORM * wh);
      g_assert_cmpfloat_with_epsilon (ledger->stroke[0].population_end[1], high, CLOSED_FORM);
    }
}

static double
gap (double w, double tunnelling)
{
  return hypot (w, tunnelling);
}

/* Excited population after a frictional drive that flips with probability `flip`, both contacts long. */
static void
assert_flip (const QnMachine *machine, double flip, double epsilon)
{
  g_autoptr (QnCycle) cycle = solve (machine);
  const QnLedger *ledger = qn_cycle_ledger (cycle);
  double D = qn_medium_mixing (&machine->medium), hot = gap (machine->stroke[0].from, D), cold = gap (machine->stroke[2].from, D);
  double ph = excited (hot, machine->bath[QN_HOT].temperature), pc = excited (cold, machine->bath[QN_COLD].temperature);
  double ph_driven = ph + flip * (1 - 2 * ph), pc_driven = pc + flip * (1 - 2 * pc);
  double work_in = (ph_driven - 0.5) * cold - (ph - 0.5) * hot + (pc_driven - 0.5) * hot - (pc - 0.5) * cold;
  double friction = flip * ((1 - 2 * ph) * cold + (1 - 2 * pc) * hot);

  g_assert_cmpfloat_with_epsilon (ledger->work_output, -work_in, epsilon * hot);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], (ph - pc_driven) * hot, epsilon * hot);
  g_assert_cmpfloat_with_epsilon (ledger->heat[QN_COLD], (pc - ph_driven) * cold, epsilon * hot);
  g_assert_cmpfloat_with_epsilon (ledger->friction_work, friction, epsilon * hot);
  g_assert_cmpfloat_with_epsilon (ledger->stroke[1].population_end[1], ph_driven, epsilon);
}

/* A sudden change leaves the state where it was: flip = sin^2(dtheta/2), tan theta = D/w.
 * Both as a duration of 0 and as a jump followed by free evolution. */
static void
test_sudden (void)
{
  QnMachine machine = otto (4, 0.5, 4, 1, 1);
  double flip = pow (sin ((atan2 (1, 1) - atan2 (1, 4)) / 2), 2);

  set_contacts (&machine, 2000);
  set_drives (&machine, 0, QN_RAMP_LINEAR, FALSE, 0);
  assert_flip (&machine, flip, CLOSED_FORM);
  set_drives (&machine, 0.7, QN_RAMP_SUDDEN, FALSE, 0);
  assert_flip (&machine, flip, CLOSED_FORM);
}

/* Constant adiabaticity parameter mu = thetadot/Omega: in the turning frame the generator is
 * constant in the phase Phi = int Omega dt, so flip = mu^2/(1+mu^2) sin^2(sqrt(1+mu^2) Phi/2),
 * Phi = |dtheta|/mu. With w/Omega linear, thetadot sin(theta) = |d cos theta|/tau, sin theta = D/Omega. */
static void
test_constant_mu (void)
{
  g_autoptr (GRand) rand = test_rand (20262);

  for (int i = 0; i < 100; i++)
    {
      double D = uniform (rand, 0.2, 3), wh = uniform (rand, 2, 6), wc = uniform (rand, 0.1, 1.9), tau = uniform (rand, 0.05, 8);
      QnMachine machine = otto (4, 0.5, wh, wc, D);
      double mu = fabs (wh / gap (wh, D) - wc / gap (wc, D)) / (tau * D);
      double phase = (atan2 (D, wc) - atan2 (D, wh)) / mu;
      double flip = mu * mu / (1 + mu * mu) * pow (sin (sqrt (1 + mu * mu) * phase / 2), 2);

      set_contacts (&machine, 3000);
      set_drives (&machine, tau, QN_RAMP_CONSTANT_MU, FALSE, 0);
      assert_flip (&machine, flip, CLOSED_FORM);
    }
}

/* A shortcut keeps the populations whatever the speed and the shape; its cost for a qubit is
 * |dtheta|/(sqrt 2 tau) a drive, since ||H_CD||_F = |thetadot|/sqrt 2. */
static void
test_counterdiabatic (void)
{
  for (QnRampShape shape = QN_RAMP_LINEAR; shape <= QN_RAMP_CONSTANT_MU; shape++)
    for (double tau = 0.01; tau < 20; tau *= 10)
      {
        QnMachine machine = otto (4, 0.5, 4, 1, 1.5);
        g_autoptr (QnCycle) cycle = NULL;
        double angle = atan2 (1.5, 1) - atan2 (1.5, 4);

        set_contacts (&machine, 3000);
        set_drives (&machine, tau, shape, TRUE, 0);
        assert_flip (&machine, 0, CLOSED_FORM);
        cycle = solve (&machine);
        g_assert_cmpfloat_with_epsilon (qn_cycle_ledger (cycle)->drive_cost, 2 * angle / (sqrt (2) * tau), 1e-9 * angle / tau);
      }
}

/* A slow drive is adiabatic; the flip falls at least as 1/tau^2 times a bounded factor:
 * first-order perturbation bounds it by (max|thetadot|/Omega at the ends)^2. */
static void
test_adiabatic_limit (void)
{
  QnMachine machine = otto (4, 0.5, 4, 1, 1);

  set_contacts (&machine, 2000);
  set_drives (&machine, 2000, QN_RAMP_SMOOTH, FALSE, 0);
  assert_flip (&machine, 0, CLOSED_FORM);
}

/* Strong dephasing in the turning energy basis freezes the populations (a quantum Zeno drive). */
static void
test_dephasing_freezes (void)
{
  QnMachine machine = otto (4, 0.5, 4, 1, 1);
  double last = 1;

  set_contacts (&machine, 2000);
  for (double rate = 1e2; rate < 1e5; rate *= 10)
    {
      g_autoptr (QnCycle) cycle = NULL;
      double friction;

      set_drives (&machine, 0.5, QN_RAMP_LINEAR, FALSE, rate);
      cycle = solve (&machine);
      friction = qn_cycle_ledger (cycle)->friction_work;
      g_assert_cmpfloat (friction, >, 0);
      g_assert_cmpfloat (friction, <, last / 9); /* falls as 1/rate */
      last = friction;
    }
}

/* Relaxation of an equally spaced ladder is that of a truncated oscillator: long contacts end in Gibbs states. */
static void
test_ladder_and_box_thermalised (void)
{
  g_autoptr (GRand) rand = test_rand (20263);

  for (int i = 0; i < 60; i++)
    {
      QnMachine machine = otto (uniform (rand, 1, 6), uniform (rand, 0.2, 0.9), 3, 1.2, 0);
      g_autoptr (QnCycle) cycle = NULL;
      const QnLedger *ledger;
      double E[2][QN_MAX_LEVELS], p[2][QN_MAX_LEVELS], heat = 0, work = 0, scale, spacing[QN_MAX_LADDER - 1];
      int n = g_rand_int_range (rand, 2, QN_MAX_LADDER + 1);

      for (int j = 0; j < QN_MAX_LADDER - 1; j++)
        spacing[j] = i % 3 ? uniform (rand, 0.3, 2) : 1;
      machine.medium = i % 2 ? qn_box_spec (n) : qn_ladder_spec (n, spacing, NULL);
      set_contacts (&machine, 30000);
      cycle = solve (&machine);
      ledger = qn_cycle_ledger (cycle);
      for (int k = 0; k < 2; k++)
        {
          double z = 0;

          qn_medium_levels (&machine.medium, machine.stroke[2 * k].from, E[k]);
          for (int j = 0; j < n; j++)
            z += exp (-(E[k][j] - E[k][0]) / machine.bath[k].temperature);
          for (int j = 0; j < n; j++)
            p[k][j] = exp (-(E[k][j] - E[k][0]) / machine.bath[k].temperature) / z;
        }
      scale = fabs (E[0][n - 1]);
      for (int j = 0; j < n; j++)
        {
          heat += (p[0][j] - p[1][j]) * E[0][j];
          work += (p[0][j] - p[1][j]) * (E[0][j] - E[1][j]);
        }
      g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], heat, CLOSED_FORM * scale);
      g_assert_cmpfloat_with_epsilon (ledger->work_output, work, CLOSED_FORM * scale);
      g_assert_cmpfloat_with_epsilon (ledger->work_output / ledger->heat[QN_HOT], 1 - 1.2 / 3, 1e-7);
    }
}

/* Carnot machine: hot isotherm w_hot -> w_hot/expansion, adiabat times Tc/Th, and back. */
static QnMachine
carnot (double hot, double cold, double w_hot, double expansion, double isotherm, double drive)
{
  QnMachine machine = otto (hot, cold, w_hot, w_hot, 0);
  double r = cold / hot;
  double corner[4] = { w_hot, w_hot / expansion, r * w_hot / expansion, r * w_hot };

  for (int i = 0; i < 4; i++)
    {
      machine.stroke[i].from = corner[i];
      machine.stroke[i].to = corner[(i + 1) % 4];
      machine.stroke[i].duration = i % 2 ? drive : isotherm;
    }
  return machine;
}

typedef struct
{
  double gamma, T, from, to, tau, p0;
} Isotherm;

static double
isotherm_control (const Isotherm *iso, double t)
{
  return iso->from + (iso->to - iso->from) * t / iso->tau;
}

static double
isotherm_rate (double t, void *data)
{
  const Isotherm *iso = data;

  return iso->gamma / tanh (isotherm_control (iso, t) / (2 * iso->T));
}

static double
integrate (double (*f) (double, void *), void *data, double from, double to)
{
  gsl_function function = { f, data };
  gsl_integration_cquad_workspace *work = gsl_integration_cquad_workspace_alloc (200);
  double value = 0;

  gsl_integration_cquad (&function, from, to, 1e-13, 1e-12, work, &value, NULL, NULL);
  gsl_integration_cquad_workspace_free (work);
  return value;
}

static double
isotherm_gain (double t, void *data)
{
  const Isotherm *iso = data;
  double w = isotherm_control (iso, t);

  return iso->gamma * planck (w, iso->T) * exp (-integrate (isotherm_rate, data, t, iso->tau));
}

/* dp/dt = -gamma (2n + 1) p + gamma n with moving w: the integrating factor solves it. */
static void
test_carnot_finite_time (void)
{
  QnMachine machine = carnot (2, 1, 3, 2, 7, 0.3);
  g_autoptr (QnCycle) cycle = solve (&machine);
  const QnLedger *ledger = qn_cycle_ledger (cycle);
  double keep[2], gain[2], high;

  for (int k = 0; k < 2; k++)
    {
      const QnStroke *stroke = &machine.stroke[2 * k];
      Isotherm iso = { 0.1, machine.bath[k].temperature, stroke->from, stroke->to, stroke->duration, 0 };

      keep[k] = exp (-integrate (isotherm_rate, &iso, 0, iso.tau));
      gain[k] = integrate (isotherm_gain, &iso, 0, iso.tau);
    }
  high = (gain[0] + keep[0] * gain[1]) / (1 - keep[0] * keep[1]);
  g_assert_cmpfloat_with_epsilon (ledger->stroke[0].population_end[1], high, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger->stroke[2].population_end[1], gain[1] + keep[1] * high, CLOSED_FORM);
}

/* Slower and slower, Carnot's efficiency is approached from below as 1/tau. */
static void
test_carnot_limit (void)
{
  double last = 1;

  for (double tau = 1e2; tau < 2e5; tau *= 10)
    {
      QnMachine machine = carnot (2, 1, 3, 2, tau, 1);
      g_autoptr (QnCycle) cycle = solve (&machine);
      const QnLedger *ledger = qn_cycle_ledger (cycle);
      double missing = 0.5 - ledger->work_output / ledger->heat[QN_HOT];

      g_assert_cmpfloat (missing, >, 0);
      if (tau > 1e3)
        g_assert_cmpfloat_with_epsilon (missing * 10 / last, 1, 0.05);
      last = missing;
    }
  g_assert_cmpfloat (last, <, 1e-4);
}

static void
test_carnot_quasi_static (void)
{
  QnMachine machine = carnot (2, 1, 3, 2, 10, 1);
  QnReading samples[4 * 65];
  QnLedger ledger;
  g_autoptr (GError) error = NULL;
  double dS = 0, p[2] = { excited (1.5, 2), excited (3, 2) };

  g_assert_cmpuint (qn_quasi_static_cycle (&machine, 64, NULL, samples, &ledger, &error), ==, G_N_ELEMENTS (samples));
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    dS += (i ? 1 : -1) * (p[i] * log (p[i]) + (1 - p[i]) * log1p (-p[i]));
  g_assert_cmpfloat_with_epsilon (ledger.heat[QN_HOT], 2 * dS, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger.heat[QN_COLD], -1 * dS, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger.work_output, (2 - 1) * dS, CLOSED_FORM);
  g_assert_cmpfloat_with_epsilon (ledger.entropy_production, 0, CLOSED_FORM);
}

/* A random machine: any medium, any drive, any spectrum, baths on the drives too. */
static QnMachine
random_machine (GRand *rand, int number)
{
  QnMachine machine = number % 2
                          ? carnot (uniform (rand, 1, 4), uniform (rand, 0.4, 2), uniform (rand, 1, 4), uniform (rand, 0.5, 2), uniform (rand, 0.5, 8), uniform (rand, 0.1, 2))
                          : otto (uniform (rand, 1, 4), uniform (rand, 0.4, 2), uniform (rand, 2, 4), uniform (rand, 0.5, 2), 0);
  double spacing[2];

  for (int j = 0; j < 2; j++)
    spacing[j] = number % 4 < 2 ? 1 : uniform (rand, 0.5, 1.5);
  machine.medium = number / 2 % 3 == 0 ? qn_qubit_spec (uniform (rand, 0.1, 2)) : number / 2 % 3 == 1 ? qn_ladder_spec (3, spacing, NULL) : qn_box_spec (3);
  set_drives (&machine, number % 7 == 3 ? 0 : uniform (rand, 0.1, 2), g_rand_int_range (rand, 0, 4), g_rand_boolean (rand), g_rand_boolean (rand) ? uniform (rand, 0, 2) : 0);
  for (int k = 0; k < 2; k++)
    {
      machine.bath[k].coupling = uniform (rand, 0.02, 0.5);
      machine.bath[k].spectrum = g_rand_int_range (rand, 0, 3);
      machine.stroke[2 * k].counterdiabatic = g_rand_boolean (rand);
    }
  return machine;
}

/* From the limit cycle's first state (a qubit's Bloch vector is all of it; the others have no
 * coherence), brute force must come back to it and find the same heat and work on every stroke. */
static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = test_rand (20264);

  for (int number = 0; number < 48; number++)
    {
      QnMachine machine = random_machine (rand, number);
      g_autoptr (QnCycle) cycle = solve (&machine);
      const QnLedger *ledger = qn_cycle_ledger (cycle);
      QnReading start;
      QnBruteForce state = { .n = qn_medium_count_levels (&machine.medium, NULL) };
      QnTestMatrix first;
      double w = machine.stroke[machine.n_strokes - 1].to, scale = ledger->energy_scale;

      qn_cycle_read_start (cycle, &start);
      if (machine.medium.klass == &qn_medium_qubit)
        {
          state.rho[0][0] = (1 + start.bloch[2]) / 2;
          state.rho[1][1] = (1 - start.bloch[2]) / 2;
          state.rho[0][1] = (start.bloch[0] - I * start.bloch[1]) / 2;
          state.rho[1][0] = conj (state.rho[0][1]);
        }
      else
        for (int i = 0; i < state.n; i++)
          state.rho[i][i] = start.population[i];
      memcpy (first, state.rho, sizeof first);
      for (int i = 0; i < machine.n_strokes; i++)
        {
          double heat[2] = { state.heat[0], state.heat[1] }, work = state.work_output;

          qn_brute_force_stroke (&state, &machine, &machine.stroke[i], &w, 1e-12);
          for (int k = 0; k < 2; k++)
            g_assert_cmpfloat_with_epsilon (ledger->stroke[i].heat[k], state.heat[k] - heat[k], BRUTE_FORCE * scale);
          g_assert_cmpfloat_with_epsilon (ledger->stroke[i].work_output, state.work_output - work, BRUTE_FORCE * scale);
          g_assert_cmpfloat_with_epsilon (ledger->stroke[i].energy_end, qn_brute_force_energy (&state, &machine.medium, w), BRUTE_FORCE * scale);
        }
      for (int i = 0; i < state.n; i++)
        for (int j = 0; j < state.n; j++)
          g_assert_cmpfloat (cabs (state.rho[i][j] - first[i][j]), <, BRUTE_FORCE);
    }
}

/* The transient too: a run from the Gibbs state of the first stroke, cycle by cycle. */
static void
test_brute_force_transient (void)
{
  g_autoptr (GRand) rand = test_rand (20265);

  for (int number = 0; number < 12; number++)
    {
      QnMachine machine = random_machine (rand, number);
      g_autoptr (GError) error = NULL;
      g_autoptr (QnRun) run = qn_run_new (&machine, 16, TOLERANCE, NULL, &error);
      QnBruteForce state;
      double w = machine.stroke[0].from;

      g_assert_no_error (error);
      qn_brute_force_gibbs (&state, &machine.medium, w, machine.start_temperature);
      for (int turn = 0; turn < 3; turn++)
        {
          QnRunLedger books;
          double before[3] = { state.heat[0], state.heat[1], state.work_output };

          while (!qn_run_advance (run))
            ;
          g_assert_true (qn_run_last_cycle (run, &books));
          g_assert_cmpint (books.cycle, ==, turn);
          for (int i = 0; i < machine.n_strokes; i++)
            qn_brute_force_stroke (&state, &machine, &machine.stroke[i], &w, 1e-12);
          for (int k = 0; k < 2; k++)
            g_assert_cmpfloat_with_epsilon (books.heat[k], state.heat[k] - before[k], BRUTE_FORCE * 10);
          g_assert_cmpfloat_with_epsilon (books.work_output, state.work_output - before[2], BRUTE_FORCE * 10);
        }
    }
}

/* Any other medium, from its Gibbs state: two qubits and an oscillator in Otto's cycle, and parts beside all their
 * reservoirs at once. */
static void
assert_brute_force (const QnMachine *machine, int turns, double tolerance)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnCycle) cycle = qn_cycle_new_transient (machine, turns, TOLERANCE, NULL, &error);
  const QnLedger *ledger;
  QnBruteForce state;
  double w = machine->stroke[0].from, before[QN_MAX_BATHS + 1];

  g_assert_no_error (error);
  ledger = qn_cycle_ledger (cycle);
  qn_brute_force_gibbs (&state, &machine->medium, w, machine->start_temperature);
  for (int turn = 0; turn < turns; turn++)
    for (int i = 0; i < machine->n_strokes; i++)
      {
        memcpy (before, state.heat, sizeof state.heat);
        before[QN_MAX_BATHS] = state.work_output;
        qn_brute_force_stroke (&state, machine, &machine->stroke[i], &w, tolerance);
        if (turn < turns - 1)
          continue;
        for (int k = 0; k < machine->n_baths; k++)
          g_assert_cmpfloat_with_epsilon (ledger->stroke[i].heat[k], state.heat[k] - before[k], BRUTE_FORCE * ledger->energy_scale);
        g_assert_cmpfloat_with_epsilon (ledger->stroke[i].work_output, state.work_output - before[QN_MAX_BATHS], BRUTE_FORCE * ledger->energy_scale);
        g_assert_cmpfloat_with_epsilon (ledger->stroke[i].energy_end, qn_brute_force_energy (&state, &machine->medium, w), BRUTE_FORCE * ledger->energy_scale);
      }
}

static void
test_brute_force_two_qubits (void)
{
  g_autoptr (GRand) rand = test_rand (20266);

  for (int i = 0; i < 8; i++)
    {
      QnMachine machine = otto (3, 0.7, uniform (rand, 2, 3), uniform (rand, 0.6, 1.5), 0);

      machine.medium = qn_two_qubits_spec ((QnTwoQubits) { .exchange = uniform (rand, -1.5, 1.5), .anisotropy = uniform (rand, -1, 1),
                                                           .zz = uniform (rand, -1, 1), .coupling_ratio = uniform (rand, 0.2, 0.9) });
      set_contacts (&machine, 3);
      set_drives (&machine, uniform (rand, 0.1, 2), i % 4, i % 3 == 0, i % 2 ? 0.4 : 0);
      machine.bath[QN_HOT].spectrum = machine.bath[QN_COLD].spectrum = i % 3;
      assert_brute_force (&machine, 2, 1e-12);
    }
}

static void
test_brute_force_parts (void)
{
  g_autoptr (GRand) rand = test_rand (20267);
  const QnMediumSpec medium[] = {
    qn_junction_spec (QN_MODEL_GLOBAL, uniform (rand, 0.8, 2.3), uniform (rand, 0.5, 2), uniform (rand, 0.1, 0.4)),
    qn_three_qubits_spec (QN_MODEL_GLOBAL, uniform (rand, 0.5, 2), uniform (rand, 0.5, 2), uniform (rand, 0.1, 0.4)),
    qn_pair_spec (2, uniform (rand, 0.8, 2.3), uniform (rand, 0.5, 2)),
    qn_pair_spec (3, uniform (rand, 0.8, 2.3), uniform (rand, 0.5, 2)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (medium); i++)
    {
      QnMachine machine = { .n_baths = i == 1 ? 3 : 2, .n_strokes = 1, .start_temperature = uniform (rand, 0.5, 2) };

      machine.medium = medium[i];
      for (int k = 0; k < machine.n_baths; k++)
        machine.bath[k] = (QnBath) { uniform (rand, 0.5, 3), uniform (rand, 0.1, 0.5), g_rand_int_range (rand, 0, 3) };
      machine.stroke[0] = (QnStroke) { .id = "rest", .duration = 2, .from = 1, .to = 1, .baths = (1u << machine.n_baths) - 1 };
      assert_brute_force (&machine, 2, 1e-12);
    }
}

/* QN_TEST_LEVELS levels, where core follows three moments. */
static void
test_brute_force_oscillator (void)
{
  for (int shortcut = 0; shortcut < 2; shortcut++)
    {
      QnMachine machine = otto (1.5, 0.5, 2, 1.3, 0);

      machine.medium = qn_oscillator_spec ();
      set_contacts (&machine, 1);
      set_drives (&machine, 0.5, QN_RAMP_SMOOTH, shortcut, 0.3);
      machine.bath[QN_HOT].coupling = machine.bath[QN_COLD].coupling = 0.5;
      assert_brute_force (&machine, 1, 1e-10);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/closed-forms/relaxation", test_relaxation);
  g_test_add_func ("/closed-forms/otto/thermalised", test_otto_thermalised);
  g_test_add_func ("/closed-forms/otto/finite-time", test_otto_finite_time);
  g_test_add_func ("/closed-forms/drive/sudden", test_sudden);
  g_test_add_func ("/closed-forms/drive/constant-mu", test_constant_mu);
  g_test_add_func ("/closed-forms/drive/counterdiabatic", test_counterdiabatic);
  g_test_add_func ("/closed-forms/drive/adiabatic", test_adiabatic_limit);
  g_test_add_func ("/closed-forms/drive/dephasing", test_dephasing_freezes);
  g_test_add_func ("/closed-forms/otto/ladder-and-box", test_ladder_and_box_thermalised);
  g_test_add_func ("/closed-forms/carnot/finite-time", test_carnot_finite_time);
  g_test_add_func ("/closed-forms/carnot/limit", test_carnot_limit);
  g_test_add_func ("/closed-forms/carnot/quasi-static", test_carnot_quasi_static);
  g_test_add_func ("/closed-forms/brute-force/limit-cycle", test_brute_force);
  g_test_add_func ("/closed-forms/brute-force/transient", test_brute_force_transient);
  g_test_add_func ("/closed-forms/brute-force/two-qubits", test_brute_force_two_qubits);
  g_test_add_func ("/closed-forms/brute-force/parts", test_brute_force_parts);
  g_test_add_func ("/closed-forms/brute-force/oscillator", test_brute_force_oscillator);
  return g_test_run ();
}
