/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/statistics/qn-counting.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-runge-kutta.h"
#include "core/machine/qn-flow.h"
#include "core/medium/qn-medium.h"

#define TOO_LONG N_ ("%g is too long in contact to count quanta; allowed: about %.0f turns of the qubit or jumps, so a shorter drive, or no coupling")

#define ACCURACY 1e-13    /* of a step, of a stroke */
#define MOST_CALLS 400000 /* of the derivative: about half a second */
#define TURNS 10000       /* that take about as many */

/* Coordinates of four operators side by side. The first three are rho's derivatives by c at c = 0, the last is at c = -1/T. */
enum { RHO, FIRST, SECOND, TILTED, N_OPERATORS };
#define D 4
#define ALL (N_OPERATORS * D)

typedef struct
{
  const QnMachine *machine;
  const QnStroke *stroke;
  const QnMedium *medium;
  const gint *cancelled;
  int *calls;
} Motion;

/* Both levels at a control: energies, and the coordinates of the projectors. */
typedef struct
{
  double E[2], P[2][D];
} Levels;

static void
levels_at (const QnMedium *medium, double w, Levels *out)
{
  QnOperator P = { { 0 } };
  QnEigen eigen;

  qn_medium_eigen (medium, w, &eigen);
  for (int k = 0; k < 2; k++)
    {
      for (int i = 0; i < 4; i++)
        P[i / 2][i % 2] = eigen.V[i / 2][k] * conj (eigen.V[i % 2][k]);
      qn_medium_state_coordinates (medium, P, out->P[k]);
      out->E[k] = eigen.E[k];
    }
}

static void
set_stuck (gconstpointer data, double tolerance, GError **error)
{
  const Motion *motion = data;

  qn_fault_set (QN_CORE_ERROR_NO_PROGRESS, &(QnFault) { QN_QUANTITY_DURATION, -1, motion->stroke->id, { motion->stroke->duration, TURNS }, TOO_LONG }, error);
}

/* What L_c has beside L of all jumps |end><begin| that bring in q. */
static void
add_jumps (const Levels *levels, int end, double rate, double q, double T, const double *y, double *dy)
{
  const double *from = levels->P[!end], *to = levels->P[end];
  double p[N_OPERATORS] = { 0 }, first, second, tilt;

  for (int i = 0; i < ALL; i++)
    p[i / D] += from[i % D] * y[i];
  first = -rate * q * p[RHO];
  second = rate * q * (q * p[RHO] - 2 * p[FIRST]);
  tilt = rate * expm1 (CLAMP (q / T, -700, 700)) * p[TILTED];
  for (int i = 0; i < D; i++)
    {
      dy[FIRST * D + i] += first * to[i];
      dy[SECOND * D + i] += second * to[i];
      dy[TILTED * D + i] += tilt * to[i];
    }
}

/* L_c of the four operators. */
static gboolean
tilted (gconstpointer data, double s, const double *y, double *dy, GError **error)
{
  const Motion *motion = data;
  double L[D * D], rows[QN_N_ROWS * D], q, down, up, T = motion->machine->start_temperature;
  QnSurroundings at;
  Levels levels;

  if (qn_is_cancelled (motion->cancelled))
    return FALSE;
  qn_stroke_surroundings (motion->machine, motion->stroke, s, &at);
  if ((*motion->calls)++ > MOST_CALLS || !qn_medium_generator (motion->medium, &at, L, rows, NULL))
    {
      set_stuck (motion, 0, error);
      return FALSE;
    }
  for (int i = 0; i < ALL; i++)
    {
      dy[i] = 0;
      for (int j = 0; j < D; j++)
        dy[i] += L[i % D * D + j] * y[i / D * D + j];
    }
  levels_at (motion->medium, at.w, &levels);
  q = levels.E[1] - levels.E[0];
  for (int k = 0; k < at.n_baths; k++)
    if ((at.contacts & (1u << k)) && qn_bath_rates (&at.bath[k], q, &down, &up, NULL)) /* X's element is 1 at every w */
      {
        add_jumps (&levels, 0, down, -q, T, y, dy);
        add_jumps (&levels, 1, up, q, T, y, dy);
      }
  return TRUE;
}

/* Adds f(H) to an operator's coordinates. */
static void
add_function (const Levels *levels, double lower, double upper, double *out)
{
  for (int i = 0; i < D; i++)
    out[i] += lower * levels->P[0][i] + upper * levels->P[1][i];
}

/* Tr[f(H) A] */
static double
trace_with (const Levels *levels, double lower, double upper, const double *a)
{
  double sum = 0;

  for (int i = 0; i < D; i++)
    sum += (lower * levels->P[0][i] + upper * levels->P[1][i]) * a[i];
  return sum;
}

