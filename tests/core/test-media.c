/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every medium owes the rest: one contract, kept by each of media.h over random numbers of its own. Media whose
 * levels follow a control are judged in cycles between two reservoirs, those made of parts in their steady state. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/machine/qn-cycle.h"
#include "core/machine/qn-quasi-static.h"
#include "core/machine/qn-run.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-parts.h"
#include "core/medium/qn-medium.h"
#include "media.h"

#define SEED 20267
#define LAW 1e-10 /* of the largest energy in play, or nats */
#define POINTS 8

/* The cycle of which there is nothing to say but that it gains energy without end, where that may be, is left out: NULL. */
static QnCycle *
solve (const QnMachine *machine, double tolerance)
{
  g_autoptr (GError) error = NULL;
  QnCycle *cycle = qn_cycle_new (machine, tolerance, NULL, &error);

  if (cycle || !machine->medium.klass->gaussian)
    g_assert_no_error (error);
  else
    g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES);
  return cycle;
}

/* By its reservoirs' own book: of local and resetting ones that is the parts'. */
static gboolean
is_bare (const QnMachine *machine)
{
  return machine->n_strokes == 1 && machine->medium.klass->local && machine->medium.klass->local (&machine->medium);
}

/* The Gibbs state of the reservoirs' temperature rests beside them: of local and resetting ones that of parts that V lets alone. */
static void
test_gibbs (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 4);

  for (int i = 0; i < 100; i++)
    {
      QnMachine machine = test_resting (rand, medium);
      g_autoptr (QnRun) run = NULL;
      QnReading start, now;

      if (is_bare (&machine))
        ((QnParts *) qn_parts (&machine.medium))->interaction = 0;
      for (int k = 0; k < machine.n_baths; k++)
        machine.bath[k].temperature = machine.start_temperature;
      run = qn_run_new (&machine, POINTS, QN_TOLERANCE, NULL, NULL);
      qn_run_read (run, &start);
      for (int p = 0; p < POINTS; p++)
        {
          qn_run_advance (run);
          qn_run_read (run, &now);
          for (int a = 0; a < start.n_state; a++)
            g_assert_cmpfloat_with_epsilon (now.state[a], start.state[a], LAW * (1 + fabs (start.state[a])));
          for (int k = 0; k < machine.n_baths; k++)
            g_assert_cmpfloat (fabs (now.heat[k]), <, LAW * (1 + fabs (start.energy)));
        }
    }
}

/* The trap: the Gibbs state of another control is not left alone, nor that of another temperature. */
static void
test_not_gibbs (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 5);

  for (int i = 0; i < 50; i++)
    {
      QnMachine machine = test_resting (rand, medium);
      g_autoptr (QnRun) run = NULL;
      QnReading now;
      double heat = 0;

      for (int k = 0; k < machine.n_baths; k++)
        machine.bath[k].temperature = machine.start_temperature * (medium->reservoirs ? 1.5 : 1);
      if (!medium->reservoirs)
        {
          machine.stroke[1] = machine.stroke[0];
          machine.stroke[0].baths = machine.stroke[0].duration = 0;
          machine.stroke[0].to = machine.stroke[1].from = machine.stroke[1].to = 1.5 * machine.stroke[0].from;
          machine.n_strokes = 2;
        }
      run = qn_run_new (&machine, POINTS, QN_TOLERANCE, NULL, NULL);
      for (int p = 0; p < POINTS / 2; p++)
        qn_run_advance (run);
      qn_run_read (run, &now);
      for (int k = 0; k < machine.n_baths; k++)
        heat += fabs (now.heat[k]);
      g_assert_cmpfloat (heat, >, 1e-6);
    }
}

