/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/statistics/qn-two-point.h"

#include <complex.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_sf_bessel.h>

#include "core/machine/qn-flow.h"
#include "core/medium/qn-oscillator.h"

#define TOO_MANY N_ ("%g needs %.0f by %.0f levels of the oscillator; allowed: what takes no more than %.0f pairs, so a lower temperature or a gentler drive")
#define TOO_FAR N_ ("%g puts %g quanta into the oscillator; allowed: no more than %g, so a shorter or slower drag")

#define TOLERANCE 1e-13
#define WEIGHT 40.0 /* -ln of what is left out */
#define MOST_DISPLACEMENT 300.0

void
qn_two_point_clear (QnTwoPoint *process)
{
  g_clear_pointer (&process->from, g_free);
  g_clear_pointer (&process->to, g_free);
  g_clear_pointer (&process->log_p, g_free);
  g_clear_pointer (&process->log_q, g_free);
  g_clear_pointer (&process->forward, g_free);
  g_clear_pointer (&process->reverse, g_free);
}

static void
allocate (QnTwoPoint *out, int n_from, int n_to)
{
  *out = (QnTwoPoint) { .n_from = n_from, .n_to = n_to };
  out->from = g_new (double, n_from);
  out->to = g_new (double, n_to);
  out->log_p = g_new (double, n_from);
  out->log_q = g_new (double, n_to);
  out->forward = g_new (double, (gsize) n_from * n_to);
  out->reverse = g_new (double, (gsize) n_from * n_to);
}

/* ln of the Gibbs populations of these levels; returns -T ln Z. */
static double
gibbs (const double *E, int n, double temperature, double *log_p)
{
  double Z = 0;

  for (int i = 0; i < n; i++)
    Z += exp (-(E[i] - E[0]) / temperature);
  for (int i = 0; i < n; i++)
    log_p[i] = -(E[i] - E[0]) / temperature - log (Z);
  return E[0] - temperature * log (Z);
}

void
qn_reverse_drive (const QnMachine *forward, QnMachine *reverse)
{
  QnStroke drive = forward->stroke[0];

  *reverse = *forward;
  drive.from = forward->stroke[0].to;
  drive.to = forward->stroke[0].from;
  drive.id = "reverse";
  if (drive.shape == QN_RAMP_SUDDEN && drive.duration > 0)
    {
      QnStroke rest = drive;

      rest.to = rest.from;
      reverse->stroke[reverse->n_strokes++] = drive;
      reverse->stroke[0] = rest;
      reverse->stroke[1].duration = 0;
    }
  else
    reverse->stroke[0] = drive;
}

/* --- Qubit ---------------------------------------------------------------- */

/* P(m|n) of all strokes one after the other. */
static gboolean
qubit_probabilities (const QnMachine *machine, double *P, double E[2][2], const gint *cancelled, GError **error)
{
  QnEigen first, last;
  QnMedium medium;
  gboolean ok = TRUE;

  qn_medium_init (&medium, &machine->medium, TRUE);
  medium.cancelled = cancelled;
  qn_medium_eigen (&medium, machine->stroke[0].from, &first);
  qn_medium_eigen (&medium, machine->stroke[machine->n_strokes - 1].to, &last);
  for (int n = 0; n < 2 && ok; n++)
    {
      double x[QN_MAX_STATE], ledger[QN_N_ROWS] = { 0 }, only[2] = { n == 0, n == 1 };
      QnOperator rho;

      qn_medium_state (&medium, machine->stroke[0].from, only, x);
      ok = qn_flow_strokes (&medium, machine, TOLERANCE, x, ledger, error);
      qn_medium_state_matrix (&medium, x, rho);
      for (int m = 0; m < 2; m++)
        P[2 * n + m] = CLAMP (creal (qn_operator_element (2, &last, rho, m, m)), 0, 1);
      E[0][n] = first.E[n];
      E[1][n] = last.E[n];
    }
  qn_medium_clear (&medium);
  return ok;
}

