/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-operator.h"

QnJumpOperator *
qn_jump_operator_append (QnJumpOperator *out, int *n, int bath, double rate, double quantum)
{
  QnJumpOperator *jump = &out[(*n)++];

  jump->bath = bath;
  jump->rate = rate;
  jump->quantum = quantum;
  jump->n = 0;
  return jump;
}

void
qn_jump_operator_add (QnJumpOperator *jump, int to, int from, double _Complex x)
{
  jump->entry[jump->n].to = to;
  jump->entry[jump->n].from = from;
  jump->entry[jump->n++].x = x;
}

void
qn_operator_commutator (int n, double _Complex factor, QnOperator a, QnOperator b, QnOperator out)
{
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        double _Complex sum = 0;

        for (int k = 0; k < n; k++)
          sum += a[i][k] * b[k][j] - b[i][k] * a[k][j];
        out[i][j] += factor * sum;
      }
}
