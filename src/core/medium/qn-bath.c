/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-hermitian.h"
#include "core/medium/qn-oscillator-medium.h"
#include "core/medium/qn-parts.h"
#include "core/medium/qn-two-qubits.h"

/* Closed form for two levels: the field (D, 0, w) turns the basis by theta/2. */
static void
eigen_two (const QnMedium *medium, double w, QnEigen *eigen)
{
  double a = creal (medium->H0[0][0] + w * medium->H1[0][0]), b = creal (medium->H0[1][1] + w * medium->H1[1][1]), half;

  qn_symmetric_pair_eigen (a, b, creal (medium->H0[0][1] + w * medium->H1[0][1]), eigen->E, &half);
  eigen->V[0][0] = -sin (half);
  eigen->V[1][0] = cos (half);
  eigen->V[0][1] = cos (half);
  eigen->V[1][1] = sin (half);
}

static void
eigen_diagonal (const QnMedium *medium, double w, QnEigen *eigen)
{
  int order[QN_MAX_LEVELS];

  memset (eigen->V, 0, sizeof eigen->V);
  for (int i = 0; i < medium->n; i++)
    {
      double e = creal (medium->H0[i][i] + w * medium->H1[i][i]);
      int j = i;

      for (; j > 0 && eigen->E[j - 1] > e; j--)
        {
          eigen->E[j] = eigen->E[j - 1];
          order[j] = order[j - 1];
        }
      eigen->E[j] = e;
      order[j] = i;
    }
  for (int j = 0; j < medium->n; j++)
    eigen->V[order[j]][j] = 1;
}

void
qn_medium_eigen (const QnMedium *medium, double w, QnEigen *eigen)
{
  if (medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    {
      for (int n = 0; n < medium->n; n++)
        eigen->E[n] = w * (n + 0.5);
      return;
    }
  if (medium->diagonal)
    eigen_diagonal (medium, w, eigen);
  else if (qn_parts_are (medium->spec.kind))
    qn_parts_eigen (medium, medium->local ? medium->F : medium->H0, eigen);
  else if (medium->spec.kind == QN_MEDIUM_TWO_QUBITS)
    qn_two_qubits_eigen (&medium->spec, w, eigen);
  else
    eigen_two (medium, w, eigen);
}

double
qn_medium_thermal_populations (const QnMedium *medium, const QnEigen *eigen, double temperature, double *p)
{
  double z = 0;

  for (int i = 0; i < medium->n; i++)
    z += p[i] = exp (-(eigen->E[i] - eigen->E[0]) / temperature) * (medium->degenerate ? medium->g[i] : 1);
  for (int i = 0; i < medium->n; i++)
    p[i] /= z;
  return z;
}

void
qn_medium_gibbs (const QnMedium *medium, double w, double temperature, double *x)
{
  QnEigen eigen;
  QnOperator rho = { { 0 } };
  double p[QN_MAX_LEVELS];

  if (medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    {
      qn_oscillator_gibbs (w, temperature, x);
      return;
    }
  qn_medium_eigen (medium, w, &eigen);
  qn_medium_thermal_populations (medium, &eigen, temperature, p);
  for (int k = 0; k < medium->n; k++)
    for (int i = 0; i < medium->n; i++)
      for (int j = 0; j < medium->n; j++)
        rho[i][j] += p[k] * eigen.V[i][k] * conj (eigen.V[j][k]);
  qn_medium_state_coordinates (medium, rho, x);
}

void
qn_bath_set_diverges (GError **error)
{
  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES,
               "bath.spectrum: a bosonic contact diverges where two coupled levels cross (gap 0); allowed there: ohmic, fermionic");
}

static gboolean
bath_rates (const QnBath *bath, double w, double *down, double *up, GError **error)
{
  double x = w / bath->temperature;

  *down = *up = 0;
  if (bath->coupling == 0)
    return TRUE;
  if (bath->spectrum == QN_SPECTRUM_FERMIONIC)
    {
      *up = bath->coupling / (exp (MIN (x, 700)) + 1);
      *down = bath->coupling - *up;
      return TRUE;
    }
  if (bath->spectrum == QN_SPECTRUM_OHMIC)
    {
      *up = x == 0 ? bath->coupling * bath->temperature : bath->coupling * w / expm1 (MIN (x, 700));
      *down = *up + bath->coupling * w;
      return TRUE;
    }
  if (x == 0)
    {
      qn_bath_set_diverges (error);
      return FALSE;
    }
  *up = bath->coupling / expm1 (MIN (x, 700));
  *down = *up + bath->coupling;
  return TRUE;
}

typedef struct
{
  int low, high;
  double _Complex x;
} Transition;

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

static void
to_energy_basis (int n, const QnEigen *eigen, const double _Complex a[QN_MAX_LEVELS][QN_MAX_LEVELS], gboolean back, QnOperator out)
{
  QnOperator t;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        t[i][j] = 0;
        for (int k = 0; k < n; k++)
          t[i][j] += (back ? eigen->V[i][k] : conj (eigen->V[k][i])) * a[k][j];
      }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        out[i][j] = 0;
        for (int k = 0; k < n; k++)
          out[i][j] += t[i][k] * (back ? conj (eigen->V[j][k]) : eigen->V[k][j]);
      }
}

