/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-swap.h"

/* A function of the medium's class, or what stands in for it. */
#define OF_CLASS(medium, f) ((medium)->klass->f ? (medium)->klass->f : qn_operator_medium.f)

/* Functions that do no more than ask the class. */
#define ASK_CLASS(type, name, parameters, arguments)     \
  type qn_medium_##name parameters                       \
  {                                                      \
    return OF_CLASS (medium, name) arguments;            \
  }

ASK_CLASS (void, thermal, (const QnMedium *medium, double w, const QnBath *bath, double *p), (medium, w, bath, p))
ASK_CLASS (void, state, (const QnMedium *medium, double w, const double *p, double *x), (medium, w, p, x))
ASK_CLASS (double, mean_energy, (const QnMedium *medium, double w, const double *p), (medium, w, p))
ASK_CLASS (double, free_energy, (const QnMedium *medium, double w, const QnBath *bath), (medium, w, bath))
ASK_CLASS (double, adiabatic, (const QnMedium *medium, const QnReading *before, const QnReading *after), (medium, before, after))
ASK_CLASS (double, cost, (const QnMedium *medium, const QnSurroundings *at, const double *x, double ds), (medium, at, x, ds))
ASK_CLASS (gboolean, generator, (const QnMedium *medium, const QnSurroundings *at, double *G, double *rows, GError **error), (medium, at, G, rows, error))
ASK_CLASS (double, secular_ratio, (const QnMedium *medium, const QnSurroundings *at), (medium, at))
ASK_CLASS (double, force, (const QnMedium *medium, gboolean counterdiabatic, const double *x, const QnReading *reading), (medium, counterdiabatic, x, reading))

void
qn_medium_state_matrix (const QnMedium *medium, const double *x, QnOperator rho)
{
  int n = medium->n;

  memset (rho, 0, n * sizeof *rho);
  for (int i = 0; i < n; i++)
    rho[i][i] = x[i];
  if (medium->diagonal)
    return;
  for (int p = 0; p < medium->n_pairs; p++)
    {
      int i = medium->pair[p][0], j = medium->pair[p][1];

      rho[i][j] = (x[n + 2 * p] + I * x[n + 2 * p + 1]) * M_SQRT1_2;
      rho[j][i] = conj (rho[i][j]);
    }
}

void
qn_medium_state_coordinates (const QnMedium *medium, QnOperator rho, double *x)
{
  int n = medium->n;

  for (int i = 0; i < n; i++)
    x[i] = creal (rho[i][i]);
  if (medium->diagonal)
    return;
  for (int p = 0; p < medium->n_pairs; p++)
    {
      double _Complex c = rho[medium->pair[p][0]][medium->pair[p][1]];

      x[n + 2 * p] = M_SQRT2 * creal (c);
      x[n + 2 * p + 1] = M_SQRT2 * cimag (c);
    }
}

void
qn_medium_unit_in_energy_basis (const QnMedium *medium, const QnEigen *eigen, int b, QnOperator unit)
{
  int n = medium->n, p = (b - n) / 2, i = b < n ? b : medium->pair[p][0], j = b < n ? b : medium->pair[p][1];
  double _Complex there = b < n ? 0.5 : (b - n) % 2 ? I * M_SQRT1_2 : M_SQRT1_2;

  for (int k = 0; k < n; k++)
    for (int l = 0; l < n; l++)
      unit[k][l] = there * conj (eigen->V[i][k]) * eigen->V[j][l] + conj (there) * conj (eigen->V[j][k]) * eigen->V[i][l];
}

void
qn_medium_coordinates_from_energy_basis (const QnMedium *medium, const QnEigen *eigen, const double _Complex a[QN_MAX_LEVELS][QN_MAX_LEVELS], double *x)
{
  int n = medium->n;
  QnOperator half;

  for (int i = 0; i < n; i++)
    for (int l = 0; l < n; l++)
      {
        half[i][l] = 0;
        for (int k = 0; k < n; k++)
          half[i][l] += eigen->V[i][k] * a[k][l];
      }
  for (int b = 0; b < n + medium->n_pairs; b++)
    {
      int i = b < n ? b : medium->pair[b - n][0], j = b < n ? b : medium->pair[b - n][1];
      double _Complex c = 0;

      for (int l = 0; l < n; l++)
        c += half[i][l] * conj (eigen->V[j][l]);
      if (b < n)
        x[b] = creal (c);
      else
        {
          x[2 * b - n] = M_SQRT2 * creal (c);
          x[2 * b - n + 1] = M_SQRT2 * cimag (c);
        }
    }
}

