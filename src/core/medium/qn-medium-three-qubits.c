/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-three-qubits.h"

#include <math.h>

#include "core/medium/qn-dissipator.h"

QnMediumSpec
qn_three_qubits_spec (QnModel model, double cold, double third, double interaction)
{
  QnParts own = { .model = model, .energy = { [QN_HOT] = cold + third, [QN_COLD] = cold, [QN_THIRD] = third }, .interaction = interaction };

  return qn_medium_spec (&qn_medium_three_qubits, &own, sizeof own);
}

static gboolean
check (const QnMediumSpec *spec, GError **error)
{
  return qn_parts_check (spec, 3, TRUE, error);
}

static void
init (QnMedium *medium, gboolean carry)
{
  static const int reservoir[3] = { QN_COLD, QN_HOT, QN_THIRD };

  medium->reset = qn_parts (&medium->spec)->model == QN_MODEL_RESET;
  qn_parts_row_of_qubits (medium, 3, reservoir, 2, 5);
}

/* --- Reset ---------------------------------------------------------------- */

/* The bit of the qubit beside bath k in the number of a ket. */
static int
bit_beside (int k)
{
  return k == QN_COLD ? 4 : k == QN_HOT ? 2 : 1;
}

static void
add_reset (const QnMedium *medium, const QnBath *bath, int k, double *D)
{
  int n = medium->n, d = medium->d, bit = bit_beside (k);
  double up = 1 / (exp (MIN (qn_parts (&medium->spec)->energy[k] / bath->temperature, 700)) + 1);

  for (int b = 0; b < d; b++)
    {
      double x[QN_MAX_STATE] = { 0 };
      QnOperator rho, out = { { 0 } };

      x[b] = 1;
      qn_medium_state_matrix (medium, x, rho);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
          {
            out[i][j] -= bath->coupling * rho[i][j];
            if ((i & bit) == (j & bit))
              out[i][j] += bath->coupling * (i & bit ? up : 1 - up) * (rho[i][j] + rho[i ^ bit][j ^ bit]);
          }
      qn_medium_state_coordinates (medium, out, x);
      for (int a = 0; a < d; a++)
        D[a * d + b] += x[a];
    }
}

/* p (tau x Tr_k rho - rho) by four operators: whatever the bit was, it becomes what tau says. */
static void
reset_jumps (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, QnJumpOperator *out, int *n_out)
{
  int n = medium->n, place[QN_MAX_LEVELS] = { 0 };
  double gap = qn_parts (&medium->spec)->energy[which], excited = 1 / (exp (MIN (gap / bath->temperature, 700)) + 1);

  for (int k = 0; k < n; k++)
    for (int i = 0; i < n; i++)
      if (creal (eigen->V[i][k]) > 0.5)
        place[i] = k;
  for (int was = 0; was < 2; was++)
    for (int is = 0; is < 2; is++)
      {
        QnJumpOperator *jump = qn_jump_operator_append (out, n_out, which, bath->coupling * (is ? excited : 1 - excited), gap * (is - was));
        int bit = bit_beside (which);

        for (int i = 0; i < n; i++)
          if (!(i & bit) == !was)
            qn_jump_operator_add (jump, place[is ? i | bit : i & ~bit], place[i], 1);
      }
}

/* --- By the model --------------------------------------------------------- */

static gboolean
dissipator (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double w, double *D, GError **error)
{
  if (!medium->reset)
    return qn_dissipator_add (medium, bath, which, eigen, w, D, error);
  add_reset (medium, bath, which, D);
  return TRUE;
}

static gboolean
jumps (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, QnJumpOperator *out, int *n, GError **error)
{
  if (!medium->reset)
    return qn_dissipator_jumps (medium, bath, which, eigen, out, n, error);
  reset_jumps (medium, bath, which, eigen, out, n);
  return TRUE;
}

static double
secular_ratio (const QnMedium *medium, const QnSurroundings *at)
{
  return !medium->reset ? qn_dissipator_secular_ratio (medium, at) : INFINITY; /* no lines at all */
}

const QnMediumClass qn_medium_three_qubits = {
  .id = "three-qubits",
  .name = N_ ("three qubits"),
  .parts = TRUE,
  .bloch = { { "|101⟩", "|010⟩" }, { N_ ("the two states that interact only"), N_ ("|010⟩, |101⟩ only"), N_ ("|010⟩, |101⟩") } },
  .local = qn_parts_local,
  .check = check,
  .init = init,
  .read = qn_parts_read,
  .dissipator = dissipator,
  .jumps = jumps,
  .secular_ratio = secular_ratio,
};