typedef struct
{
  double rate[2]; /* down, up */
  Transition t[QN_MAX_STATE];
  int n_t;
} Group;

#define MOST_GROUPS (QN_MAX_LEVELS * (QN_MAX_LEVELS - 1) / 2)

/* Adds the dissipators of all frequencies to D (d x d), column by column. */
static void
add_groups (const QnMedium *medium, const QnEigen *eigen, const Group *group, int n_groups, double *D)
{
  int n = medium->n, d = medium->d;

  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho, out = { { 0 } };

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      to_energy_basis (n, eigen, rho, FALSE, rho);
      for (int g = 0; g < n_groups; g++)
        {
          add_jump (n, group[g].t, group[g].n_t, FALSE, group[g].rate[0], rho, out);
          add_jump (n, group[g].t, group[g].n_t, TRUE, group[g].rate[1], rho, out);
        }
      to_energy_basis (n, eigen, out, TRUE, out);
      qn_medium_state_coordinates (medium, out, x);
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
        if (!bath_rates (bath, fabs (gap), &down, &up, error))
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
add_bath (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double *D, GError **error)
{
  Group group[MOST_GROUPS];
  gboolean done[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { FALSE } };
  int n = medium->n, n_groups = 0;
  QnOperator X;

  to_energy_basis (n, eigen, medium->X[which], FALSE, X);
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      {
        Group *next = &group[n_groups];

        if (done[i][j] || cabs (X[i][j]) < 1e-14)
          continue;
        gather (n, eigen, X, i, j, done, next);
        if (!bath_rates (bath, eigen->E[j] - eigen->E[i], &next->rate[0], &next->rate[1], error))
          return FALSE;
        n_groups++;
      }
  add_groups (medium, eigen, group, n_groups, D);
  return TRUE;
}

/* A qubit's bath in closed form, n the Bloch vector of the upper level, |<0|X|1>| = 1:
 * dr/dt = -(down + up)/2 (r + n (n.r)) - (down - up) n Tr(rho). */
static gboolean
add_qubit_bath (const QnMedium *medium, const QnBath *bath, double w, double *D, GError **error)
{
  double tunnelling = medium->spec.tunnelling, gap = hypot (tunnelling, w), down, up;
  double nx = gap > 0 ? tunnelling / gap : 0, nz = gap > 0 ? w / gap : 1, a, g, zz, xz;

  if (!bath_rates (bath, gap, &down, &up, error))
    return FALSE;
  a = (down + up) / 2;
  g = down - up;
  zz = a * (1 + nz * nz) / 2;
  xz = a * nx * nz * M_SQRT1_2;

  D[0] -= zz + g * nz / 2;
  D[1] += zz - g * nz / 2;
  D[2] -= xz;
  D[4] += zz + g * nz / 2;
  D[5] -= zz - g * nz / 2;
  D[6] += xz;
  D[8] -= xz + g * nx * M_SQRT1_2;
  D[9] += xz - g * nx * M_SQRT1_2;
  D[10] -= a * (1 + nx * nx);
  D[15] -= a;
  return TRUE;
}

static gboolean
add_contact (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double w, double *D, GError **error)
{
  if (qn_parts_are (medium->spec.kind) && medium->spec.model == QN_MODEL_RESET)
    {
      qn_parts_add_reset (medium, bath, which, D);
      return TRUE;
    }
  if (medium->diagonal)
    return add_bath_rates (medium, bath, (gpointer) medium->X[which], w, D, error);
  if (medium->spec.kind == QN_MEDIUM_QUBIT)
    return add_qubit_bath (medium, bath, w, D, error);
  return add_bath (medium, bath, which, eigen, D, error);
}

static void
add_commutator_with (const QnMedium *medium, QnOperator K, double *G)
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

/* H_CD and the part of dH/dw that then does work, diagonal in energy. */
static void
add_counterdiabatic (const QnMedium *medium, const QnEigen *eigen, double wdot, double *G, double *work)
{
  int n = medium->n;
  QnOperator H1, K = { { 0 } }, W = { { 0 } };

  to_energy_basis (n, eigen, medium->H1, FALSE, H1);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        double gap = eigen->E[j] - eigen->E[i];

        if (i == j)
          W[i][i] = wdot * H1[i][i];
        else if (gap != 0)
          K[i][j] = I * H1[i][j] * wdot / gap;
      }
  to_energy_basis (n, eigen, K, TRUE, K);
  to_energy_basis (n, eigen, W, TRUE, W);
  add_commutator_with (medium, K, G);
  for (int b = 0; b < medium->d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho;
      double _Complex t = 0;

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          t += W[i][j] * rho[j][i];
      work[b] = creal (t);
    }
}