static void
basis_element (const QnMedium *medium, int b, QnOperator out)
{
  double x[QN_MAX_STATE] = { 0 };

  x[b] = 1;
  qn_medium_state_matrix (medium, x, out);
}

static double
trace_product (int n, QnOperator a, QnOperator b)
{
  double _Complex t = 0;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      t += a[i][j] * b[j][i];
  return creal (t);
}

void
qn_medium_operator_row (const QnMedium *medium, QnOperator a, double *row)
{
  QnOperator B;

  for (int b = 0; b < medium->d; b++)
    {
      basis_element (medium, b, B);
      row[b] = trace_product (medium->n, a, B);
    }
}

void
qn_medium_init (QnMedium *medium, const QnMediumSpec *spec, gboolean carry)
{
  memset (medium, 0, sizeof *medium);
  medium->klass = spec->klass;
  medium->spec = *spec;
  medium->gaussian = TRUE;
  medium->n_rows = QN_ROW_BARE;
  medium->klass->init (medium, carry);
}

void
qn_medium_clear (QnMedium *medium)
{
  g_clear_pointer (&medium->u0, g_free);
  g_clear_pointer (&medium->u1, g_free);
}

void
qn_medium_eigen (const QnMedium *medium, double w, QnEigen *eigen)
{
  (medium->diagonal ? qn_operator_medium.eigen : OF_CLASS (medium, eigen)) (medium, w, eigen);
}

/* The ket that level k is, -1 if it is a superposition of several. */
static int
ket_of (int n, const QnEigen *eigen, int k)
{
  for (int i = 0; i < n; i++)
    if (cabs (eigen->V[i][k]) > 1 - 1e-13)
      return i;
  return -1;
}

/* Levels that are kets all along cross. */
static void
follow_kets (const QnMedium *medium, double w0, double w1, int to[QN_MAX_LEVELS])
{
  QnEigen before, after;
  int place[QN_MAX_LEVELS] = { 0 };
  gboolean kets = w0 * w1 < 0;

  if (kets)
    {
      qn_medium_eigen (medium, w0, &before);
      qn_medium_eigen (medium, w1, &after);
    }
  for (int k = 0; kets && k < medium->n; k++)
    {
      int ket = ket_of (medium->n, &after, k);

      kets = ket >= 0 && ket_of (medium->n, &before, k) >= 0;
      place[MAX (ket, 0)] = k;
    }
  for (int k = 0; k < medium->n; k++)
    to[k] = kets ? place[ket_of (medium->n, &before, k)] : k;
}

void
qn_medium_follow (const QnMedium *medium, double w0, double w1, int to[QN_MAX_LEVELS])
{
  if (medium->klass->follow)
    medium->klass->follow (medium, w0, w1, to);
  else
    follow_kets (medium, w0, w1, to);
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
  double p[QN_MAX_LEVELS];

  qn_medium_thermal (medium, w, &(QnBath) { .temperature = temperature }, p);
  qn_medium_state (medium, w, p, x);
}

double
qn_medium_energy (const QnMedium *medium, double w, const double *x)
{
  double e = 0;

  if (medium->klass->energy)
    return medium->klass->energy (medium, w, x);
  for (int a = 0; a < medium->d; a++)
    e += (medium->h0[a] + w * medium->h1[a]) * x[a];
  return e;
}

int
qn_medium_jumps (const QnMedium *medium, const QnSurroundings *at, const QnEigen *eigen, QnJumpOperator *out, GError **error)
{
  int n = 0;

  for (int k = 0; k < at->n_baths; k++)
    if ((at->contacts & (1u << k)) && at->bath[k].coupling != 0
        && !OF_CLASS (medium, jumps) (medium, &at->bath[k], k, eigen, out, &n, error))
      return -1;
  for (int k = 0; at->dephasing > 0 && !medium->diagonal && k < medium->n; k++)
    qn_jump_operator_add (qn_jump_operator_append (out, &n, -1, at->dephasing, 0), k, k, 1);
  return n;
}

