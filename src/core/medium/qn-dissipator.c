/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-dissipator.h"

#include <math.h>

typedef struct
{
  int low, high;
  double _Complex x;
} Transition;

typedef struct
{
  double rate[2]; /* down, up */
  Transition t[QN_MAX_STATE];
  int n_t;
} Group;

#define MOST_GROUPS (QN_MAX_LEVELS * (QN_MAX_LEVELS - 1) / 2)

/* sum_{ab} L_a rho L_b^+ for one operator L = sum_a x_a |low_a><high_a| (down) or its adjoint, on basis element
 * images; written into the coordinates of the energy basis. */
static void
add_jump (int n, const Transition *t, int n_t, gboolean up, double rate, QnOperator rho, QnOperator out)
{
  for (int a = 0; a < n_t; a++)
    for (int b = 0; b < n_t; b++)
      {
        double _Complex c = rate * (up ? conj (t[a].x) * t[b].x : t[a].x * conj (t[b].x));
        int ia = up ? t[a].high : t[a].low, ja = up ? t[a].low : t[a].high;
        int ib = up ? t[b].high : t[b].low, jb = up ? t[b].low : t[b].high;

        out[ia][ib] += c * rho[ja][jb];
        if (ia != ib)
          continue;
        /* L^+L = sum conj(x_a) x_b |j_a><j_b| for equal i */
        c = rate * (up ? t[a].x * conj (t[b].x) : conj (t[a].x) * t[b].x) / 2;
        for (int k = 0; k < n; k++)
          {
            out[ja][k] -= c * rho[jb][k];
            out[k][jb] -= c * rho[k][ja];
          }
      }
}

/* Adds the dissipators of all frequencies to D (d x d), column by column. */
static void
add_groups (const QnMedium *medium, const QnEigen *eigen, const Group *group, int n_groups, double *D)
{
  int n = medium->n, d = medium->d;

  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE];
      QnOperator rho, out = { { 0 } };

      qn_medium_unit_in_energy_basis (medium, eigen, b, rho);
      for (int g = 0; g < n_groups; g++)
        {
          add_jump (n, group[g].t, group[g].n_t, FALSE, group[g].rate[0], rho, out);
          add_jump (n, group[g].t, group[g].n_t, TRUE, group[g].rate[1], rho, out);
        }
      qn_medium_coordinates_from_energy_basis (medium, eigen, out, x);
      for (int a = 0; a < d; a++)
        D[a * d + b] += x[a];
    }
}

/* How much more often a jump up ends in one of the upper level's states than one down does in the lower's. */
static double
upwards (const QnMedium *medium, int low, int high)
{
  return medium->degenerate ? (double) medium->g[high] / medium->g[low] : 1;
}

/* Populations alone: gain and loss along each transition, whatever others share its frequency. */
static gboolean
add_bath_rates (const QnMedium *medium, const QnBath *bath, QnOperator X, double w, double *D, GError **error)
{
  int n = medium->n;

  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      {
        double strength = creal (X[i][j] * conj (X[i][j])), down, up;
        double gap = creal (medium->H0[j][j] - medium->H0[i][i]) + w * creal (medium->H1[j][j] - medium->H1[i][i]);
        int low = gap >= 0 ? i : j, high = gap >= 0 ? j : i;

        if (strength == 0)
          continue;
        if (!qn_bath_rates (bath, fabs (gap), &down, &up, error))
          return FALSE;
        up *= upwards (medium, low, high);
        D[low * n + high] += strength * down;
        D[high * n + high] -= strength * down;
        D[high * n + low] += strength * up;
        D[low * n + low] -= strength * up;
      }
  return TRUE;
}

/* All transitions of level pair (i, j)'s frequency that are not in another group yet. */
static void
gather (int n, const QnEigen *eigen, QnOperator X, int i, int j, gboolean done[QN_MAX_LEVELS][QN_MAX_LEVELS], Group *group)
{
  double w = eigen->E[j] - eigen->E[i], scale = fabs (eigen->E[n - 1] - eigen->E[0]) * 1e-9;

  group->n_t = 0;
  for (int k = 0; k < n; k++)
    for (int l = k + 1; l < n; l++)
      if (!done[k][l] && fabs (eigen->E[l] - eigen->E[k] - w) <= scale && cabs (X[k][l]) >= 1e-14)
        {
          done[k][l] = TRUE;
          group->t[group->n_t++] = (Transition) { k, l, X[k][l] };
        }
}

