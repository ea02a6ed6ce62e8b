/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-two-qubits.h"

#include <math.h>

#include "core/linear/qn-entropy.h"
#include "core/linear/qn-linear.h"
#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-operator-reading.h"

#define N QN_TWO_QUBITS_N

QnMediumSpec
qn_two_qubits_spec (QnTwoQubits own)
{
  return qn_medium_spec (&qn_medium_two_qubits, &own, sizeof own);
}

const QnTwoQubits *
qn_two_qubits (const QnMediumSpec *spec)
{
  return qn_medium_spec_own (spec);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_core_check (isfinite (qn_two_qubits (spec)->exchange), QN_QUANTITY_EXCHANGE, -1, qn_two_qubits (spec)->exchange, QN_ALLOWED_FINITE, error)
         && qn_core_check (isfinite (qn_two_qubits (spec)->anisotropy), QN_QUANTITY_ANISOTROPY, -1, qn_two_qubits (spec)->anisotropy, QN_ALLOWED_FINITE, error)
         && qn_core_check (isfinite (qn_two_qubits (spec)->zz), QN_QUANTITY_ZZ, -1, qn_two_qubits (spec)->zz, QN_ALLOWED_FINITE, error)
         && qn_core_check (isfinite (qn_two_qubits (spec)->coupling_ratio), QN_QUANTITY_COUPLING_RATIO, -1, qn_two_qubits (spec)->coupling_ratio, QN_ALLOWED_FINITE, error);
}

static double
mixing (const QnMediumSpec *spec)
{
  return fabs (qn_two_qubits (spec)->exchange * qn_two_qubits (spec)->anisotropy);
}

static void
init (QnMedium *medium, gboolean carry)
{
  const QnTwoQubits *spec = qn_two_qubits (&medium->spec);
  QnOperator *X = &medium->X[0];
  double J = spec->exchange;

  medium->n = N;
  /* before any element is written, after which gcc 12 with -fsanitize takes a row of H0 for the whole and warns */
  qn_operator_medium_couple (medium, medium->H0, 0, 3, J * spec->anisotropy);
  qn_operator_medium_couple (medium, medium->H0, 1, 2, 0);
  medium->H1[0][0] = 1;
  medium->H1[3][3] = -1;
  medium->H0[0][0] = medium->H0[3][3] = J * spec->zz / 2;
  medium->H0[1][1] = -J * spec->zz / 2 + J;
  medium->H0[2][2] = -J * spec->zz / 2 - J;
  (*X)[0][1] = (*X)[1][0] = (*X)[1][3] = (*X)[3][1] = (1 + spec->coupling_ratio) * M_SQRT1_2;
  (*X)[2][3] = (*X)[3][2] = (1 - spec->coupling_ratio) * M_SQRT1_2;
  (*X)[0][2] = (*X)[2][0] = -(*X)[2][3];
  qn_operator_medium_complete (medium);
}

/* Even low, even high, odd |+-> - |-+>, odd |+-> + |-+>: named by symmetry, whatever their order in energy. */
static void
levels_by_symmetry (const QnMediumSpec *spec, double w, double E[N])
{
  double J = qn_two_qubits (spec)->exchange, half = J * qn_two_qubits (spec)->zz / 2, root = hypot (w, J * qn_two_qubits (spec)->anisotropy);

  E[0] = half - root;
  E[1] = half + root;
  E[2] = -half - J;
  E[3] = -half + J;
}

void
qn_two_qubits_turn (QnOperator a)
{
  for (int i = 0; i < N; i++)
    {
      double _Complex sum = (a[1][i] + a[2][i]) * M_SQRT1_2, difference = (a[1][i] - a[2][i]) * M_SQRT1_2;

      a[1][i] = sum;
      a[2][i] = difference;
    }
  for (int i = 0; i < N; i++)
    {
      double _Complex sum = (a[i][1] + a[i][2]) * M_SQRT1_2, difference = (a[i][1] - a[i][2]) * M_SQRT1_2;

      a[i][1] = sum;
      a[i][2] = difference;
    }
}

/* Levels of unlike symmetry cross. */
static void
follow (const QnMedium *medium, double w0, double w1, int to[QN_MAX_LEVELS])
{
  double E[N];
  int before[N], after[N];

  levels_by_symmetry (&medium->spec, w0, E);
  qn_linear_ascending (N, E, before);
  levels_by_symmetry (&medium->spec, w1, E);
  qn_linear_ascending (N, E, after);
  for (int n = 0; n < N; n++)
    for (int m = 0; m < N; m++)
      if (before[n] == after[m])
        to[n] = m;
}