static double
row_times (int d, const double *row, const double *x)
{
  double sum = 0;

  for (int a = 0; a < d; a++)
    sum += row[a] * x[a];
  return sum;
}

void
qn_medium_currents (const QnMedium *medium, const double *rows, const double *x, QnReading *out)
{
  int d = medium->d, bare = medium->n_rows > QN_ROW_BARE ? QN_ROW_BARE : 0;

  for (int k = 0; k < QN_MAX_BATHS; k++)
    {
      out->current[k] = rows ? row_times (d, rows + k * d, x) : NAN;
      out->bare_current[k] = rows ? row_times (d, rows + (bare + k) * d, x) : NAN;
    }
  out->power = rows ? -row_times (d, rows + QN_ROW_WORK * d, x) : NAN;
  out->bare_power = rows ? -row_times (d, rows + (bare + QN_ROW_WORK) * d, x) : NAN;
}

void
qn_medium_read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  out->n_state = medium->d;
  memcpy (out->state, x, sizeof *x * medium->d);
  out->control = w;
  out->concurrence = out->mutual_information = out->part_z[0] = out->part_z[1] = NAN;
  qn_medium_currents (medium, NULL, x, out);
  OF_CLASS (medium, read) (medium, w, x, out);
}

void
qn_medium_swap (const QnMedium *medium, double angle, double *K)
{
  int d = medium->d;
  gsize swapped[QN_MAX_LEVELS];

  medium->klass->swapped (medium, swapped);
  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho, out;

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      qn_partial_swap (medium->n, QN_MAX_LEVELS, swapped, angle, &rho[0][0], &out[0][0]);
      qn_medium_state_coordinates (medium, out, x);
      for (int a = 0; a < d; a++)
        K[a * d + b] = x[a] - (a == b);
    }
}

void
qn_reading_density (const QnMediumSpec *spec, const QnReading *sample, gboolean energy_basis, QnOperator rho)
{
  QnMedium medium;
  QnEigen eigen;
  QnOperator bare;

  qn_medium_init (&medium, spec, sample->n_state > sample->n_levels);
  g_return_if_fail (!medium.klass->gaussian);
  qn_medium_state_matrix (&medium, sample->state, bare);
  memcpy (rho, bare, sizeof bare);
  qn_medium_eigen (&medium, sample->control, &eigen);
  for (int k = 0; energy_basis && k < medium.n; k++)
    for (int l = 0; l < medium.n; l++)
      rho[k][l] = qn_operator_element (medium.n, &eigen, bare, k, l);
  qn_medium_clear (&medium);
}

int
qn_medium_count_levels (const QnMediumSpec *spec, int g[QN_MAX_LEVELS])
{
  QnMedium medium;

  qn_medium_init (&medium, spec, FALSE);
  qn_medium_clear (&medium);
  for (int i = 0; g && i < medium.n; i++)
    g[i] = MAX (medium.g[i], 1);
  return medium.n;
}

gboolean
qn_medium_equal (const QnMedium *a, const QnMedium *b)
{
  return a->klass == b->klass && a->n == b->n && a->d == b->d && a->local == b->local && a->reset == b->reset && !memcmp (a->g, b->g, sizeof a->g)
         && !memcmp (a->H0, b->H0, sizeof a->H0) && !memcmp (a->H1, b->H1, sizeof a->H1) && !memcmp (a->X, b->X, sizeof a->X)
         && !memcmp (a->F, b->F, sizeof a->F) && !memcmp (a->turn, b->turn, sizeof a->turn);
}

gboolean
qn_medium_akin (const QnMediumSpec *a, const QnMediumSpec *b)
{
  return a->klass == b->klass && (a->klass == NULL || qn_medium_count_levels (a, NULL) == qn_medium_count_levels (b, NULL));
}

double
qn_medium_mixing (const QnMediumSpec *spec)
{
  return spec->klass->mixing ? spec->klass->mixing (spec) : 0;
}

void
qn_medium_levels (const QnMediumSpec *spec, double w, double *E)
{
  QnMedium medium;
  QnEigen eigen;

  qn_medium_init (&medium, spec, FALSE);
  qn_medium_eigen (&medium, w, &eigen);
  for (int i = 0; i < medium.n; i++)
    E[i] = eigen.E[i];
  qn_medium_clear (&medium);
}