gboolean
qn_two_point_qubit (const QnMachine *forward, const gint *cancelled, QnTwoPoint *out, GError **error)
{
  double T = forward->start_temperature, E[2][2], back[2][2];
  QnMachine reverse;

  allocate (out, 2, 2);
  qn_reverse_drive (forward, &reverse);
  if (!qubit_probabilities (forward, out->forward, E, cancelled, error) || !qubit_probabilities (&reverse, out->reverse, back, cancelled, error))
    {
      qn_two_point_clear (out);
      return FALSE;
    }
  memcpy (out->from, E[0], sizeof E[0]);
  memcpy (out->to, E[1], sizeof E[1]);
  out->free_energy = -gibbs (out->from, 2, T, out->log_p);
  out->free_energy += gibbs (out->to, 2, T, out->log_q);
  out->slope = 1 / T;
  return TRUE;
}

/* --- Number states -------------------------------------------------------- */

/* <m|S|n> over m, of one n: since S (a^+a + 1/2) S^+ = Q (a^+a + 1/2) + (sigma/2)(a^2 + a^+^2), sigma = sinh 2r,
 *
 *   c_{m+2} v_{m+2} + c_m v_{m-2} = (n + 1/2 - Q (m + 1/2)) v_m,   c_m = (sigma/2) sqrt(m (m-1)).
 *
 * Upwards from m = 0 or 1 to where classical motion turns round, and beyond, where rounding would grow, by the ratios
 * v_{m+2}/v_m of the solution that falls, found downwards. `v` is kept near 1, its logarithm `log_scale` apart. */
static void
squeezed_row (double Q, double sigma, int n, int n_to, double *ratio, double *P)
{
  double t = sigma / (Q + 1), s = sqrt (2 / (Q + 1)), half = n / 2, before = 0, v = 1;
  double log_scale = (n % 2 ? 1.5 : 0.5) * log (s) + half * log (t / 2) - lgamma (half + 1) + lgamma (n + 1.0) / 2;
  double turn = (n + 0.5) * (Q + sigma) - 0.5;
  int far = (int) (40 / -log (t)) + 100, first = n % 2;

  if (turn < n_to)
    {
      double r = -t;

      for (int m = (n_to + far) / 2 * 2 + first; m >= 2 + first; m -= 2)
        {
          if (m > turn)
            r = sigma / 2 * sqrt (m * (m - 1.0)) / (n + 0.5 - Q * (m + 0.5) - sigma / 2 * sqrt ((m + 1.0) * (m + 2)) * r);
          if (m - 2 < n_to)
            ratio[m - 2] = r;
        }
    }
  for (int m = first; m < n_to; m += 2)
    {
      double next = m + 2 <= turn ? ((n + 0.5 - Q * (m + 0.5)) * v - sigma / 2 * sqrt (m * (m - 1.0)) * before) / (sigma / 2 * sqrt ((m + 1.0) * (m + 2))) : v * ratio[m];

      P[m] = v * v * exp (2 * log_scale);
      before = v;
      v = next;
      if (fabs (v) > 1e100 || (fabs (v) < 1e-100 && fabs (v) > 0 && m + 2 > turn))
        {
          double scale = fabs (v);

          log_scale += log (scale);
          v /= scale;
          before /= scale;
        }
    }
}

void
qn_squeezed_numbers (double adiabaticity, int n_from, int n_to, double *P)
{
  double sigma = sqrt (MAX ((adiabaticity - 1) * (adiabaticity + 1), 0));
  g_autofree double *ratio = g_new0 (double, n_to);

  memset (P, 0, sizeof (double) * n_from * n_to);
  for (int n = 0; n < n_from; n++)
    if (sigma > 0)
      squeezed_row (adiabaticity, sigma, n, n_to, ratio, P + (gsize) n * n_to);
    else if (n < n_to)
      P[(gsize) n * n_to + n] = 1;
}

void
qn_displaced_numbers (double x, int n_from, int n_to, double *P)
{
  int last = MAX (n_from, n_to) - 1;

  for (int k = 0; k <= last; k++)
    {
      double before = 0, f = x > 0 ? exp ((k * log (x) - x - lgamma (k + 1.0)) / 2) : k == 0;

      for (int n = 0; n + k <= last; n++)
        {
          double next = ((2 * n + 1 + k - x) * f - sqrt ((double) n * (n + k)) * before) / sqrt ((n + 1.0) * (n + 1 + k));

          if (n < n_from && n + k < n_to)
            P[(gsize) n * n_to + n + k] = f * f;
          if (n < n_to && n + k < n_from)
            P[(gsize) (n + k) * n_to + n] = f * f;
          before = f;
          f = next;
        }
    }
}

