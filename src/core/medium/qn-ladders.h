/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* What a ladder and a box share: levels that scale with the control, E_n = w e_n, and stay eigenstates whatever it does. X
 * couples neighbours. */

gboolean qn_ladders_check (int levels, GError **error);

/* The whole of init: e[n] of each level, x[n] the element of X between levels n and n + 1. */
void qn_ladders_init (QnMedium *medium, int levels, const double *e, const double *x);

G_END_DECLS
