/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-qubit.h"

#include <math.h>

#include "core/linear/qn-hermitian.h"
#include "core/medium/qn-dissipator.h"
#include "core/medium/qn-operator-medium.h"
#include "core/medium/qn-operator-reading.h"

QnMediumSpec
qn_qubit_spec (double tunnelling)
{
  return qn_medium_spec (&qn_medium_qubit, &tunnelling, sizeof tunnelling);
}

static double
tunnelling_of (const QnMediumSpec *spec)
{
  return *(const double *) qn_medium_spec_own (spec);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_core_check (isfinite (tunnelling_of (spec)), QN_QUANTITY_TUNNELLING, -1, tunnelling_of (spec), QN_ALLOWED_FINITE, error);
}

static double
mixing (const QnMediumSpec *spec)
{
  return fabs (tunnelling_of (spec));
}

static void
init (QnMedium *medium, gboolean carry)
{
  double tunnelling = tunnelling_of (&medium->spec);

  medium->n = 2;
  medium->H1[0][0] = 0.5;
  medium->H1[1][1] = -0.5;
  if (tunnelling != 0 || carry)
    qn_operator_medium_couple (medium, medium->H0, 0, 1, tunnelling / 2);
  medium->X[0][0][1] = -I;
  medium->X[0][1][0] = I;
  qn_operator_medium_complete (medium);
}

/* Closed form for two levels: the field (D, 0, w) turns the basis by theta/2. */
static void
eigen (const QnMedium *medium, double w, QnEigen *eigen)
{
  double a = creal (medium->H0[0][0] + w * medium->H1[0][0]), b = creal (medium->H0[1][1] + w * medium->H1[1][1]), half;

  qn_symmetric_pair_eigen (a, b, creal (medium->H0[0][1] + w * medium->H1[0][1]), eigen->E, &half);
  eigen->V[0][0] = -sin (half);
  eigen->V[1][0] = cos (half);
  eigen->V[0][1] = cos (half);
  eigen->V[1][1] = sin (half);
}

/* A qubit's bath in closed form, n the Bloch vector of the upper level, |<0|X|1>| = 1:
 * dr/dt = -(down + up)/2 (r + n (n.r)) - (down - up) n Tr(rho). */
static gboolean
dissipator (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double w, double *D, GError **error)
{
  double tunnelling = tunnelling_of (&medium->spec), gap = hypot (tunnelling, w), down, up;
  double nx = gap > 0 ? tunnelling / gap : 0, nz = gap > 0 ? w / gap : 1, a, g, zz, xz;

  if (medium->diagonal)
    return qn_dissipator_add (medium, bath, which, eigen, w, D, error);
  if (!qn_bath_rates (bath, gap, &down, &up, error))
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

/* The Bloch vector is that of sigma, whatever the levels. */
static void
read (const QnMedium *medium, double w, const double *x, QnReading *out)
{
  double gap;
  QnEigen levels;
  QnOperator rho;

  qn_operator_reading_fill (medium, w, x, &levels, rho, out);
  gap = out->level[1] - out->level[0];
  out->bloch[0] = medium->diagonal ? 0 : M_SQRT2 * x[2];
  out->bloch[1] = medium->diagonal ? 0 : -M_SQRT2 * x[3];
  out->bloch[2] = x[0] - x[1];
  if (gap > 0)
    {
      out->axis[0] = tunnelling_of (&medium->spec) / gap;
      out->axis[2] = w / gap;
    }
}

const QnMediumClass qn_medium_qubit = {
  .id = "qubit",
  .name = N_ ("qubit"),
  .closed = TRUE,
  .carries = TRUE,
  .check = check,
  .mixing = mixing,
  .init = init,
  .eigen = eigen,
  .dissipator = dissipator,
  .read = read,
  .cost = qn_operator_medium_cost_of_mixing,
};
