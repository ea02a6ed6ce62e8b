/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-operator-medium.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-hermitian.h"
#include "core/linear/qn-linear.h"
#include "core/medium/qn-dissipator.h"
#include "core/medium/qn-operator-reading.h"

/* --- Which coordinates are coupled ---------------------------------------- */

void
qn_operator_medium_couple (QnMedium *medium, QnOperator op, int i, int j, double value)
{
  op[i][j] = op[j][i] = value;
  medium->coupled[i] |= 1u << j;
  medium->coupled[j] |= 1u << i;
}

/* Do the transitions from i to k and from j to l have one frequency, other than 0, whatever the control? */
static gboolean
one_frequency (const QnMedium *medium, double scale, int i, int k, int j, int l)
{
  double a0 = creal (medium->H0[k][k] - medium->H0[i][i]), b0 = creal (medium->H0[l][l] - medium->H0[j][j]);
  double a1 = creal (medium->H1[k][k] - medium->H1[i][i]), b1 = creal (medium->H1[l][l] - medium->H1[j][j]);

  return fabs (a0) + fabs (a1) > scale && fabs (a0 - b0) <= scale && fabs (a1 - b1) <= scale;
}

static void
keep (guint kept[QN_MAX_LEVELS], int i, int j)
{
  kept[i] |= 1u << j;
  kept[j] |= 1u << i;
}

/* What the jumps make of |i><j| by one operator: |k><l|, touched[i] being the kets that it takes i to. */
static void
reach_by_jumps (const QnMedium *medium, const guint touched[QN_MAX_LEVELS], double scale, int i, int j, guint kept[QN_MAX_LEVELS])
{
  for (guint from = touched[i]; from; from &= from - 1)
    for (guint to = touched[j] & ~(from & -from); to; to &= to - 1)
      if (one_frequency (medium, scale, i, __builtin_ctz (from), j, __builtin_ctz (to)))
        keep (kept, __builtin_ctz (from), __builtin_ctz (to));
}

/* Once through all elements known. */
static gboolean
reach (const QnMedium *medium, const guint block[QN_MAX_LEVELS], guint (*touched)[QN_MAX_LEVELS], int n_touched, double scale, guint kept[QN_MAX_LEVELS])
{
  guint before[QN_MAX_LEVELS];

  memcpy (before, kept, sizeof before);
  for (int i = 0; i < medium->n; i++)
    for (guint rest = before[i]; rest; rest &= rest - 1)
      {
        int j = __builtin_ctz (rest);

        for (guint k = block[i]; k; k &= k - 1)
          kept[__builtin_ctz (k)] |= block[j];
        for (int b = 0; b < n_touched; b++)
          reach_by_jumps (medium, touched[b], scale, i, j, kept);
      }
  return memcmp (before, kept, sizeof before) != 0;
}

/* Which kets H connects, over however many steps; touched: which each operator X does; the size of rounding. */
static double
connections (const QnMedium *medium, guint block[QN_MAX_LEVELS], guint (*touched)[QN_MAX_LEVELS], int n_touched)
{
  double scale = 0;

  for (int i = 0; i < medium->n; i++)
    {
      block[i] = medium->coupled[i] | 1u << i;
      scale = MAX (scale, 1e-9 * (fabs (creal (medium->H0[i][i])) + fabs (creal (medium->H1[i][i]))));
      for (int b = 0; b < n_touched; b++)
        for (int k = touched[b][i] = 0; k < medium->n; k++)
          if (medium->X[b][k][i] != 0)
            touched[b][i] |= 1u << k;
    }
  for (int k = 0; k < medium->n; k++)
    for (int i = 0; i < medium->n; i++)
      if (block[i] & (1u << k))
        block[i] |= block[k];
  return scale;
}

/* The pairs, in the order of their kets. */
static void
discover (QnMedium *medium)
{
  guint block[QN_MAX_LEVELS], kept[QN_MAX_LEVELS] = { 0 }, touched[QN_MAX_BATHS][QN_MAX_LEVELS];
  int n_touched = medium->klass->parts ? QN_MAX_BATHS : 1;
  gsize swapped[QN_MAX_LEVELS];
  double scale = connections (medium, block, touched, n_touched);

  memcpy (kept, block, sizeof *kept * medium->n);
  if (medium->klass->swapped)
    medium->klass->swapped (medium, swapped);
  for (int i = 0; medium->klass->swapped && i < medium->n; i++)
    keep (kept, i, swapped[i]);
  while (reach (medium, block, touched, n_touched, scale, kept))
    ;
  medium->disjoint = TRUE;
  for (int i = 0; i < medium->n; i++)
    {
      medium->disjoint &= __builtin_popcount (kept[i]) <= 2;
      for (guint above = kept[i] & ~((2u << i) - 1); above; above &= above - 1)
        {
          g_assert (medium->n_pairs < QN_MAX_PAIRS && medium->n + 2 * medium->n_pairs + 2 <= QN_MAX_STATE);
          medium->pair[medium->n_pairs][0] = i;
          medium->pair[medium->n_pairs++][1] = __builtin_ctz (above);
        }
    }
}