static double
oscillator_free_energy (double w, double T)
{
  return w / 2 + T * log1p (-exp (-w / T));
}

/* ln of the populations of all levels there are, of which the first n are listed. */
static void
list_levels (double w, double T, int n, double *E, double *log_p)
{
  for (int i = 0; i < n; i++)
    {
      E[i] = w * (i + 0.5);
      log_p[i] = -w * i / T + log1p (-exp (-w / T));
    }
}

/* Levels of weight above e^-WEIGHT in a state whose widest quadrature has variance X (1/2: the vacuum's). */
static double
reach (double X)
{
  return 2 + ceil (WEIGHT / log ((X + 0.5) / (X - 0.5)));
}

static double
thermal (double w, double T)
{
  return 0.5 / tanh (w / (2 * T));
}

static gboolean
check_levels (double n_from, double n_to, double T, GError **error)
{
  if (n_from * n_to <= QN_MOST_PAIRS)
    return TRUE;
  return qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { QN_QUANTITY_TEMPERATURE, QN_HOT, NULL, { T, n_from, n_to, QN_MOST_PAIRS }, TOO_MANY }, error);
}

double
qn_drive_adiabaticity (const QnMachine *machine, const gint *cancelled, GError **error)
{
  double w0 = machine->stroke[0].from, w1 = machine->stroke[machine->n_strokes - 1].to, x[QN_MAX_STATE], ledger[QN_N_ROWS] = { 0 }, Q = NAN, start;
  QnMedium medium;

  qn_medium_init (&medium, &machine->medium, TRUE);
  medium.cancelled = cancelled;
  qn_oscillator_gibbs (w0, w0, x);
  start = qn_oscillator_energy (w0, x);
  if (qn_flow_strokes (&medium, machine, TOLERANCE, x, ledger, error))
    Q = MAX (qn_oscillator_adiabaticity (w0, start, w1, qn_oscillator_energy (w1, x)), 1);
  qn_medium_clear (&medium);
  return Q;
}

gboolean
qn_two_point_oscillator (const QnMachine *forward, const gint *cancelled, QnTwoPoint *out, GError **error)
{
  double T = forward->start_temperature, w0 = forward->stroke[0].from, w1 = forward->stroke[0].to;
  double X0 = thermal (w0, T), X1 = thermal (w1, T), Q, back, wider, n_from, n_to;
  QnMachine reverse;

  qn_reverse_drive (forward, &reverse);
  Q = qn_drive_adiabaticity (forward, cancelled, error);
  if (isnan (Q))
    return FALSE;
  back = qn_drive_adiabaticity (&reverse, cancelled, error);
  if (isnan (back))
    return FALSE;
  wider = exp (acosh (MAX (Q, back)));
  n_from = MAX (reach (X0), reach (X1 * wider));
  n_to = MAX (reach (X1), reach (X0 * wider));
  if (!check_levels (n_from, n_to, T, error))
    return FALSE;
  allocate (out, (int) n_from, (int) n_to);
  list_levels (w0, T, out->n_from, out->from, out->log_p);
  list_levels (w1, T, out->n_to, out->to, out->log_q);
  qn_squeezed_numbers (Q, out->n_from, out->n_to, out->forward);
  qn_squeezed_numbers (back, out->n_to, out->n_from, out->reverse);
  out->slope = 1 / T;
  out->free_energy = oscillator_free_energy (w1, T) - oscillator_free_energy (w0, T);
  return TRUE;
}

/* --- Trap ----------------------------------------------------------------- */

/* |int_0^1 v(s) exp(iws tau) ds| of a path's speed v, b = w tau/2: of v = 1 and of v = 30 s^2 (1-s)^2, spherical Bessel
 * functions both. */
static double
overlap (double b, QnRampShape shape)
{
  if (b == 0 || shape == QN_RAMP_SUDDEN)
    return 1;
  if (shape != QN_RAMP_SMOOTH)
    return gsl_sf_bessel_j0 (b);
  return b < 1e-3 ? 1 - b * b / 14 : 15 * gsl_sf_bessel_j2 (b) / (b * b);
}

double
qn_trap_displacement (double w, double distance, double duration, QnRampShape shape)
{
  double amplitude = sqrt (w / 2) * distance * overlap (w * duration / 2, shape);

  return amplitude * amplitude;
}