/* Do two levels that X couples cross between w0 and w1? */
static gboolean
cross (const QnMediumSpec *spec, double w0, double w1)
{
  double before[N], after[N];

  levels_by_symmetry (spec, w0, before);
  levels_by_symmetry (spec, w1, after);
  for (int even = 0; even < 2; even++)
    for (int odd = 2; odd < 4; odd++)
      {
        double coupling = odd == 2 ? 1 - qn_two_qubits (spec)->coupling_ratio : 1 + qn_two_qubits (spec)->coupling_ratio;

        if (coupling != 0 && (before[even] - before[odd]) * (after[even] - after[odd]) < 0)
          return TRUE;
      }
  return FALSE;
}

/* Somewhere on the way the gap is 0, wherever the steps of a computation fall. */
static gboolean
check_stroke (const QnMediumSpec *spec, double from, double to, const QnBath *bath, guint contacts, GError **error)
{
  for (int k = 0; k < QN_MAX_BATHS; k++)
    if ((contacts & (1u << k)) && bath[k].coupling > 0 && bath[k].spectrum == QN_SPECTRUM_BOSONIC && cross (spec, from, to))
      {
        qn_bath_set_diverges (error);
        return FALSE;
      }
  return TRUE;
}

static void
read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  QnEigen levels;
  QnOperator rho;

  qn_operator_reading_fill (medium, w, x, &levels, rho, out);
  qn_operator_reading_bloch (medium, &levels, rho, out);
  qn_two_qubits_turn (rho);
  qn_operator_reading_of_two (medium, rho, 2, 0, out);
}

/* --- At rest in equilibrium ----------------------------------------------- */

double
qn_pair_ground_entanglement (const QnMediumSpec *medium, double w)
{
  const QnTwoQubits *own = qn_two_qubits (medium);
  double E[N];
  int order[N];

  levels_by_symmetry (medium, w, E);
  qn_linear_ascending (N, E, order);
  if (!(E[order[1]] - E[order[0]] > 1e-9 * (E[order[3]] - E[order[0]])))
    return NAN;
  return order[0] >= 2 ? M_LN2 : qn_entropy_binary (pow (sin (atan2 (own->exchange * own->anisotropy, w) / 2), 2));
}

static double
log_sinh (double x)
{
  return x + log (-expm1 (-2 * x)) - M_LN2;
}

static double
log_cosh (double x)
{
  return x + log1p (exp (-2 * x)) - M_LN2;
}

/* Above 0 where the Gibbs state is entangled: of the two terms of its concurrence, the logarithms of what makes and of
 * what breaks it. Even block +-Omega about Jd/2, odd block +-J about -Jd/2. */
static double
entangled (const QnMediumSpec *medium, double w, double T)
{
  double J = qn_two_qubits (medium)->exchange, Omega = hypot (w, J * qn_two_qubits (medium)->anisotropy), shift = J * qn_two_qubits (medium)->zz / T;
  double even = Omega > 0 ? log (fabs (J * qn_two_qubits (medium)->anisotropy) / Omega) + log_sinh (Omega / T) : -INFINITY;
  double even_diagonal = fmax (even, 0) + log1p (exp (-2 * fabs (even))) / 2;

  return fmax (even - shift - log_cosh (fabs (J) / T), log_sinh (fabs (J) / T) + shift - even_diagonal);
}

double
qn_pair_entanglement_temperature (const QnMediumSpec *medium, double w)
{
  double scale, low, high;

  if (qn_two_qubits (medium)->exchange == 0)
    return NAN;
  scale = fabs (w) + fabs (qn_two_qubits (medium)->exchange) * (1 + fabs (qn_two_qubits (medium)->anisotropy) + fabs (qn_two_qubits (medium)->zz));
  for (low = high = 4 * scale; low > 1e-3 * scale && entangled (medium, w, low) <= 0; low /= 1.05)
    high = low;
  if (entangled (medium, w, low) <= 0)
    return NAN;
  for (int i = 0; i < 60; i++)
    {
      double middle = sqrt (low * high);

      *(entangled (medium, w, middle) > 0 ? &low : &high) = middle;
    }
  return sqrt (low * high);
}

const QnMediumClass qn_medium_two_qubits = {
  .id = "two-qubits",
  .name = N_ ("two qubits"),
  .spins = TRUE,
  .check = check,
  .check_stroke = check_stroke,
  .mixing = mixing,
  .init = init,
  .follow = follow,
  .read = read,
  .cost = qn_operator_medium_cost_of_mixing,
};