static void
add_commutator (const QnMedium *medium, QnOperator K, double *G)
{
  int n = medium->n, d = medium->d;

  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho, out;

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          {
            out[i][j] = 0;
            for (int k = 0; k < n; k++)
              out[i][j] -= I * (K[i][k] * rho[k][j] - rho[i][k] * K[k][j]);
          }
      qn_medium_state_coordinates (medium, out, x);
      for (int a = 0; a < d; a++)
        G[a * d + b] += x[a];
    }
}

static void
find_whole (QnMedium *medium)
{
  double E[QN_MAX_LEVELS];
  int order[QN_MAX_LEVELS];

  qn_hermitian_values (medium->n, QN_MAX_LEVELS, &medium->H0[0][0], E);
  qn_linear_ascending (medium->n, E, order);
  for (int k = 0; k < medium->n; k++)
    medium->whole[k] = E[order[k]];
}

void
qn_operator_medium_complete (QnMedium *medium)
{
  if (!medium->klass->parts)
    {
      memcpy (medium->turn, medium->H0, sizeof medium->turn);
      for (int k = 1; k < QN_MAX_BATHS; k++)
        memcpy (medium->X[k], medium->X[0], sizeof (QnOperator));
    }
  for (int i = 0; i < medium->n; i++)
    {
      medium->g[i] = MAX (medium->g[i], 1);
      medium->degenerate |= medium->g[i] != 1;
    }
  discover (medium);
  if (medium->local)
    find_whole (medium);
  medium->n_trace = medium->n;
  medium->diagonal = medium->n_pairs == 0;
  medium->d = medium->n + 2 * medium->n_pairs;
  qn_medium_operator_row (medium, medium->H0, medium->h0);
  qn_medium_operator_row (medium, medium->H1, medium->h1);
  if (medium->diagonal)
    return;
  medium->u0 = g_new0 (double, medium->d * medium->d);
  medium->u1 = g_new0 (double, medium->d * medium->d);
  add_commutator (medium, medium->turn, medium->u0);
  add_commutator (medium, medium->H1, medium->u1);
}

/* --- Levels and the states of equilibrium --------------------------------- */

static void
eigen_diagonal (const QnMedium *medium, double w, QnEigen *eigen)
{
  double E[QN_MAX_LEVELS];
  int order[QN_MAX_LEVELS];

  memset (eigen->V, 0, medium->n * sizeof *eigen->V);
  for (int i = 0; i < medium->n; i++)
    E[i] = creal (medium->H0[i][i] + w * medium->H1[i][i]);
  qn_linear_ascending (medium->n, E, order);
  for (int k = 0; k < medium->n; k++)
    {
      eigen->E[k] = E[order[k]];
      eigen->V[order[k]][k] = 1;
    }
}

/* Of [[a, c], [c, b]] with c real, lower level first. */
static void
block_eigen (double a, double b, double c, int i, int j, double *E, double (*ket)[QN_MAX_LEVELS])
{
  double pair[2], half;

  qn_symmetric_pair_eigen (a, b, c, pair, &half);
  E[i] = pair[0];
  E[j] = pair[1];
  ket[i][i] = -sin (half);
  ket[i][j] = cos (half);
  ket[j][i] = cos (half);
  ket[j][j] = sin (half);
}

/* Of a matrix that couples each ket to one other at most. */
static void
eigen_of_pairs (const QnMedium *medium, const double _Complex H[QN_MAX_LEVELS][QN_MAX_LEVELS], QnEigen *eigen)
{
  double E[QN_MAX_LEVELS] = { 0 }, ket[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { 0 } };
  int order[QN_MAX_LEVELS], n = medium->n;

  for (int i = 0; i < n; i++)
    {
      E[i] = creal (H[i][i]);
      ket[i][i] = 1;
    }
  for (int p = 0; p < medium->n_pairs; p++)
    {
      int i = medium->pair[p][0], j = medium->pair[p][1];

      if (H[i][j] != 0)
        block_eigen (E[i], E[j], creal (H[i][j]), i, j, E, ket);
    }
  qn_linear_ascending (n, E, order);
  for (int k = 0; k < n; k++)
    {
      eigen->E[k] = E[order[k]];
      for (int i = 0; i < n; i++)
        eigen->V[i][k] = ket[order[k]][i];
    }
}