/* Of Gibbs(H): <H> returned. */
static double
begin (const Levels *levels, double T, double *y)
{
  const double *E = levels->E;
  double p1 = 1 / (1 + exp ((E[1] - E[0]) / T)), p0 = 1 - p1;

  add_function (levels, p0, p1, y + RHO * D);
  add_function (levels, -E[0] * p0, -E[1] * p1, y + FIRST * D);
  add_function (levels, E[0] * E[0] * p0, E[1] * E[1] * p1, y + SECOND * D);
  add_function (levels, 1, 1, y + TILTED * D); /* exp(H/T) rho Z */
  return E[0] * p0 + E[1] * p1;
}

/* From <H> at the start, and the lowest level and the gap there. */
static void
end (const Levels *levels, double T, double start, const double *E0, const double *y, QnCounting *out)
{
  const double *E = levels->E;
  double square = trace_with (levels, 1, 1, y + SECOND * D) + 2 * trace_with (levels, E[0], E[1], y + FIRST * D) + trace_with (levels, E[0] * E[0], E[1] * E[1], y + RHO * D);

  out->mean = trace_with (levels, 1, 1, y + FIRST * D) + trace_with (levels, E[0], E[1], y + RHO * D);
  out->heat = trace_with (levels, E[0], E[1], y + RHO * D) - start - out->mean;
  out->variance = MAX (square - out->mean * out->mean, 0);
  /* exp(-H'/T) and 1/Z from the lowest level each */
  out->average = exp ((E0[0] - E[0]) / T) / (1 + exp (-(E0[1] - E0[0]) / T)) * trace_with (levels, 1, exp (-(E[1] - E[0]) / T), y + TILTED * D);
}

gboolean
qn_counting (const QnMachine *machine, const gint *cancelled, QnCounting *out, GError **error)
{
  double y[ALL] = { 0 }, T = machine->start_temperature, start;
  QnMedium medium;
  Levels first, last;
  gboolean ok = TRUE;

  *out = (QnCounting) { 0 };
  qn_medium_init (&medium, &machine->medium, TRUE);
  levels_at (&medium, machine->stroke[0].from, &first);
  levels_at (&medium, machine->stroke[machine->n_strokes - 1].to, &last);
  start = begin (&first, T, y);
  for (int s = 0; s < machine->n_strokes && ok; s++)
    {
      int calls = 0;
      Motion motion = { machine, &machine->stroke[s], &medium, cancelled, &calls };
      QnMovingState state = { ALL, motion.stroke->duration, tilted, set_stuck, &motion };

      ok = state.duration == 0 || qn_runge_kutta (&state, ACCURACY, y, error);
    }
  if (ok)
    end (&last, T, start, first.E, y, out);
  qn_medium_clear (&medium);
  return ok;
}

/* --- The master equation's own ledger ------------------------------------- */

static void
coherent_gibbs (const QnMedium *medium, const QnMachine *machine, double coherence, double *x, QnDriven *out)
{
  double p[2];
  QnOperator rho = { { 0 } };
  QnEigen eigen;

  qn_medium_eigen (medium, machine->stroke[0].from, &eigen);
  qn_medium_thermal_populations (medium, &eigen, machine->start_temperature, p);
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++)
      for (int k = 0; k < 2; k++)
        for (int l = 0; l < 2; l++)
          rho[i][j] += eigen.V[i][k] * (k == l ? p[k] : coherence * sqrt (p[0] * p[1])) * conj (eigen.V[j][l]);
  qn_medium_state_coordinates (medium, rho, x);
  out->coherence = 2 * coherence * sqrt (p[0] * p[1]);
  out->relative = coherence > 0 ? qn_entropy (p, 2) - qn_entropy_qubit (p[0] - p[1], out->coherence) : 0;
}

gboolean
qn_driven_mean (const QnMachine *machine, double coherence, const gint *cancelled, QnDriven *out, GError **error)
{
  double x[QN_MAX_STATE], ledger[QN_N_ROWS] = { 0 };
  QnMedium medium;
  gboolean ok;

  *out = (QnDriven) { 0 };
  qn_medium_init (&medium, &machine->medium, TRUE);
  medium.cancelled = cancelled;
  coherent_gibbs (&medium, machine, coherence, x, out);
  ok = qn_flow_strokes (&medium, machine, ACCURACY, x, ledger, error);
  out->work = ledger[QN_ROW_WORK];
  out->heat = ledger[QN_HOT];
  qn_medium_clear (&medium);
  return ok;
}
