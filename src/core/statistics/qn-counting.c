/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/statistics/qn-counting.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>

#include "core/linear/qn-entropy.h"
#include "core/machine/qn-flow.h"
#include "core/medium/qn-medium.h"

#define ACCURACY 1e-13    /* of a step */
#define MOST_CALLS 400000 /* of the derivative: about half a second */
#define TURNS 10000       /* that take about as many */

/* An operator (t + r.sigma)/2. The first three of a state are rho's derivatives by c at c = 0, the last is at c = -1/T. */
enum { RHO, FIRST, SECOND, TILTED, N_OPERATORS };
typedef double Operators[N_OPERATORS][4];

typedef struct
{
  const QnMachine *machine;
  const QnStroke *stroke;
  const QnMedium *medium;
  QnJumpOperator *jumps;
  int calls;
} Motion;

/* p |level><level|, p the weight on the other level; `up`: 1 where the jump ends in the upper level. */
static void
add_jump (const double *from, const double *axis, gboolean up, double factor, double *to)
{
  double sign = up ? 1 : -1, along = from[1] * axis[0] + from[2] * axis[1] + from[3] * axis[2];
  double p = factor * (from[0] - sign * along) / 2;

  to[0] += p;
  for (int i = 0; i < 3; i++)
    to[i + 1] += sign * p * axis[i];
}

/* -{|level><level|, .} rate/2 of the level that the jump leaves. */
static void
add_loss (const double *from, const double *axis, gboolean up, double rate, double *to)
{
  double sign = up ? -1 : 1, along = from[1] * axis[0] + from[2] * axis[1] + from[3] * axis[2];

  to[0] -= rate / 2 * (from[0] + sign * along);
  for (int i = 0; i < 3; i++)
    to[i + 1] -= rate / 2 * (from[i + 1] + sign * from[0] * axis[i]);
}

static int
derivative (double t, const double *flat, double *out, void *data)
{
  Motion *motion = data;
  const QnMediumSpec *spec = &motion->medium->spec;
  const Operators *y = (gconstpointer) flat;
  Operators *dy = (gpointer) out;
  double w = qn_stroke_control (motion->stroke, spec, CLAMP (t / motion->stroke->duration, 0, 1), NULL), gap = hypot (w, spec->tunnelling);
  double axis[3] = { gap > 0 ? spec->tunnelling / gap : 0, 0, gap > 0 ? w / gap : 1 };
  QnSurroundings at;
  QnEigen eigen;
  int n_jumps;

  qn_medium_eigen (motion->medium, w, &eigen);
  qn_stroke_surroundings (motion->machine, motion->stroke, 1, &at);
  at.w = w;
  n_jumps = qn_medium_jumps (motion->medium, &at, &eigen, motion->jumps, NULL);
  if (n_jumps < 0 || motion->calls++ > MOST_CALLS)
    return GSL_EBADFUNC;
  for (int k = 0; k < N_OPERATORS; k++)
    {
      (*dy)[k][0] = 0;
      for (int i = 0; i < 3; i++)
        (*dy)[k][i + 1] = gap * (axis[(i + 1) % 3] * (*y)[k][(i + 2) % 3 + 1] - axis[(i + 2) % 3] * (*y)[k][(i + 1) % 3 + 1]);
    }
  for (int l = 0; l < n_jumps; l++)
    {
      const QnJumpOperator *jump = &motion->jumps[l];
      double q = jump->quantum, rate = jump->rate * creal (jump->entry[0].x * conj (jump->entry[0].x));
      gboolean up = jump->entry[0].to > jump->entry[0].from;

      for (int k = 0; k < N_OPERATORS; k++)
        {
          add_loss ((*y)[k], axis, up, rate, (*dy)[k]);
          add_jump ((*y)[k], axis, up, k == TILTED ? rate * exp (CLAMP (q / motion->machine->start_temperature, -700, 700)) : rate, (*dy)[k]);
        }
      add_jump ((*y)[RHO], axis, up, -rate * q, (*dy)[FIRST]);
      add_jump ((*y)[FIRST], axis, up, -2 * rate * q, (*dy)[SECOND]);
      add_jump ((*y)[RHO], axis, up, rate * q * q, (*dy)[SECOND]);
    }
  return GSL_SUCCESS;
}

static gboolean
integrate (Motion *motion, const gint *cancelled, double *y, GError **error)
{
  gsl_odeiv2_system system = { derivative, NULL, 4 * N_OPERATORS, motion };
  gsl_odeiv2_driver *driver;
  double t = 0, tau = motion->stroke->duration;
  int status = GSL_SUCCESS, steps = 0;
  gboolean broken_off = FALSE;

  if (tau == 0)
    return TRUE;
  driver = gsl_odeiv2_driver_alloc_y_new (&system, gsl_odeiv2_step_rk8pd, tau * 1e-3, ACCURACY, ACCURACY);
  while (t < tau && status == GSL_SUCCESS && !broken_off)
    {
      status = gsl_odeiv2_evolve_apply (driver->e, driver->c, driver->s, &system, &t, tau, &driver->h, y);
      broken_off = ++steps % 64 == 0 && qn_is_cancelled (cancelled);
    }
  gsl_odeiv2_driver_free (driver);
  if (broken_off)
    return FALSE;
  if (t < tau)
    g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_NO_PROGRESS,
                 "stroke.drive: %g is too long in contact to count quanta; allowed: about %d turns of the qubit or jumps, so a shorter drive, or hot.coupling 0", tau, TURNS);
  return t >= tau;
}

