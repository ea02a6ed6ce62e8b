/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-runge-kutta.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>

#define RELATIVE 1e-13
#define FIRST_STEP 1e-6 /* of the duration */

typedef struct
{
  const QnMovingState *state;
  GError **error;
  gboolean broken_off;
} Work;

static int
derivative (double t, const double *x, double *dx, void *data)
{
  Work *work = data;
  const QnMovingState *state = work->state;

  work->broken_off = work->broken_off || !state->derivative (state->data, CLAMP (t / state->duration, 0, 1), x, dx, work->error);
  return work->broken_off ? GSL_EBADFUNC : GSL_SUCCESS;
}

gboolean
qn_runge_kutta (const QnMovingState *state, double absolute, double *x, GError **error)
{
  Work work = { state, error, FALSE };
  gsl_odeiv2_system system = { derivative, NULL, state->n, &work };
  gsl_odeiv2_driver *driver = gsl_odeiv2_driver_alloc_y_new (&system, gsl_odeiv2_step_rk8pd, state->duration * FIRST_STEP, absolute, RELATIVE);
  double t = 0;
  int status = gsl_odeiv2_driver_apply (driver, &t, state->duration, x);

  gsl_odeiv2_driver_free (driver);
  if (status != GSL_SUCCESS && !work.broken_off)
    state->stuck (state->data, RELATIVE, error);
  return status == GSL_SUCCESS;
}