/* Whatever it begins from, the steady state is the Gibbs state, found here by exponentials of its levels. */
static void
test_settles_to_gibbs (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 6);

  for (int i = 0; i < 100; i++)
    {
      QnMachine machine = test_resting (rand, medium);
      g_autoptr (QnCycle) cycle = NULL;
      QnReading steady;
      double weight[QN_MAX_LEVELS], Z = 0;
      int g[QN_MAX_LEVELS];

      if (is_bare (&machine))
        ((QnParts *) qn_parts (&machine.medium))->interaction = 0;
      for (int k = 0; k < machine.n_baths; k++)
        machine.bath[k].temperature = machine.bath[0].temperature;
      cycle = solve (&machine, QN_TOLERANCE);
      g_assert_nonnull (cycle);
      qn_cycle_read_start (cycle, &steady);
      qn_medium_count_levels (&machine.medium, g);
      for (int n = 0; n < steady.n_levels; n++)
        {
          Z += weight[n] = g[n] * exp (-(steady.level[n] - steady.level[0]) / machine.bath[0].temperature);
        }
      if (medium->no_kets)
        Z = 1 / -expm1 (-machine.stroke[0].from / machine.bath[0].temperature);
      for (int n = 0; n < steady.n_levels; n++)
        g_assert_cmpfloat_with_epsilon (steady.population[n], weight[n] / Z, 1e-9);
      g_assert_cmpfloat_with_epsilon (steady.temperature / machine.bath[0].temperature, 1, 1e-6);
    }
}

static void
assert_carnot_bound (const QnMachine *machine, const QnLedger *ledger)
{
  int hot = machine->bath[QN_HOT].temperature < machine->bath[QN_COLD].temperature ? QN_COLD : QN_HOT;
  double Th = machine->bath[hot].temperature, Tc = machine->bath[!hot].temperature, Qh = ledger->heat[hot], Qc = ledger->heat[!hot];

  switch (qn_mode (Qh, Qc, ledger->work_output, ledger->energy_scale))
    {
    case QN_MODE_ENGINE:
      g_assert_cmpfloat (ledger->work_output, <=, (1 - Tc / Th) * Qh + LAW * ledger->energy_scale);
      break;
    case QN_MODE_REFRIGERATOR:
      g_assert_cmpfloat (Qc * (Th - Tc), <=, -ledger->work_output * Tc + LAW * ledger->energy_scale * Th);
      break;
    case QN_MODE_IMPOSSIBLE:
      /* only residuals of a machine that does nothing may look so */
      g_assert_cmpfloat (fabs (ledger->work_output) + fabs (Qh) + fabs (Qc), <, LAW * ledger->energy_scale);
      break;
    case QN_MODE_IDLE:
    case QN_MODE_ACCELERATOR:
    case QN_MODE_HEATER:
    case QN_MODE_CONDUCTION:
    default:
      break;
    }
}

/* A dephased oscillator, and the average of an orbit of one, is no Gaussian state: its entropy is not told. */
static gboolean
has_entropy (const QnMachine *machine, const QnLedger *ledger)
{
  gboolean dephased = FALSE;

  for (int s = 0; s < machine->n_strokes; s++)
    dephased |= machine->stroke[s].dephasing * machine->stroke[s].duration > 0;
  return !machine->medium.klass->gaussian || (ledger->unique && !dephased);
}

/* Both laws, trace and positivity; the second by the book in which the reservoirs obey it. */
static void
test_laws (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED);
  int solved = 0;

  for (int i = 0; i < medium->machines; i++)
    {
      QnMachine machine = test_machine (rand, medium);
      g_autoptr (QnCycle) cycle = solve (&machine, QN_TOLERANCE);
      const QnLedger *ledger;
      double coldest = machine.bath[0].temperature, produced;

      if (!cycle)
        continue;
      solved++;
      ledger = qn_cycle_ledger (cycle);
      for (int k = 1; k < machine.n_baths; k++)
        coldest = MIN (coldest, machine.bath[k].temperature);
      g_assert_true (ledger->unique || machine.stroke[0].duration + machine.stroke[2].duration == 0);
      g_assert_cmpfloat (fabs (ledger->residual_first_law), <, LAW * ledger->energy_scale);
      g_assert_cmpfloat (ledger->residual_trace, <, LAW);
      g_assert_cmpfloat (ledger->residual_limit_cycle, <, LAW * (medium->no_kets ? ledger->energy_scale * 10 : 1));
      g_assert_cmpfloat (ledger->min_eigenvalue, >, -LAW);
      produced = is_bare (&machine) ? ledger->bare_entropy_production : ledger->entropy_production;
      if (isnan (produced))
        g_assert_false (has_entropy (&machine, ledger));
      else
        g_assert_cmpfloat (produced, >, -LAW * ledger->energy_scale / coldest - LAW);
      if (!medium->reservoirs && machine.bath[QN_HOT].squeezing == 0)
        assert_carnot_bound (&machine, ledger);
    }
  g_test_message ("%d of %d have a limit cycle", solved, medium->machines);
  g_assert_cmpint (solved, >=, medium->machines - medium->diverging);
}

