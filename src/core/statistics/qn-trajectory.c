/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/statistics/qn-trajectory.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-complex.h"
#include "core/linear/qn-quadrature.h"
#include "core/linear/qn-random.h"
#include "core/linear/qn-swap.h"
#include "core/machine/qn-flow.h"
#include "core/medium/qn-medium-class.h"
#include "core/medium/qn-medium.h"

#define TOO_LONG N_ ("%g is too long for single runs; allowed: shorter strokes, or weaker couplings")

#define LEAF 0.125        /* norm of a leaf's exponent at most */
#define TERMS 10          /* of its Taylor series: what is left out is below 1e-15 */
#define LEAST_DEPTH 4
#define MOST_DEPTH 15     /* of a driven stroke's tree */
#define MOST_HALVINGS 40  /* of a resting one's */
#define ACCURACY 1e-9     /* of a driven stroke's propagator */

typedef double _Complex Complex;

/* A stroke cut into 2^depth leaves. level[m]: propagators of the 2^m parts of equal length (resting: of one, as all are
 * alike), n x n; leaf: their exponents. */
typedef struct
{
  gboolean steady;
  int depth;
  Complex *level[MOST_HALVINGS + 1];
  Complex *leaf;
  QnEigen eigen; /* resting: of the whole stroke */
  QnJumpOperator *jumps;
  int n_jumps;
} Stroke;

struct _QnUnravelling
{
  QnMachine machine;
  QnMedium medium;
  int n;
  Stroke stroke[QN_MAX_STROKES];
  double start[QN_MAX_LEVELS]; /* populations */
};

/* --- Kets ----------------------------------------------------------------- */

static inline void
apply (int n, const Complex *a, const Complex *x, Complex *out)
{
  for (int i = 0; i < n; i++)
    {
      Complex sum = 0;

      for (int k = 0; k < n; k++)
        sum += a[i * n + k] * x[k];
      out[i] = sum;
    }
}

static inline double
norm2 (int n, const Complex *x)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += creal (x[i]) * creal (x[i]) + cimag (x[i]) * cimag (x[i]);
  return sum;
}

/* --- What moves the ket between jumps ------------------------------------- */

static int
jumps_at (const QnUnravelling *u, int i, double w, QnEigen *eigen, QnJumpOperator *jumps, GError **error)
{
  QnSurroundings at;

  qn_stroke_surroundings (&u->machine, &u->machine.stroke[i], 1, &at);
  at.w = w;
  qn_medium_eigen (&u->medium, w, eigen);
  return qn_medium_jumps (&u->medium, &at, eigen, jumps, error);
}

/* -(1/2) sum rate L^+ L in the energy basis. */
static void
add_decay (int n, const QnJumpOperator *jumps, int n_jumps, Complex *G)
{
  for (int l = 0; l < n_jumps; l++)
    for (int a = 0; a < jumps[l].n; a++)
      for (int b = 0; b < jumps[l].n; b++)
        if (jumps[l].entry[a].to == jumps[l].entry[b].to)
          G[jumps[l].entry[a].from * n + jumps[l].entry[b].from] -= jumps[l].rate / 2 * conj (jumps[l].entry[a].x) * jumps[l].entry[b].x;
}

/* V g V^+ */
static void
from_energy_basis (int n, const QnEigen *eigen, const Complex *g, Complex *out)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        Complex sum = 0;

        for (int k = 0; k < n; k++)
          for (int l = 0; l < n; l++)
            if (g[k * n + l] != 0)
              sum += eigen->V[i][k] * g[k * n + l] * conj (eigen->V[j][l]);
        out[i * n + j] += sum;
      }
}

/* H_CD of the energy basis, times -i. */
static void
add_counterdiabatic (const QnUnravelling *u, const QnEigen *eigen, double wdot, Complex *g)
{
  int n = u->n;

  for (int k = 0; k < n; k++)
    for (int l = 0; l < n; l++)
      {
        Complex h = 0;

        if (k == l || eigen->E[l] == eigen->E[k])
          continue;
        for (int i = 0; i < n; i++)
          for (int j = 0; j < n; j++)
            h += conj (eigen->V[i][k]) * u->medium.H1[i][j] * eigen->V[j][l];
        g[k * n + l] += -I * (I * h * wdot / (eigen->E[l] - eigen->E[k]));
      }
}