static void
add_dephasing (const QnMedium *medium, const QnEigen *eigen, double rate, double *G)
{
  int n = medium->n, d = medium->d;

  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho;

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      to_energy_basis (n, eigen, rho, FALSE, rho);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          rho[i][j] *= i == j ? 0 : -rate;
      to_energy_basis (n, eigen, rho, TRUE, rho);
      qn_medium_state_coordinates (medium, rho, x);
      for (int a = 0; a < d; a++)
        G[a * d + b] += x[a];
    }
}

gboolean
qn_medium_generator (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double w, double wdot, double *G, double *rows, GError **error)
{
  int d = medium->d;
  gboolean turning = stroke->counterdiabatic && wdot != 0;
  QnEigen eigen;

  memset (rows, 0, sizeof (double) * medium->n_rows * d);
  memset (G, 0, sizeof (double) * d * d);
  if (!medium->diagonal)
    for (int i = 0; i < d * d; i++)
      G[i] = medium->u0[i] + w * medium->u1[i];
  for (int b = 0; b < d; b++)
    rows[QN_ROW_WORK * d + b] = wdot * medium->h1[b] + medium->work[b];
  for (int b = 0; medium->n_rows > QN_ROW_BARE && b < d; b++)
    rows[QN_ROW_BARE_WORK * d + b] = medium->bare_work[b];
  if (!medium->diagonal && (turning || stroke->dephasing > 0 || (stroke->baths && medium->spec.kind != QN_MEDIUM_QUBIT)))
    qn_medium_eigen (medium, w, &eigen);
  for (int k = 0; k < machine->n_baths; k++)
    {
      double D[QN_MAX_STATE * QN_MAX_STATE];

      if (!(stroke->baths & (1u << k)))
        continue;
      memset (D, 0, sizeof (double) * d * d);
      if (!add_contact (medium, &machine->bath[k], k, &eigen, w, D, error))
        return FALSE;
      for (int a = 0; a < d; a++)
        for (int b = 0; b < d; b++)
          {
            G[a * d + b] += D[a * d + b];
            rows[k * d + b] += (medium->h0[a] + w * medium->h1[a]) * D[a * d + b];
            if (medium->n_rows > QN_ROW_BARE)
              rows[(QN_ROW_BARE + k) * d + b] += medium->f[a] * D[a * d + b];
          }
    }
  if (turning && !medium->diagonal)
    add_counterdiabatic (medium, &eigen, wdot, G, rows + QN_ROW_WORK * d);
  if (stroke->dephasing > 0 && !medium->diagonal)
    add_dephasing (medium, &eigen, stroke->dephasing, G);
  return TRUE;
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

  to_energy_basis (medium->n, eigen, medium->X[which], FALSE, X);
  for (int i = 0; i < medium->n; i++)
    for (int j = i + 1; j < medium->n; j++)
      {
        double w = eigen->E[j] - eigen->E[i], strength = creal (X[i][j] * conj (X[i][j]));
        gboolean known = FALSE;

        if (strength < 1e-28)
          continue;
        if (bath_rates (bath, w, &down, &up, NULL))
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
qn_medium_secular_ratio (const QnMedium *medium, const QnMachine *machine, guint baths, double w)
{
  QnEigen eigen;
  double least = INFINITY, rate = 0;

  if (medium->spec.kind == QN_MEDIUM_OSCILLATOR)
    return qn_oscillator_secular_ratio (machine, baths, w);
  if (qn_parts_are (medium->spec.kind) && medium->spec.model == QN_MODEL_RESET)
    return INFINITY; /* no lines at all */
  qn_medium_eigen (medium, w, &eigen);
  for (int k = 0; k < machine->n_baths; k++)
    if (baths & (1u << k))
      {
        Lines lines = { .n = 0 };

        collect_lines (medium, &machine->bath[k], k, &eigen, &lines);
        least = MIN (least, least_distance (&lines));
        rate = MAX (rate, lines.rate);
      }
  return rate > 0 ? least / rate : INFINITY;
}

/* --- Jump operators one by one -------------------------------------------- */

static QnJumpOperator *
next_jump (QnJumpOperator *out, int *n, int bath, double rate, double quantum)
{
  QnJumpOperator *jump = &out[(*n)++];

  *jump = (QnJumpOperator) { .bath = bath, .rate = rate, .quantum = quantum };
  return jump;
}

static void
add_entry (QnJumpOperator *jump, int to, int from, double _Complex x)
{
  jump->entry[jump->n].to = to;
  jump->entry[jump->n].from = from;
  jump->entry[jump->n++].x = x;
}

static gboolean
bath_jumps (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, QnJumpOperator *out, int *n_out, GError **error)
{
  gboolean done[QN_MAX_LEVELS][QN_MAX_LEVELS] = { { FALSE } };
  int n = medium->n;
  QnOperator X;

  to_energy_basis (n, eigen, medium->X[which], FALSE, X);
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
        if (!bath_rates (bath, w, &group.rate[0], &group.rate[1], error))
          return FALSE;
        down = next_jump (out, n_out, which, group.rate[0], -w);
        up = next_jump (out, n_out, which, group.rate[1] * (medium->degenerate ? (double) medium->g[j] / medium->g[i] : 1), w);
        for (int t = 0; t < group.n_t; t++)
          {
            add_entry (down, group.t[t].low, group.t[t].high, group.t[t].x);
            add_entry (up, group.t[t].high, group.t[t].low, conj (group.t[t].x));
          }
      }
  return TRUE;
}

/* p (tau x Tr_k rho - rho) by four operators: whatever the bit was, it becomes what tau says. */
static void
reset_jumps (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, QnJumpOperator *out, int *n_out)
{
  int n = medium->n, place[QN_MAX_LEVELS] = { 0 };
  double gap = medium->spec.part[which], excited = 1 / (exp (MIN (gap / bath->temperature, 700)) + 1);

  for (int k = 0; k < n; k++)
    for (int i = 0; i < n; i++)
      if (creal (eigen->V[i][k]) > 0.5)
        place[i] = k;
  for (int was = 0; was < 2; was++)
    for (int is = 0; is < 2; is++)
      {
        QnJumpOperator *jump = next_jump (out, n_out, which, bath->coupling * (is ? excited : 1 - excited), gap * (is - was));
        int bit = qn_parts_bit (which);

        for (int i = 0; i < n; i++)
          if (!(i & bit) == !was)
            add_entry (jump, place[is ? i | bit : i & ~bit], place[i], 1);
      }
}

int
qn_medium_jumps (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double w, const QnEigen *eigen, QnJumpOperator *out, GError **error)
{
  int n = 0;

  for (int k = 0; k < machine->n_baths; k++)
    {
      if (!(stroke->baths & (1u << k)) || machine->bath[k].coupling == 0)
        continue;
      if (qn_parts_are (medium->spec.kind) && medium->spec.model == QN_MODEL_RESET)
        reset_jumps (medium, &machine->bath[k], k, eigen, out, &n);
      else if (!bath_jumps (medium, &machine->bath[k], k, eigen, out, &n, error))
        return -1;
    }
  for (int k = 0; stroke->dephasing > 0 && !medium->diagonal && k < medium->n; k++)
    add_entry (next_jump (out, &n, -1, stroke->dephasing, 0), k, k, 1);
  return n;
}