static void
eigen_of_whole (int n, const double _Complex H[QN_MAX_LEVELS][QN_MAX_LEVELS], QnEigen *eigen)
{
  double E[QN_MAX_LEVELS];
  QnOperator V;

  qn_hermitian_eigen (n, QN_MAX_LEVELS, &H[0][0], E, &V[0][0]);
  for (int k = 0; k < n; k++)
    {
      eigen->E[k] = E[n - 1 - k];
      for (int i = 0; i < n; i++)
        eigen->V[i][k] = V[i][n - 1 - k];
    }
}

static void
operator_eigen (const QnMedium *medium, double w, QnEigen *eigen)
{
  gboolean pairs = TRUE;
  QnOperator H;

  if (medium->diagonal)
    {
      eigen_diagonal (medium, w, eigen);
      return;
    }
  for (int i = 0; i < medium->n; i++)
    {
      pairs &= __builtin_popcount (medium->coupled[i]) <= 1;
      for (int j = 0; j < medium->n; j++)
        H[i][j] = medium->local ? medium->F[i][j] : medium->H0[i][j] + w * medium->H1[i][j];
    }
  if (pairs)
    eigen_of_pairs (medium, H, eigen);
  else
    eigen_of_whole (medium->n, H, eigen);
}

static void
thermal (const QnMedium *medium, double w, const QnBath *bath, double *p)
{
  QnEigen eigen;

  qn_medium_eigen (medium, w, &eigen);
  qn_medium_thermal_populations (medium, &eigen, bath->temperature, p);
}

static void
state (const QnMedium *medium, double w, const double *p, double *x)
{
  QnEigen eigen;
  QnOperator rho = { { 0 } };

  qn_medium_eigen (medium, w, &eigen);
  for (int k = 0; k < medium->n; k++)
    for (int i = 0; i < medium->n; i++)
      for (int j = 0; j < medium->n; j++)
        rho[i][j] += p[k] * eigen.V[i][k] * conj (eigen.V[j][k]);
  qn_medium_state_coordinates (medium, rho, x);
}

static double
mean_energy (const QnMedium *medium, double w, const double *p)
{
  QnEigen eigen;
  double e = 0;

  qn_medium_eigen (medium, w, &eigen);
  for (int i = 0; i < medium->n; i++)
    e += p[i] * eigen.E[i];
  return e;
}

static double
free_energy (const QnMedium *medium, double w, const QnBath *bath)
{
  QnEigen eigen;
  double p[QN_MAX_LEVELS], T = bath->temperature;

  qn_medium_eigen (medium, w, &eigen);
  return eigen.E[0] - T * log (qn_medium_thermal_populations (medium, &eigen, T, p));
}

static double
adiabatic (const QnMedium *medium, const QnReading *before, const QnReading *after)
{
  int to[QN_MAX_LEVELS];
  double dE = 0;

  qn_medium_follow (medium, before->control, after->control, to);
  for (int n = 0; n < medium->n; n++)
    dE += before->population[n] * (after->level[to[n]] - before->level[n]);
  return dE;
}

/* --- The generator -------------------------------------------------------- */

/* H_CD and the part of dH/dw that then does work, diagonal in energy. */
static void
add_counterdiabatic (const QnMedium *medium, const QnEigen *eigen, double wdot, double *G, double *work)
{
  int n = medium->n;
  QnOperator H1, K = { { 0 } }, W = { { 0 } };

  qn_operator_to_energy_basis (n, eigen, medium->H1, FALSE, H1);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        double gap = eigen->E[j] - eigen->E[i];

        if (i == j)
          W[i][i] = wdot * H1[i][i];
        else if (gap != 0)
          K[i][j] = I * H1[i][j] * wdot / gap;
      }
  qn_operator_to_energy_basis (n, eigen, K, TRUE, K);
  qn_operator_to_energy_basis (n, eigen, W, TRUE, W);
  add_commutator (medium, K, G);
  qn_medium_operator_row (medium, W, work);
}

static void
add_dephasing (const QnMedium *medium, const QnEigen *eigen, double rate, double *G)
{
  int n = medium->n, d = medium->d;

  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE];
      QnOperator rho;

      qn_medium_unit_in_energy_basis (medium, eigen, b, rho);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          rho[i][j] *= i == j ? 0 : -rate;
      qn_medium_coordinates_from_energy_basis (medium, eigen, rho, x);
      for (int a = 0; a < d; a++)
        G[a * d + b] += x[a];
    }
}