/* dket/dt = G ket at fraction s. Kets of a diagonal medium stay energy levels: phases are left out. */
static gboolean
generator (const QnUnravelling *u, int i, double s, QnJumpOperator *scratch, Complex *G, GError **error)
{
  const QnStroke *stroke = &u->machine.stroke[i];
  Complex g[QN_MAX_LEVELS * QN_MAX_LEVELS] = { 0 };
  double wdot, w = qn_stroke_control (stroke, &u->machine.medium, s, &wdot);
  QnEigen eigen;
  int n = u->n, n_jumps = jumps_at (u, i, w, &eigen, scratch, error);

  if (n_jumps < 0)
    return FALSE;
  memset (G, 0, sizeof (Complex) * n * n);
  add_decay (n, scratch, n_jumps, g);
  if (stroke->counterdiabatic && wdot != 0 && !u->medium.diagonal)
    add_counterdiabatic (u, &eigen, wdot, g);
  from_energy_basis (n, &eigen, g, G);
  for (int a = 0; !u->medium.diagonal && a < n; a++)
    for (int b = 0; b < n; b++)
      G[a * n + b] += -I * (u->medium.turn[a][b] + w * u->medium.H1[a][b]);
  return TRUE;
}

/* --- Trees of propagators ------------------------------------------------- */

static void
clear_levels (Stroke *stroke)
{
  for (int m = 0; m <= MOST_HALVINGS; m++)
    g_clear_pointer (&stroke->level[m], g_free);
  g_clear_pointer (&stroke->leaf, g_free);
}

/* All leaves alike: one propagator a level. */
static gboolean
plant_resting (QnUnravelling *u, int i, QnJumpOperator *scratch, GError **error)
{
  Stroke *stroke = &u->stroke[i];
  int n = u->n, size = n * n;
  double T = u->machine.stroke[i].duration, norm;

  stroke->leaf = g_new (Complex, size);
  if (!generator (u, i, 1, scratch, stroke->leaf, error))
    return FALSE;
  for (norm = qn_complex_norm (n, stroke->leaf) * T, stroke->depth = LEAST_DEPTH; norm > LEAF * (1 << stroke->depth) && stroke->depth < 30; stroke->depth++)
    ;
  for (int k = 0; k < size; k++)
    stroke->leaf[k] *= T / (double) (1 << stroke->depth);
  for (int m = stroke->depth; m >= 0; m--)
    {
      stroke->level[m] = g_new (Complex, size);
      if (m == stroke->depth)
        qn_complex_exponential (n, stroke->leaf, stroke->level[m]);
      else
        qn_complex_multiply (n, stroke->level[m + 1], stroke->level[m + 1], stroke->level[m]);
    }
  stroke->jumps = g_new (QnJumpOperator, QN_MAX_JUMPS);
  stroke->n_jumps = jumps_at (u, i, u->machine.stroke[i].to, &stroke->eigen, stroke->jumps, error);
  return stroke->n_jumps >= 0;
}

/* Magnus' exponent of 4th order of each leaf from two Gauss nodes: Blanes et al., Phys. Rep. 470 (2009) 151, eq. (253). */
static gboolean
grow_leaves (const QnUnravelling *u, int i, int depth, QnJumpOperator *scratch, Complex *leaf, GError **error)
{
  int n = u->n, size = n * n, leaves = 1 << depth;
  double h = u->machine.stroke[i].duration / leaves;
  Complex A[2][QN_MAX_LEVELS * QN_MAX_LEVELS], AB[QN_MAX_LEVELS * QN_MAX_LEVELS], BA[QN_MAX_LEVELS * QN_MAX_LEVELS];

  for (int l = 0; l < leaves; l++)
    {
      if (qn_is_cancelled (u->medium.cancelled))
        return FALSE;
      for (int q = 0; q < 2; q++)
        if (!generator (u, i, (l + 0.5 + (q ? 1 : -1) * QN_GAUSS_2) / leaves, scratch, A[q], error))
          return FALSE;
      qn_complex_multiply (n, A[1], A[0], AB);
      qn_complex_multiply (n, A[0], A[1], BA);
      for (int k = 0; k < size; k++)
        leaf[l * size + k] = h / 2 * (A[0][k] + A[1][k]) + h * h * 0.14433756729740644113 * (AB[k] - BA[k]);
    }
  return TRUE;
}

