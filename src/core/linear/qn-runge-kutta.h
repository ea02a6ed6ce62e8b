/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one state does under a moving flow, n numbers x: dx/dt at s = t/duration. */
typedef struct
{
  int n;
  double duration;
  /* FALSE breaks off. */
  gboolean (*derivative) (gconstpointer data, double s, const double *x, double *dx, GError **error);
  /* Sets the error where no step is small enough. */
  void     (*stuck)      (gconstpointer data, double tolerance, GError **error);
  gconstpointer data;
} QnMovingState;

/* x over the whole duration, in steps of the Runge-Kutta method of order 8 of Prince & Dormand (J. Comput. Appl. Math. 7, 67
 * (1981); GSL's rk8pd), each with an error below 1e-13 of a component or below `absolute`. Cheaper than qn_magnus() where no map is
 * wanted, above all in a slow flow of fast rates, and small components keep their digits. */
gboolean qn_runge_kutta (const QnMovingState *state, double absolute, double *x, GError **error);

G_END_DECLS