/* One reservoir: its part of the generator, and its heat by either ledger. */
static gboolean
add_contact (const QnMedium *medium, const QnBath *bath, int k, const QnEigen *eigen, double w, double *G, double *rows, GError **error)
{
  int d = medium->d;
  double D[QN_MAX_STATE * QN_MAX_STATE];

  memset (D, 0, sizeof (double) * d * d);
  if (!(medium->klass->dissipator ? medium->klass->dissipator : qn_dissipator_add) (medium, bath, k, eigen, w, D, error))
    return FALSE;
  for (int a = 0; a < d; a++)
    for (int b = 0; b < d; b++)
      {
        G[a * d + b] += D[a * d + b];
        rows[k * d + b] += (medium->h0[a] + w * medium->h1[a]) * D[a * d + b];
        if (medium->n_rows > QN_ROW_BARE)
          rows[(QN_ROW_BARE + k) * d + b] += medium->f[a] * D[a * d + b];
      }
  return TRUE;
}

static gboolean
generator (const QnMedium *medium, const QnSurroundings *at, double *G, double *rows, GError **error)
{
  const QnMediumClass *klass = medium->klass;
  int d = medium->d;
  double w = at->w;
  gboolean turning = at->counterdiabatic && at->wdot != 0;
  QnEigen eigen;

  memset (rows, 0, sizeof (double) * medium->n_rows * d);
  memset (G, 0, sizeof (double) * d * d);
  if (!medium->diagonal)
    for (int i = 0; i < d * d; i++)
      G[i] = medium->u0[i] + w * medium->u1[i];
  for (int b = 0; b < d; b++)
    rows[QN_ROW_WORK * d + b] = at->wdot * medium->h1[b] + medium->work[b];
  for (int b = 0; medium->n_rows > QN_ROW_BARE && b < d; b++)
    rows[QN_ROW_BARE_WORK * d + b] = medium->bare_work[b];
  if (!medium->diagonal && (turning || at->dephasing > 0 || (at->contacts && !klass->closed)))
    qn_medium_eigen (medium, w, &eigen);
  for (int k = 0; k < at->n_baths; k++)
    if ((at->contacts & (1u << k)) && !add_contact (medium, &at->bath[k], k, &eigen, w, G, rows, error))
      return FALSE;
  if (turning && !medium->diagonal)
    add_counterdiabatic (medium, &eigen, at->wdot, G, rows + QN_ROW_WORK * d);
  if (at->dephasing > 0 && !medium->diagonal)
    add_dephasing (medium, &eigen, at->dephasing, G);
  return TRUE;
}

static double
cost (const QnMedium *medium, const QnSurroundings *at, const double *x, double ds)
{
  double square = 0;
  QnEigen eigen;
  QnOperator H1;

  qn_medium_eigen (medium, at->w, &eigen);
  qn_operator_to_energy_basis (medium->n, &eigen, medium->H1, FALSE, H1);
  for (int i = 0; i < medium->n; i++)
    for (int j = 0; j < medium->n; j++)
      {
        double gap = eigen.E[j] - eigen.E[i], element = i != j && gap != 0 ? cabs (H1[i][j]) * at->wdot / gap : 0;

        square += element * element;
      }
  return ds * sqrt (square);
}

double
qn_operator_medium_cost_of_mixing (const QnMedium *medium, const QnSurroundings *at, const double *x, double ds)
{
  double D = qn_medium_mixing (&medium->spec);

  return ds * fabs (D * at->wdot / (at->w * at->w + D * D)) * M_SQRT1_2;
}

static double
force (const QnMedium *medium, gboolean counterdiabatic, const double *x, const QnReading *reading)
{
  double force = 0;

  if (counterdiabatic && !medium->diagonal)
    {
      QnEigen eigen;

      /* <n|dH/dw|n> = dE_n/dw */
      qn_medium_eigen (medium, reading->control, &eigen);
      for (int n = 0; n < medium->n; n++)
        for (int i = 0; i < medium->n; i++)
          force -= reading->population[n] * creal (medium->H1[i][i] * eigen.V[i][n] * conj (eigen.V[i][n]));
      return force;
    }
  for (int a = 0; a < medium->d; a++)
    force -= medium->h1[a] * x[a];
  return force;
}

static void
read_state (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnEigen eigen;
  QnOperator rho;

  qn_operator_reading_fill (medium, w, x, &eigen, rho, out);
  qn_operator_reading_bloch (medium, &eigen, rho, out);
}

const QnMediumClass qn_operator_medium = {
  .id = "operator",
  .eigen = operator_eigen,
  .thermal = thermal,
  .state = state,
  .mean_energy = mean_energy,
  .free_energy = free_energy,
  .adiabatic = adiabatic,
  .read = read_state,
  .force = force,
  .generator = generator,
  .dissipator = qn_dissipator_add,
  .jumps = qn_dissipator_jumps,
  .secular_ratio = qn_dissipator_secular_ratio,
  .cost = cost,
};