static void
grow_levels (int n, Stroke *stroke)
{
  int size = n * n;

  for (int m = stroke->depth; m >= 0; m--)
    {
      stroke->level[m] = g_new (Complex, (gsize) size << m);
      for (int l = 0; l < 1 << m; l++)
        if (m == stroke->depth)
          qn_complex_exponential (n, stroke->leaf + l * size, stroke->level[m] + l * size);
        else
          qn_complex_multiply (n, stroke->level[m + 1] + (2 * l + 1) * size, stroke->level[m + 1] + 2 * l * size, stroke->level[m] + l * size);
    }
}

/* Leaves are doubled until the whole stroke's propagator no longer changes. */
static gboolean
plant_driven (QnUnravelling *u, int i, QnJumpOperator *scratch, GError **error)
{
  Stroke *stroke = &u->stroke[i];
  int n = u->n, size = n * n;
  Complex before[QN_MAX_LEVELS * QN_MAX_LEVELS];
  gboolean known = FALSE;

  for (stroke->depth = LEAST_DEPTH; stroke->depth <= MOST_DEPTH; stroke->depth++)
    {
      double change = 0, norm = 0;

      clear_levels (stroke);
      stroke->leaf = g_new (Complex, (gsize) size << stroke->depth);
      if (!grow_leaves (u, i, stroke->depth, scratch, stroke->leaf, error))
        return FALSE;
      for (int l = 0; l < 1 << stroke->depth; l++)
        norm = MAX (norm, qn_complex_norm (n, stroke->leaf + l * size));
      if (norm > LEAF)
        continue;
      grow_levels (n, stroke);
      for (int k = 0; k < size; k++)
        change = MAX (change, known ? cabs (stroke->level[0][k] - before[k]) : 1);
      if (change < 15 * ACCURACY)
        return TRUE;
      memcpy (before, stroke->level[0], sizeof (Complex) * size);
      known = TRUE;
    }
  return qn_fault_set (QN_CORE_ERROR_NO_PROGRESS, &(QnFault) { QN_QUANTITY_DURATION, i, u->machine.stroke[i].id, { u->machine.stroke[i].duration }, TOO_LONG }, error);
}

QnUnravelling *
qn_unravelling_new (const QnMachine *machine, const gint *cancelled, GError **error)
{
  g_autoptr (QnUnravelling) u = g_new0 (QnUnravelling, 1);
  g_autofree QnJumpOperator *scratch = g_new (QnJumpOperator, QN_MAX_JUMPS);
  QnEigen eigen;

  if (!qn_machine_check (machine, error))
    return NULL;
  if (machine->medium.klass->gaussian)
    {
      qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { .quantity = QN_QUANTITY_MEDIUM, .place = -1, .text = N_ ("an oscillator has no single runs; allowed: media of finitely many levels") }, error);
      return NULL;
    }
  u->machine = *machine;
  qn_medium_init (&u->medium, &machine->medium, FALSE);
  u->medium.cancelled = cancelled;
  u->n = u->medium.n;
  qn_medium_eigen (&u->medium, machine->stroke[0].from, &eigen);
  qn_medium_thermal_populations (&u->medium, &eigen, machine->start_temperature, u->start);
  for (int i = 0; i < machine->n_strokes; i++)
    {
      u->stroke[i].steady = qn_stroke_is_steady (machine, &machine->stroke[i]);
      if (machine->stroke[i].duration == 0)
        continue;
      if (!(u->stroke[i].steady ? plant_resting (u, i, scratch, error) : plant_driven (u, i, scratch, error)))
        return NULL;
    }
  return g_steal_pointer (&u);
}

void
qn_unravelling_free (QnUnravelling *u)
{
  if (!u)
    return;
  for (int i = 0; i < QN_MAX_STROKES; i++)
    {
      clear_levels (&u->stroke[i]);
      g_free (u->stroke[i].jumps);
    }
  qn_medium_clear (&u->medium);
  g_free (u);
}

int
qn_unravelling_points (const QnUnravelling *u, int stroke)
{
  return 1 << u->stroke[stroke].depth;
}

/* --- One run -------------------------------------------------------------- */