/* Bloch coordinates of f(H) of a qubit whose levels are -+ gap/2. */
static void
function_of_energy (const QnMedium *medium, double w, double lower, double upper, double out[4])
{
  double gap = hypot (w, medium->spec.tunnelling);

  out[0] = lower + upper;
  out[1] = gap > 0 ? (upper - lower) * medium->spec.tunnelling / gap : 0;
  out[2] = 0;
  out[3] = gap > 0 ? (upper - lower) * w / gap : upper - lower;
}

/* Tr[A B] = (t t' + r.r')/2 */
static double
trace_of (const double a[4], const double b[4])
{
  return (a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]) / 2;
}

static void
begin (const QnMedium *medium, const QnMachine *machine, Operators y)
{
  double T = machine->start_temperature, w = machine->stroke[0].from, e = hypot (w, medium->spec.tunnelling) / 2;
  double p1 = 1 / (1 + exp (2 * e / T)), p0 = 1 - p1;

  function_of_energy (medium, w, p0, p1, y[RHO]);
  function_of_energy (medium, w, e * p0, -e * p1, y[FIRST]);
  function_of_energy (medium, w, e * e * p0, e * e * p1, y[SECOND]);
  function_of_energy (medium, w, 1, 1, y[TILTED]); /* exp(H/T) rho Z */
}

static void
end (const QnMedium *medium, const QnMachine *machine, Operators y, QnCounting *out)
{
  double T = machine->start_temperature, w = machine->stroke[machine->n_strokes - 1].to, e = hypot (w, medium->spec.tunnelling) / 2;
  double e0 = hypot (machine->stroke[0].from, medium->spec.tunnelling) / 2, one[4], H[4], H2[4], weight[4], square;

  function_of_energy (medium, w, 1, 1, one);
  function_of_energy (medium, w, -e, e, H);
  function_of_energy (medium, w, e * e, e * e, H2);
  function_of_energy (medium, w, 1, exp (-2 * e / T), weight); /* exp(-(H' + e)/T) */
  out->mean = trace_of (one, y[FIRST]) + trace_of (H, y[RHO]);
  square = trace_of (one, y[SECOND]) + 2 * trace_of (H, y[FIRST]) + trace_of (H2, y[RHO]);
  out->variance = MAX (square - out->mean * out->mean, 0);
  out->average = exp ((e - e0) / T) / (1 + exp (-2 * e0 / T)) * trace_of (weight, y[TILTED]);
}

gboolean
qn_counting (const QnMachine *machine, const gint *cancelled, QnCounting *out, GError **error)
{
  g_autofree QnJumpOperator *jumps = g_new (QnJumpOperator, QN_MAX_JUMPS);
  QnMedium medium;
  Operators y;
  Motion motion = { machine, NULL, &medium, jumps };
  gboolean ok = TRUE;

  *out = (QnCounting) { 0 };
  qn_medium_init (&medium, &machine->medium, TRUE);
  begin (&medium, machine, y);
  for (int s = 0; s < machine->n_strokes && ok; s++)
    {
      motion.stroke = &machine->stroke[s];
      ok = integrate (&motion, cancelled, &y[0][0], error);
    }
  if (ok)
    {
      double H0[4], H1[4], start[4], e0 = hypot (machine->stroke[0].from, medium.spec.tunnelling) / 2, p1 = 1 / (1 + exp (2 * e0 / machine->start_temperature));
      double e1 = hypot (machine->stroke[machine->n_strokes - 1].to, medium.spec.tunnelling) / 2;

      end (&medium, machine, y, out);
      function_of_energy (&medium, machine->stroke[0].from, -e0, e0, H0);
      function_of_energy (&medium, machine->stroke[0].from, 1 - p1, p1, start);
      function_of_energy (&medium, machine->stroke[machine->n_strokes - 1].to, -e1, e1, H1);
      out->heat = trace_of (H1, y[RHO]) - trace_of (H0, start) - out->mean;
    }
  qn_medium_clear (&medium);
  return ok;
}

/* --- The master equation's own books -------------------------------------- */

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
  {
    double half = hypot (p[0] - p[1], out->coherence) / 2, own[2] = { 0.5 + half, MAX (0.5 - half, 0) };

    out->relative = coherence > 0 ? qn_entropy (p, 2) - qn_entropy (own, 2) : 0;
  }
}

gboolean
qn_driven_mean (const QnMachine *machine, double coherence, const gint *cancelled, QnDriven *out, GError **error)
{
  double x[QN_MAX_STATE], books[QN_N_ROWS] = { 0 }, w = machine->stroke[0].from;
  QnMedium medium;
  QnMap map;
  gboolean ok = TRUE;

  *out = (QnDriven) { 0 };
  qn_medium_init (&medium, &machine->medium, TRUE);
  medium.cancelled = cancelled;
  qn_map_init (&map, medium.d, medium.n_rows);
  coherent_gibbs (&medium, machine, coherence, x, out);
  for (int s = 0; s < machine->n_strokes && ok; s++)
    {
      double first = qn_stroke_first (&machine->stroke[s]);

      out->work += qn_medium_energy (&medium, first, x) - qn_medium_energy (&medium, w, x);
      ok = qn_flow_stroke (&medium, machine, &machine->stroke[s], 0, 1, 1e-13, &map, error);
      qn_map_apply (&map, x, x, books);
      w = qn_stroke_last (&machine->stroke[s]);
    }
  out->work += books[QN_ROW_WORK];
  out->heat = books[QN_HOT];
  qn_map_clear (&map);
  qn_medium_clear (&medium);
  return ok;
}