/* The machine that runs settles on the limit cycle, or the steady state, that was solved for. */
static void
test_settles (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 1);

  for (int i = 0; i < 20; i++)
    {
      QnMachine machine = test_machine (rand, medium);
      g_autoptr (QnCycle) cycle = NULL;
      g_autoptr (QnRun) run = NULL;
      QnRunLedger books = { .distance = 1 };
      const QnLedger *ledger;

      for (int k = 0; k < machine.n_baths; k++)
        {
          machine.bath[k].coupling = 0.5;
          machine.bath[k].temperature += 1;
        }
      for (int s = 0; s < machine.n_strokes; s += 2)
        machine.stroke[s].duration = medium->reservoirs ? 50 : 10;
      cycle = solve (&machine, QN_TOLERANCE);
      if (!cycle)
        continue;
      run = qn_run_new (&machine, 12, QN_TOLERANCE, NULL, NULL);
      ledger = qn_cycle_ledger (cycle);
      for (int turn = 0; turn < 2000 && books.distance > 1e-11; turn++)
        {
          while (!qn_run_advance (run))
            ;
          g_assert_true (qn_run_last_cycle (run, &books));
        }
      g_assert_cmpfloat (books.distance, <, 1e-10);
      g_assert_cmpfloat_with_epsilon (books.work_output, ledger->work_output, 1e-8 * ledger->energy_scale);
      for (int k = 0; k < machine.n_baths; k++)
        g_assert_cmpfloat_with_epsilon (books.heat[k], ledger->heat[k], 1e-8 * ledger->energy_scale);
      if (has_entropy (&machine, ledger))
        g_assert_cmpfloat_with_epsilon (books.entropy_production, ledger->entropy_production, 1e-7);
    }
}

/* What was asked for is what comes out: against a run a thousand times stricter, and against one of half the tolerance. */
static void
test_tolerance (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 3);

  for (int i = 0; i < 40; i++)
    {
      QnMachine machine = test_machine (rand, medium);
      g_autoptr (QnCycle) exact = solve (&machine, 1e-13);

      /* the fixed point magnifies an error of the maps by 1/(1 - slowest eigenvalue) at most */
      if (!exact || qn_cycle_ledger (exact)->residual_limit_cycle > 1e-13 || machine.bath[0].coupling * machine.stroke[0].duration < 0.5)
        continue;
      for (double tolerance = 1e-6; tolerance > 1e-11; tolerance /= 100)
        {
          g_autoptr (QnCycle) cycle = solve (&machine, tolerance), half = solve (&machine, tolerance / 2);
          const QnLedger *best = qn_cycle_ledger (exact), *ledger = qn_cycle_ledger (cycle), *finer = qn_cycle_ledger (half);

          for (int s = 0; s < machine.n_strokes; s++)
            {
              g_assert_cmpfloat_with_epsilon (ledger->stroke[s].work_output, best->stroke[s].work_output, 2 * tolerance * best->energy_scale);
              g_assert_cmpfloat_with_epsilon (ledger->stroke[s].work_output, finer->stroke[s].work_output, 2 * tolerance * best->energy_scale);
              for (int k = 0; k < machine.n_baths; k++)
                g_assert_cmpfloat_with_epsilon (ledger->stroke[s].heat[k], finer->stroke[s].heat[k], 4 * tolerance * best->energy_scale);
            }
        }
    }
}