/* Dragged back the trap makes the same displacement the other way: the path is its own mirror image. */
gboolean
qn_two_point_trap (double w, double temperature, double distance, double duration, QnRampShape shape, QnTwoPoint *out, GError **error)
{
  double x = qn_trap_displacement (w, distance, duration, shape), back = qn_trap_displacement (w, -distance, duration, shape);
  double start = reach (thermal (w, temperature)), n = ceil (pow (sqrt (start) + sqrt (x) + 5, 2));

  if (x > MOST_DISPLACEMENT)
    return qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { QN_QUANTITY_DISTANCE, -1, NULL, { distance, x, MOST_DISPLACEMENT }, TOO_FAR }, error);
  if (!check_levels (n, n, temperature, error))
    return FALSE;
  allocate (out, (int) n, (int) n);
  list_levels (w, temperature, (int) n, out->from, out->log_p);
  list_levels (w, temperature, (int) n, out->to, out->log_q);
  qn_displaced_numbers (x, (int) n, (int) n, out->forward);
  qn_displaced_numbers (back, (int) n, (int) n, out->reverse);
  out->slope = 1 / temperature;
  out->free_energy = 0;
  return TRUE;
}

/* --- Moments in closed form ------------------------------------------------ */

gboolean
qn_work_moments_oscillator (const QnMachine *forward, const gint *cancelled, QnWorkMoments *out, GError **error)
{
  double T = forward->start_temperature, w0 = forward->stroke[0].from, w1 = forward->stroke[0].to, Q, back, c = thermal (w0, T), square = 2 * c * c - 0.25;
  QnMachine reverse;

  qn_reverse_drive (forward, &reverse);
  Q = qn_drive_adiabaticity (forward, cancelled, error);
  back = isnan (Q) ? NAN : qn_drive_adiabaticity (&reverse, cancelled, error);
  if (isnan (back))
    return FALSE;
  out->mean = (w1 * Q - w0) * c;
  out->variance = w1 * w1 * (Q * Q * square + (Q - 1) * (Q + 1) / 2 * (square + 0.75)) - 2 * w0 * w1 * Q * square + w0 * w0 * square - out->mean * out->mean;
  out->mean_reverse = -(w0 * back - w1) * thermal (w1, T);
  out->average = expm1 (-w0 / T) / expm1 (-w1 / T) * exp ((w0 - w1) / (2 * T)); /* u = exp(-w1/T), v = 1: the root is 1/(1 - u) */
  out->free_energy = oscillator_free_energy (w1, T) - oscillator_free_energy (w0, T);
  return TRUE;
}

void
qn_work_moments_trap (double w, double temperature, double distance, double duration, QnRampShape shape, QnWorkMoments *out)
{
  double x = qn_trap_displacement (w, distance, duration, shape), N = 1 / expm1 (w / temperature);

  out->mean = w * x;
  out->variance = w * w * x * (2 * N + 1);
  out->mean_reverse = -w * qn_trap_displacement (w, -distance, duration, shape);
  out->average = exp (x * ((N + 1) * expm1 (-w / temperature) + N * expm1 (w / temperature)));
  out->free_energy = 0;
}

/* --- Pair ----------------------------------------------------------------- */

/* States |i, j>, i of the hot qubit: 2 i + j. exp(-i angle SWAP) = cos(angle) - i sin(angle) SWAP; backwards it is its own
 * adjoint, whose probabilities are of the matrix transposed. */
void
qn_two_point_pair (double w, double hot, double cold, double angle, QnTwoPoint *out)
{
  double Z = (1 + exp (-w / hot)) * (1 + exp (-w / cold));

  allocate (out, 4, 4);
  for (int a = 0; a < 4; a++)
    {
      int swapped = a % 2 * 2 + a / 2;

      out->from[a] = out->to[a] = -w * (a / 2);
      out->log_p[a] = out->log_q[a] = -w * (a / 2) / hot - w * (a % 2) / cold - log (Z);
      for (int b = 0; b < 4; b++)
        {
          double _Complex u = (a == b ? cos (angle) : 0) - (b == swapped ? I * sin (angle) : 0);

          out->forward[4 * a + b] = creal (u * conj (u));
          out->reverse[4 * b + a] = creal (conj (u) * u);
        }
    }
  out->slope = 1 / cold - 1 / hot;
  out->free_energy = 0;
}