static double
control_of (const QnUnravelling *u, const QnTrajectory *run)
{
  const QnStroke *stroke = &u->machine.stroke[run->stroke];

  if (run->point == 0)
    return qn_stroke_first (stroke);
  return qn_stroke_control (stroke, &u->machine.medium, (double) run->point / (1 << u->stroke[run->stroke].depth), NULL);
}

static void
fall_into (const QnUnravelling *u, const QnEigen *eigen, int level, QnTrajectory *run)
{
  for (int i = 0; i < u->n; i++)
    run->ket[i] = eigen->V[i][level];
  run->wanted = qn_random (run->rng);
}

static int
draw (int n, const double *p, guint64 rng[4])
{
  double sum = 0, left;
  int k = 0;

  for (int i = 0; i < n; i++)
    sum += MAX (p[i], 0);
  for (left = qn_random (rng) * sum; k < n - 1 && left >= MAX (p[k], 0); k++)
    left -= MAX (p[k], 0);
  return k;
}

void
qn_trajectory_start (const QnUnravelling *u, guint64 seed, guint64 index, const double *p, QnTrajectory *run)
{
  QnEigen eigen;

  memset (run, 0, sizeof *run);
  qn_random_seed (run->rng, seed, index);
  qn_medium_eigen (&u->medium, u->machine.stroke[0].from, &eigen);
  fall_into (u, &eigen, draw (u->n, p ? p : u->start, run->rng), run);
}

/* rho = sum of columns of Cholesky's factor with themselves; p: their weights. Pivots that rounding made negative are 0. */
static void
mix (int n, const Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS], Complex L[QN_MAX_LEVELS][QN_MAX_LEVELS], double *p)
{
  for (int k = 0; k < n; k++)
    {
      double pivot = creal (rho[k][k]);

      for (int m = 0; m < k; m++)
        pivot -= norm2 (1, &L[m][k]);
      pivot = pivot > 1e-14 ? sqrt (pivot) : 0;
      p[k] = 0;
      for (int i = 0; i < n; i++)
        {
          Complex c = rho[i][k];

          for (int m = 0; m < k; m++)
            c -= L[m][i] * conj (L[m][k]);
          L[k][i] = i < k || pivot == 0 ? 0 : i == k ? pivot : c / pivot;
          p[k] += norm2 (1, &L[k][i]);
        }
    }
}

void
qn_trajectory_start_in (const QnUnravelling *u, guint64 seed, guint64 index, const Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS], QnTrajectory *run)
{
  Complex L[QN_MAX_LEVELS][QN_MAX_LEVELS]; /* a column of the factor is a row here */
  double p[QN_MAX_LEVELS] = { 0 };
  int column;

  memset (run, 0, sizeof *run);
  qn_random_seed (run->rng, seed, index);
  mix (u->n, rho, L, p);
  column = draw (u->n, p, run->rng);
  for (int i = 0; i < u->n; i++)
    run->ket[i] = L[column][i] / sqrt (p[column]);
  run->wanted = qn_random (run->rng);
}

/* What the jumps would make of the ket, in the energy basis, and how likely each is. */
static int
choose_jump (int n, const QnJumpOperator *jumps, int n_jumps, const Complex *ket, Complex *after, guint64 rng[4])
{
  Complex made[QN_MAX_JUMPS][QN_MAX_LEVELS];
  double weight[QN_MAX_JUMPS];
  int chosen;

  for (int l = 0; l < n_jumps; l++)
    {
      memset (made[l], 0, sizeof (Complex) * n);
      for (int e = 0; e < jumps[l].n; e++)
        made[l][jumps[l].entry[e].to] += jumps[l].entry[e].x * ket[jumps[l].entry[e].from];
      weight[l] = jumps[l].rate * norm2 (n, made[l]);
    }
  chosen = draw (n_jumps, weight, rng);
  memcpy (after, made[chosen], sizeof (Complex) * n);
  return chosen;
}

typedef struct
{
  void (*hear) (const QnJump *jump, gpointer data);
  gpointer data;
} Listener;