static gboolean
add_lines (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double *D, GError **error)
{
  Group group[MOST_GROUPS];
  gboolean done[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { FALSE } };
  int n = medium->n, n_groups = 0;
  QnOperator X;

  qn_operator_to_energy_basis (n, eigen, medium->X[which], FALSE, X);
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      {
        Group *next = &group[n_groups];

        if (done[i][j] || cabs (X[i][j]) < 1e-14)
          continue;
        gather (n, eigen, X, i, j, done, next);
        if (!qn_bath_rates (bath, eigen->E[j] - eigen->E[i], &next->rate[0], &next->rate[1], error))
          return FALSE;
        n_groups++;
      }
  add_groups (medium, eigen, group, n_groups, D);
  return TRUE;
}

gboolean
qn_dissipator_add (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double w, double *D, GError **error)
{
  if (medium->diagonal)
    return add_bath_rates (medium, bath, (gpointer) medium->X[which], w, D, error);
  return add_lines (medium, bath, which, eigen, D, error);
}

typedef struct
{
  double frequency[QN_MAX_STATE];
  int n;
  double rate;
} Lines;

/* The distinct frequencies at which a bath couples levels, and the fastest rate over all baths. */
static void
collect_lines (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, Lines *lines)
{
  QnOperator X;
  double scale = fabs (eigen->E[medium->n - 1] - eigen->E[0]) * 1e-9, down, up;

  qn_operator_to_energy_basis (medium->n, eigen, medium->X[which], FALSE, X);
  for (int i = 0; i < medium->n; i++)
    for (int j = i + 1; j < medium->n; j++)
      {
        double w = eigen->E[j] - eigen->E[i], strength = creal (X[i][j] * conj (X[i][j]));
        gboolean known = FALSE;

        if (strength < 1e-28)
          continue;
        if (qn_bath_rates (bath, w, &down, &up, NULL))
          lines->rate = MAX (lines->rate, strength * (down + up * upwards (medium, i, j)));
        for (int k = 0; k < lines->n; k++)
          known |= fabs (lines->frequency[k] - w) <= scale;
        if (!known && lines->n < QN_MAX_STATE)
          lines->frequency[lines->n++] = w;
      }
}

/* Of one bath: the least distance between its lines. */
static double
least_distance (const Lines *lines)
{
  double least = INFINITY;

  for (int i = 0; i < lines->n; i++)
    {
      least = MIN (least, 2 * lines->frequency[i]);
      for (int j = 0; j < i; j++)
        least = MIN (least, fabs (lines->frequency[i] - lines->frequency[j]));
    }
  return least;
}

double
qn_dissipator_secular_ratio (const QnMedium *medium, const QnSurroundings *at)
{
  QnEigen eigen;
  double least = INFINITY, rate = 0;

  qn_medium_eigen (medium, at->w, &eigen);
  for (int k = 0; k < at->n_baths; k++)
    if (at->contacts & (1u << k))
      {
        Lines lines = { .n = 0 };

        collect_lines (medium, &at->bath[k], k, &eigen, &lines);
        least = MIN (least, least_distance (&lines));
        rate = MAX (rate, lines.rate);
      }
  return rate > 0 ? least / rate : INFINITY;
}

gboolean
qn_dissipator_jumps (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, QnJumpOperator *out, int *n_out, GError **error)
{
  gboolean done[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { FALSE } };
  int n = medium->n;
  QnOperator X;

  qn_operator_to_energy_basis (n, eigen, medium->X[which], FALSE, X);
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      {
        Group group = { .n_t = 0 };
        QnJumpOperator *down, *up;
        double w = eigen->E[j] - eigen->E[i];

        if (done[i][j] || cabs (X[i][j]) < 1e-14)
          continue;
        if (medium->diagonal)
          group.t[group.n_t++] = (Transition) { i, j, X[i][j] }; /* no coherence to keep */
        else
          gather (n, eigen, X, i, j, done, &group);
        if (!qn_bath_rates (bath, w, &group.rate[0], &group.rate[1], error))
          return FALSE;
        down = qn_jump_operator_append (out, n_out, which, group.rate[0], -w);
        up = qn_jump_operator_append (out, n_out, which, group.rate[1] * upwards (medium, i, j), w);
        for (int t = 0; t < group.n_t; t++)
          {
            qn_jump_operator_add (down, group.t[t].low, group.t[t].high, group.t[t].x);
            qn_jump_operator_add (up, group.t[t].high, group.t[t].low, conj (group.t[t].x));
          }
      }
  return TRUE;
}
