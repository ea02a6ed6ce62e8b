/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-map.h"

G_BEGIN_DECLS

/* A linear flow whose generator moves: d <= QN_MAX_STATE coordinates, m <= QN_MAX_ROWS ledger rows, s = t/duration from 0 to 1. */
typedef struct
{
  int d, m;
  double duration;
  /* G and r at s; FALSE breaks off. */
  gboolean (*generator) (gconstpointer data, double s, double *G, double *r, GError **error);
  /* Sets the error where no step is small enough for the tolerance. */
  void     (*stuck)     (gconstpointer data, double tolerance, GError **error);
  gconstpointer data;
} QnMovingFlow;

/* K, R <- the flow over s in [from, to] after them, in steps of QnPropagator.step whose error is estimated by halving: what is left
 * of it in K and R is below `tolerance` for each unit of s. What would take several times too many steps is given up at once. */
gboolean qn_magnus (const QnMovingFlow *flow, double from, double to, double tolerance, double *K, double *R, GError **error);

G_END_DECLS
