/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-conserved.h"

#include <math.h>
#include <string.h>

#include "core/linear/qn-linear.h"

/* Reservoirs that touch the medium during a stroke. */
static guint
contacts (const QnMachine *machine, const QnStroke *stroke)
{
  guint mask = 0;

  for (int k = 0; stroke->duration > 0 && k < machine->n_baths; k++)
    if (machine->bath[k].coupling > 0)
      mask |= stroke->baths & (1u << k);
  return mask;
}

static gboolean
dissipates (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke)
{
  return contacts (machine, stroke) != 0 || (stroke->dephasing > 0 && stroke->duration > 0 && !medium->diagonal && !medium->klass->gaussian);
}

/* --- Populations alone: what is connected is one --------------------------- */

static int
conserved_populations (const QnMedium *medium, const QnMachine *machine, double *conserved)
{
  int d = medium->d, part[QN_MAX_STATE], n = 0;

  for (int i = 0; i < d; i++)
    part[i] = i;
  for (int s = 0; s < machine->n_strokes; s++)
    for (guint mask = contacts (machine, &machine->stroke[s]); mask; mask &= mask - 1)
      for (int i = 0; i < d; i++)
        for (int j = 0; j < d; j++)
          if (medium->X[__builtin_ctz (mask)][i][j] != 0 && part[i] != part[j])
            for (int k = 0, old = MAX (part[i], part[j]), now = MIN (part[i], part[j]); k < d; k++)
              part[k] = part[k] == old ? now : part[k];
  for (int p = 0; p < d; p++)
    {
      int size = 0;

      for (int i = 0; i < d; i++)
        size += part[i] == p;
      for (int i = 0; conserved && size && i < d; i++)
        conserved[n * d + i] = part[i] == p ? 1 / sqrt (size) : 0;
      n += size > 0;
    }
  return n;
}

/* --- Coherences too -------------------------------------------------------- */

static double
largest (const double *a, int n)
{
  double most = 0;

  for (int i = 0; i < n; i++)
    most = MAX (most, fabs (a[i]));
  return most;
}

/* S += -(G + G^T)/2 + A^T A, A = (G - G^T)/2, each in units of its largest element. */
static void
add_square (int d, const double *G, double *S)
{
  double even[QN_MAX_STATE * QN_MAX_STATE], odd[QN_MAX_STATE * QN_MAX_STATE], dissipated, turned;

  for (int i = 0; i < d; i++)
    for (int j = 0; j < d; j++)
      {
        even[i * d + j] = (G[i * d + j] + G[j * d + i]) / 2;
        odd[i * d + j] = (G[i * d + j] - G[j * d + i]) / 2;
      }
  dissipated = MAX (largest (even, d * d), G_MINDOUBLE);
  turned = MAX (largest (odd, d * d), G_MINDOUBLE);
  for (int i = 0; i < d; i++)
    for (int j = 0; j < d; j++)
      {
        S[i * d + j] -= even[i * d + j] / dissipated;
        for (int k = 0; k < d; k++)
          S[i * d + j] += odd[k * d + i] / turned * (odd[k * d + j] / turned);
      }
}

/* Of an orthogonal map 1 + K: K^T K = -(K + K^T). */
static void
add_event (const QnMedium *medium, const QnStroke *stroke, double *S)
{
  int d = medium->d;
  double K[QN_MAX_STATE * QN_MAX_STATE];

  qn_medium_swap (medium, stroke->swap, K);
  for (int i = 0; i < d; i++)
    for (int j = 0; j < d; j++)
      S[i * d + j] -= K[i * d + j] + K[j * d + i];
}

/* One instant, its reservoirs infinitely hot: rates 1 up and down whatever the gap. */
static void
add_instant (const QnMedium *medium, const QnMachine *machine, const QnStroke *stroke, double s, double *S)
{
  QnBath even[QN_MAX_BATHS];
  double G[QN_MAX_STATE * QN_MAX_STATE], rows[QN_N_ROWS * QN_MAX_STATE];
  QnSurroundings at;

  qn_stroke_surroundings (machine, stroke, s, &at);
  for (int k = 0; k < machine->n_baths; k++)
    even[k] = (QnBath) { .temperature = G_MAXDOUBLE, .coupling = 2, .spectrum = QN_SPECTRUM_FERMIONIC };
  at.bath = even;
  at.contacts = contacts (machine, stroke);
  at.dephasing = at.dephasing > 0 ? 1 : 0;
  at.counterdiabatic = FALSE;
  if (qn_medium_generator (medium, &at, G, rows, NULL))
    add_square (medium->d, G, S);
}

static int
conserved_operators (const QnMedium *medium, const QnMachine *machine, double *conserved)
{
  int d = medium->d, n = d;
  double S[QN_MAX_STATE * QN_MAX_STATE] = { 0 };

  /* whatever dissipates first: most often it leaves nothing to ask the others about */
  for (int turn = 0; turn < 2; turn++)
    for (int i = 0; n > 1 && i < machine->n_strokes; i++)
      {
        const QnStroke *stroke = &machine->stroke[i];

        if (dissipates (medium, machine, stroke) != (turn == 0) || (stroke->duration == 0 && stroke->swap == 0))
          continue;
        if (stroke->swap != 0)
          add_event (medium, stroke, S);
        else
          for (int p = 0; p <= (qn_stroke_rests (stroke) ? 0 : 2); p++)
            add_instant (medium, machine, stroke, p * 0.5, S);
        n = qn_linear_null_space (d, S, NULL);
      }
  return conserved ? qn_linear_null_space (d, S, conserved) : n;
}

int
qn_conserved (const QnMedium *medium, const QnMachine *machine, double *conserved)
{
  gboolean any = FALSE;

  for (int i = 0; i < machine->n_strokes; i++)
    any |= dissipates (medium, machine, &machine->stroke[i]);
  if (!any)
    return 0;
  if (medium->klass->gaussian)
    {
      for (int i = 0; conserved && i < medium->d; i++)
        conserved[i] = i == 0;
      return 1;
    }
  return medium->diagonal ? conserved_populations (medium, machine, conserved) : conserved_operators (medium, machine, conserved);
}