/* Readings of the cycle, and of the machine that runs from the start of the transient, end where the ledger says. */
static void
test_readings (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 2);

  for (int i = 0; i < 60; i++)
    {
      QnMachine machine = test_machine (rand, medium);
      g_autoptr (QnCycle) cycle = i % 2 ? solve (&machine, QN_TOLERANCE) : qn_cycle_new_transient (&machine, 1, QN_TOLERANCE, NULL, NULL);
      g_autoptr (QnRun) run = qn_run_new (&machine, POINTS, QN_TOLERANCE, NULL, NULL);
      QnReading readings[4 * (POINTS + 1)], now;
      double work = 0, heat[QN_MAX_BATHS] = { 0 };

      if (!cycle)
        continue;
      g_assert_cmpuint (qn_cycle_readings (cycle, POINTS, readings), ==, machine.n_strokes * (POINTS + 1));
      for (int s = 0; s < machine.n_strokes; s++)
        {
          const QnReading *end = &readings[(POINTS + 1) * s + POINTS];
          const QnStrokeLedger *stroke = &qn_cycle_ledger (cycle)->stroke[s];
          double scale = 1e-8 * qn_cycle_ledger (cycle)->energy_scale;

          work += stroke->work_output;
          g_assert_cmpint (end->stroke, ==, s);
          g_assert_cmpfloat_with_epsilon (end->energy, stroke->energy_end, scale);
          g_assert_cmpfloat_with_epsilon (end->work_output, work, scale);
          if (has_entropy (&machine, qn_cycle_ledger (cycle)))
            {
              g_assert_cmpfloat_with_epsilon (end->entropy, stroke->entropy_end, 1e-7);
              for (int n = 0; n < end->n_levels; n++)
                g_assert_cmpfloat_with_epsilon (end->population[n], stroke->population_end[n], 1e-8);
            }
          for (int k = 0; k < machine.n_baths; k++)
            g_assert_cmpfloat_with_epsilon (end->heat[k], heat[k] += stroke->heat[k], scale);
          for (int p = 1; i % 2 == 0 && p < POINTS && machine.stroke[s].duration > 0; p++)
            {
              const QnReading *there = &readings[(POINTS + 1) * s + p];

              do
                qn_run_advance (run), qn_run_read (run, &now);
              while (now.stroke < s || now.time < there->time * (1 - 1e-12));
              g_assert_cmpfloat_with_epsilon (now.energy, there->energy, scale);
              g_assert_cmpfloat_with_epsilon (now.force, there->force, scale);
              g_assert_cmpfloat_with_epsilon (now.work_output, there->work_output, scale);
              g_assert_cmpfloat_with_epsilon (now.heat[QN_HOT], there->heat[QN_HOT], scale);
            }
        }
    }
}

/* Of a random Hermitian matrix, -i[H, .] + sum rate D[L] of the jump operators against the generator's own product. */
static void
rebuild (const QnMedium *medium, const QnEigen *eigen, const QnJumpOperator *jump, int n_jumps, QnOperator rho, QnOperator out)
{
  QnOperator r = { { 0 } }, d = { { 0 } };
  int n = medium->n;

  for (int i = 0; i < n; i++) /* into the energy basis */
    for (int j = 0; j < n; j++)
      for (int a = 0; a < n; a++)
        for (int b = 0; b < n; b++)
          r[i][j] += conj (eigen->V[a][i]) * rho[a][b] * eigen->V[b][j];
  for (int l = 0; l < n_jumps; l++)
    {
      QnOperator L = { { 0 } };

      for (int e = 0; e < jump[l].n; e++)
        L[jump[l].entry[e].to][jump[l].entry[e].from] += jump[l].entry[e].x;
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          for (int a = 0; a < n; a++)
            for (int b = 0; b < n; b++)
              d[i][j] += jump[l].rate * (L[i][a] * r[a][b] * conj (L[j][b]) - (conj (L[b][i]) * L[b][a] * r[a][j] + r[i][a] * conj (L[b][a]) * L[b][j]) / 2);
    }
  memset (out, 0, sizeof (QnOperator));
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int a = 0; a < n; a++)
        for (int b = 0; b < n; b++)
          out[i][j] += eigen->V[i][a] * d[a][b] * conj (eigen->V[j][b]);
}