static void
jump (const QnUnravelling *u, QnTrajectory *run, double s, const Listener *listener)
{
  const Stroke *stroke = &u->stroke[run->stroke];
  QnJumpOperator made[QN_MAX_JUMPS], *jumps = stroke->jumps;
  QnEigen own, *eigen = (QnEigen *) &stroke->eigen;
  Complex ket[QN_MAX_LEVELS], after[QN_MAX_LEVELS];
  int n = u->n, n_jumps = stroke->n_jumps, chosen, level = 0;
  double norm;

  if (!stroke->steady)
    {
      double w = qn_stroke_control (&u->machine.stroke[run->stroke], &u->machine.medium, s, NULL);

      jumps = made;
      eigen = &own;
      n_jumps = jumps_at (u, run->stroke, w, eigen, jumps, NULL);
    }
  for (int k = 0; k < n; k++)
    {
      ket[k] = 0;
      for (int i = 0; i < n; i++)
        ket[k] += conj (eigen->V[i][k]) * run->ket[i];
    }
  chosen = choose_jump (n, jumps, n_jumps, ket, after, run->rng);
  norm = sqrt (norm2 (n, after));
  memset (run->ket, 0, sizeof run->ket);
  for (int k = 0; k < n; k++)
    {
      level = cabs (after[k]) > cabs (after[level]) ? k : level;
      for (int i = 0; i < n; i++)
        run->ket[i] += eigen->V[i][k] * after[k] / norm;
    }
  run->wanted = qn_random (run->rng);
  run->jumps++;
  if (jumps[chosen].bath >= 0)
    run->heat[jumps[chosen].bath] += jumps[chosen].quantum;
  if (listener->hear)
    listener->hear (&(QnJump) { run->time, run->cycle, run->stroke, jumps[chosen].bath, jumps[chosen].quantum, level }, listener->data);
}

/* sum_k f^k v_k */
static void
series (int n, Complex v[TERMS][QN_MAX_LEVELS], double f, Complex *out)
{
  memcpy (out, v[TERMS - 1], sizeof (Complex) * n);
  for (int k = TERMS - 2; k >= 0; k--)
    for (int i = 0; i < n; i++)
      out[i] = out[i] * f + v[k][i];
}

/* Coefficients of the squared norm of sum_k f^k v_k. */
static void
norm_series (int n, Complex v[TERMS][QN_MAX_LEVELS], double c[TERMS])
{
  for (int m = 0; m < TERMS; m++)
    {
      c[m] = 0;
      for (int k = 0; k <= m; k++)
        for (int i = 0; i < n; i++)
          c[m] += creal (v[k][i]) * creal (v[m - k][i]) + cimag (v[k][i]) * cimag (v[m - k][i]);
    }
}

/* Where between 0 and hi the squared norm falls to `wanted`: Newton's steps, kept within what is known. */
static double
solve_moment (const double c[TERMS], double hi, double wanted)
{
  double lo = 0, f = 0;

  for (int i = 0; i < 60; i++)
    {
      double value = c[TERMS - 1], slope = 0, next;

      for (int k = TERMS - 2; k >= 0; k--)
        {
          slope = slope * f + value;
          value = value * f + c[k];
        }
      if (value > wanted)
        lo = f;
      else
        hi = f;
      next = f - (value - wanted) / slope;
      if (!(next > lo && next < hi))
        next = (lo + hi) / 2;
      if (fabs (next - f) < 1e-14)
        return next;
      f = next;
    }
  return f;
}

/* Through one leaf, jump by jump. */
static void
pass_leaf (const QnUnravelling *u, QnTrajectory *run, const Listener *listener)
{
  const Stroke *stroke = &u->stroke[run->stroke];
  int n = u->n, leaves = 1 << stroke->depth;
  const Complex *leaf = stroke->leaf + (stroke->steady ? 0 : (gsize) run->point * n * n);
  double from = 0, length = u->machine.stroke[run->stroke].duration / leaves, began = run->time;

  for (;;)
    {
      Complex v[TERMS][QN_MAX_LEVELS], end[QN_MAX_LEVELS];
      double c[TERMS], moment;

      memcpy (v[0], run->ket, sizeof (Complex) * n);
      for (int k = 1; k < TERMS; k++)
        {
          apply (n, leaf, v[k - 1], v[k]);
          for (int i = 0; i < n; i++)
            v[k][i] /= k;
        }
      series (n, v, 1 - from, end);
      if (norm2 (n, end) > run->wanted)
        {
          memcpy (run->ket, end, sizeof (Complex) * n);
          run->time = began + length;
          return;
        }
      norm_series (n, v, c);
      moment = solve_moment (c, 1 - from, run->wanted);
      series (n, v, moment, run->ket);
      from += moment;
      run->time = began + from * length;
      jump (u, run, (run->point + from) / leaves, listener);
    }
}