/* What the reservoirs add to the generator is the sum of rate D[L] over the jump operators. */
static void
test_jumps (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 7);

  for (int i = 0; i < 40; i++)
    {
      QnMachine machine = test_resting (rand, medium);
      const QnStroke *stroke = &machine.stroke[0];
      static QnJumpOperator jump[QN_MAX_JUMPS];
      double x[QN_MAX_STATE], D[QN_MAX_STATE], G[2][QN_MAX_STATE * QN_MAX_STATE], rows[QN_N_ROWS * QN_MAX_STATE];
      QnOperator rho, rebuilt;
      QnEigen eigen;
      QnSurroundings at;
      QnMedium m;
      int n;

      qn_medium_init (&m, &machine.medium, FALSE);
      for (int a = 0; a < m.d; a++)
        x[a] = uniform (rand, a < m.n ? 0 : -1, 1);
      qn_medium_state_matrix (&m, x, rho);
      qn_medium_eigen (&m, stroke->from, &eigen);
      qn_stroke_surroundings (&machine, stroke, 0, &at);
      n = qn_medium_jumps (&m, &at, &eigen, jump, NULL);
      g_assert_cmpint (n, >, 0);
      g_assert_true (qn_medium_generator (&m, &at, G[0], rows, NULL));
      for (int k = 0; k < machine.n_baths; k++)
        machine.bath[k].coupling = 0;
      g_assert_true (qn_medium_generator (&m, &at, G[1], rows, NULL));
      rebuild (&m, &eigen, jump, n, rho, rebuilt);
      qn_medium_state_coordinates (&m, rebuilt, D);
      for (int a = 0; a < m.d; a++)
        {
          double flow = 0;

          for (int b = 0; b < m.d; b++)
            flow += (G[0][a * m.d + b] - G[1][a * m.d + b]) * x[b];
          g_assert_cmpfloat_with_epsilon (flow, D[a], 1e-11);
        }
      qn_medium_clear (&m);
    }
}

/* Contacts that leave nothing behind and slow drives: the quasi-static cycle. On isotherms the difference falls as 1/duration. */
static void
test_quasi_static (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 8);

  for (int i = 0; i < 12; i++)
    {
      QnMachine machine = test_cyclic (rand, medium);
      double w[2] = { uniform (rand, 2, 4), uniform (rand, 0.8, 1.8) }, missing[2];
      gboolean isotherms = i % 6 == 0 && medium->slow < 1000;

      for (int k = 0; k < 2; k++)
        {
          machine.bath[k] = (QnBath) { k ? uniform (rand, 0.5, 1) : uniform (rand, 2, 4), 0.5, i % 2 ? QN_SPECTRUM_OHMIC : QN_SPECTRUM_BOSONIC };
          machine.stroke[2 * k] = (QnStroke) { .id = "contact", .from = w[k], .to = isotherms ? w[k] * 0.9 : w[k], .baths = 1u << k };
        }
      for (int k = 0; k < 2; k++)
        machine.stroke[2 * k + 1] = (QnStroke) { .id = "drive", .from = machine.stroke[2 * k].to, .to = w[!k], .duration = 100, .shape = QN_RAMP_SMOOTH };
      if (isotherms) /* what meets a reservoir has its temperature already */
        {
          if (g_str_equal (medium->name, "qubit"))
            machine.medium = qn_qubit_spec (0);
          machine.stroke[1].to = machine.stroke[2].from = 0.9 * w[0] * machine.bath[1].temperature / machine.bath[0].temperature;
          machine.stroke[2].to = machine.stroke[3].from = w[0] * machine.bath[1].temperature / machine.bath[0].temperature;
        }
      for (int slow = 0; slow < 1 + isotherms; slow++)
        {
          g_autoptr (QnCycle) cycle = NULL;
          QnReading readings[8];
          QnLedger ideal;
          const QnLedger *ledger;

          machine.stroke[0].duration = machine.stroke[2].duration = isotherms ? slow ? 1000 : 100 : medium->slow;
          cycle = solve (&machine, QN_TOLERANCE);
          g_assert_nonnull (cycle);
          ledger = qn_cycle_ledger (cycle);
          g_assert_cmpuint (qn_quasi_static_cycle (&machine, 1, NULL, readings, &ideal, NULL), ==, 8);
          g_assert_cmpfloat (fabs (ideal.residual_first_law), <, LAW * ideal.energy_scale);
          missing[slow] = ideal.work_output - ledger->work_output;
          if (isotherms)
            {
              g_assert_cmpfloat (missing[slow], >, 0);
              continue;
            }
          g_assert_cmpfloat_with_epsilon (missing[slow], 0, 1e-5 * ideal.energy_scale);
          g_assert_cmpfloat_with_epsilon (ledger->heat[QN_HOT], ideal.heat[QN_HOT], 1e-5 * ideal.energy_scale);
          g_assert_cmpfloat_with_epsilon (ledger->entropy_production, ideal.entropy_production, 1e-4);
        }
      if (isotherms)
        g_assert_cmpfloat_with_epsilon (missing[0] / missing[1], 10, 1.5);
    }
}

static void
assert_refused (const QnMachine *machine, QnQuantity quantity)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (qn_cycle_new (machine, QN_TOLERANCE, NULL, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID);
  g_assert_cmpint (qn_fault_of (error)->quantity, ==, quantity);
  g_assert_nonnull (strstr (error->message, "allowed: "));
}

/* Each bad number is named: those of every machine, and those of the medium's own. */
static void
test_refusals (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 9);
  const double bad[] = { NAN, INFINITY, -1 };
  QnMachine good = test_resting (rand, medium), machine = good;
  QnQuantity quantity;
  struct
  {
    double *place;
    QnQuantity quantity;
  } numbers[] = {
    { &machine.bath[0].temperature, QN_QUANTITY_TEMPERATURE }, { &machine.bath[0].coupling, QN_QUANTITY_COUPLING }, { &machine.stroke[0].duration, QN_QUANTITY_DURATION },
    { &machine.stroke[0].dephasing, QN_QUANTITY_DEPHASING }, { &machine.start_temperature, QN_QUANTITY_START_TEMPERATURE },
  };

  g_assert_true (qn_machine_check (&good, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    for (gsize place = 0; place < G_N_ELEMENTS (numbers); place++)
      {
        machine = good;
        *numbers[place].place = bad[i];
        assert_refused (&machine, numbers[place].quantity);
      }
  machine = good;
  machine.stroke[0].to = NAN;
  assert_refused (&machine, QN_QUANTITY_CONTROL);
  machine = good;
  machine.n_strokes = QN_MAX_STROKES + 1;
  assert_refused (&machine, QN_QUANTITY_STROKES);
  machine = good;
  machine.stroke[0].swap = 1;
  assert_refused (&machine, QN_QUANTITY_SWAP_ANGLE);
  machine = good;
  for (int i = 0; test_refused (medium, i, &machine.medium, &quantity); i++)
    assert_refused (&machine, quantity);
}

/* A hand on the control in mid-stroke: the state stays, the energy step is work, the books still close. */
static void
test_disturbed (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 11);

  for (int i = 0; i < 70; i++)
    {
      QnMachine machine = test_cyclic (rand, medium), other;
      g_autoptr (QnRun) run = qn_run_new (&machine, 20, 1e-11, NULL, NULL);
      QnReading before, after, start;
      QnRunLedger books;
      double change;

      for (int k = g_rand_int_range (rand, 1, 200); k > 0; k--)
        qn_run_advance (run);
      while (!qn_run_advance (run))
        ;
      qn_run_read (run, &start);
      for (int k = g_rand_int_range (rand, 1, 15); k > 0; k--)
        qn_run_advance (run);
      qn_run_read (run, &before);
      other = machine;
      for (int s = 0; s < 4; s++)
        {
          other.stroke[s].from *= 1.3;
          other.stroke[s].to *= 1.3;
        }
      if (g_str_equal (medium->name, "qubit"))
        other.medium = qn_qubit_spec (g_rand_boolean (rand) ? 0.7 : 0);
      g_assert_true (qn_run_set_machine (run, &other, NULL, NULL));
      qn_run_read (run, &after);
      for (int k = 0; k < 3 && g_str_equal (medium->name, "qubit"); k++)
        g_assert_cmpfloat_with_epsilon (after.bloch[k], before.bloch[k], 1e-13);
      if (!medium->no_kets)
        g_assert_cmpfloat_with_epsilon (after.entropy, before.entropy, 1e-9);
      g_assert_cmpint (after.stroke, ==, before.stroke);
      g_assert_cmpfloat_with_epsilon (after.energy - before.energy, before.work_output - after.work_output, 1e-10);
      change = after.energy - start.energy;
      for (int k = 0; k < 2; k++)
        change -= after.heat[k];
      g_assert_cmpfloat_with_epsilon (change + after.work_output - start.work_output, 0, LAW * 20);
      while (!qn_run_advance (run))
        ;
      g_assert_true (qn_run_last_cycle (run, &books));
      g_assert_true (books.disturbed);
    }
}