/* The largest part that begins at this point and ends no later than `to`, as its level. */
static int
largest_part (int depth, int point, int to)
{
  int m = 0;

  while ((point & ((1 << (depth - m)) - 1)) || point + (1 << (depth - m)) > to)
    m++;
  return m;
}

void
qn_trajectory_to (const QnUnravelling *u, QnTrajectory *run, int point, void (*hear) (const QnJump *jump, gpointer data), gpointer data)
{
  const QnStroke *spec = &u->machine.stroke[run->stroke];
  const Stroke *stroke = &u->stroke[run->stroke];
  Listener listener = { hear, data };
  int n = u->n, depth = stroke->depth;

  if (spec->duration == 0 || qn_is_cancelled (u->medium.cancelled))
    {
      run->point = point;
      return;
    }
  while (run->point < point && !qn_is_cancelled (u->medium.cancelled))
    {
      for (int m = largest_part (depth, run->point, point);; m++)
        {
          int leaves = 1 << (depth - m);
          Complex next[QN_MAX_LEVELS];

          apply (n, stroke->level[m] + (stroke->steady ? 0 : (gsize) (run->point / leaves) * n * n), run->ket, next);
          if (norm2 (n, next) > run->wanted)
            {
              memcpy (run->ket, next, sizeof (Complex) * n);
              run->time += spec->duration * leaves / (1 << depth);
              run->point += leaves;
              break;
            }
          if (m == depth)
            {
              pass_leaf (u, run, &listener);
              run->point++;
              break;
            }
        }
    }
}

static void
swap (const QnUnravelling *u, QnTrajectory *run, double angle)
{
  gsize swapped[QN_MAX_LEVELS];
  Complex next[QN_MAX_LEVELS];

  u->medium.klass->swapped (&u->medium, swapped);
  qn_partial_swap_ket (u->n, swapped, angle, run->ket, next);
  memcpy (run->ket, next, sizeof (Complex) * u->n);
}

gboolean
qn_trajectory_next_stroke (const QnUnravelling *u, QnTrajectory *run)
{
  gboolean closed;

  if (u->machine.stroke[run->stroke].swap != 0)
    swap (u, run, u->machine.stroke[run->stroke].swap);
  closed = run->stroke + 1 == u->machine.n_strokes;
  run->stroke = closed ? 0 : run->stroke + 1;
  run->cycle += closed;
  run->point = 0;
  return closed;
}

void
qn_trajectory_cycle (const QnUnravelling *u, QnTrajectory *run)
{
  do
    qn_trajectory_to (u, run, 1 << u->stroke[run->stroke].depth, NULL, NULL);
  while (!qn_trajectory_next_stroke (u, run));
}

double
qn_trajectory_energy (const QnUnravelling *u, const QnTrajectory *run, double *p)
{
  int n = u->n;
  double w = control_of (u, run), norm = norm2 (n, run->ket);
  Complex energy = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      energy += conj (run->ket[i]) * (u->medium.H0[i][j] + w * u->medium.H1[i][j]) * run->ket[j];
  if (p)
    {
      QnEigen eigen;

      qn_medium_eigen (&u->medium, w, &eigen);
      for (int k = 0; k < n; k++)
        {
          Complex c = 0;

          for (int i = 0; i < n; i++)
            c += conj (eigen.V[i][k]) * run->ket[i];
          p[k] = norm2 (1, &c) / norm;
        }
    }
  return creal (energy) / norm;
}

int
qn_trajectory_measure (const QnUnravelling *u, QnTrajectory *run, double *energy)
{
  double p[QN_MAX_LEVELS];
  QnEigen eigen;
  int level;

  qn_trajectory_energy (u, run, p);
  level = draw (u->n, p, run->rng);
  qn_medium_eigen (&u->medium, control_of (u, run), &eigen);
  *energy = eigen.E[level];
  fall_into (u, &eigen, level, run);
  return level;
}