typedef struct
{
  const QnMachine *machine;
  int n;
  QnReading reading[20][4 * (POINTS + 1)];
} Threaded;

static gpointer
compute (gpointer data)
{
  Threaded *t = data;

  for (int i = 0; i < t->n; i++)
    {
      g_autoptr (QnCycle) cycle = solve (&t->machine[i], QN_TOLERANCE);

      if (cycle)
        qn_cycle_readings (cycle, POINTS, t->reading[i]);
    }
  return NULL;
}

/* A cycle is a function of its machine alone: the same to the last digit on two threads at once. */
static void
test_threads (gconstpointer data)
{
  const TestMedium *medium = data;
  g_autoptr (GRand) rand = test_rand (SEED + 10);
  QnMachine machine[20];
  Threaded *t[2] = { g_new0 (Threaded, 1), g_new0 (Threaded, 1) };
  GThread *thread[2];

  for (int i = 0; i < 20; i++)
    machine[i] = test_machine (rand, medium);
  for (int k = 0; k < 2; k++)
    {
      t[k]->machine = machine;
      t[k]->n = 20;
      thread[k] = g_thread_new ("cycle", compute, t[k]);
    }
  for (int k = 0; k < 2; k++)
    g_thread_join (thread[k]);
  for (int i = 0; i < 20; i++)
    for (int p = 0; p < machine[i].n_strokes * (POINTS + 1); p++)
      {
        const QnReading *a = &t[0]->reading[i][p], *b = &t[1]->reading[i][p];

        g_assert_cmpmem (a->state, sizeof (double) * a->n_state, b->state, sizeof (double) * b->n_state);
        g_assert_cmpmem (a->heat, sizeof a->heat, b->heat, sizeof b->heat);
        g_assert_cmpmem (a->population, sizeof a->population, b->population, sizeof b->population);
        g_assert_true (memcmp (&a->work_output, &b->work_output, sizeof (double)) == 0);
      }
  g_free (t[0]);
  g_free (t[1]);
}

/* A medium of the program's list that test_media does not draw is held to nothing. */
static void
test_all_drawn (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (guint n = 0; qn_media (n); n++)
    {
      gboolean drawn = FALSE;

      for (const TestMedium *medium = test_media; medium->name; medium++)
        drawn |= medium->draw (rand).klass == qn_media (n);
      if (!drawn)
        g_error ("tests/core/media.c has no row of the medium \"%s\"", qn_media (n)->id);
    }
}

static void
add (const TestMedium *medium, const char *clause, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/media/%s/%s", medium->name, clause);

  g_test_add_data_func (path, medium, test);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/media/all-drawn", test_all_drawn);
  for (const TestMedium *medium = test_media; medium->name; medium++)
    {
      add (medium, "gibbs", test_gibbs);
      add (medium, "not-gibbs", test_not_gibbs);
      add (medium, "settles-to-gibbs", test_settles_to_gibbs);
      add (medium, "laws", test_laws);
      add (medium, "settles", test_settles);
      add (medium, "tolerance", test_tolerance);
      add (medium, "readings", test_readings);
      add (medium, "refusals", test_refusals);
      add (medium, "threads", test_threads);
      if (!medium->no_kets)
        add (medium, "jumps", test_jumps);
      if (!medium->reservoirs)
        {
          add (medium, "quasi-static", test_quasi_static);
          add (medium, "disturbed", test_disturbed);
        }
    }
  return g_test_run ();
}
