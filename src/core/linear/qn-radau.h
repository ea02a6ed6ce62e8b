/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-magnus.h"

G_BEGIN_DECLS

/* What qn_magnus() does, for a flow that damps much faster than it changes: K, R <- the flow over s in [from, to] after them, by the Radau
 * IIA collocation of five stages, order 9 and L-stable (E. Hairer & G. Wanner, Solving Ordinary Differential Equations II, IV.5). The error
 * of a step, told from its halves, is that in what the flow before it leaves: what is gone by then needs no accuracy, so steps grow to what
 * the slow motion asks for. The first n rows of the generator add up to zero (0: nothing is known to), and so do those of K. */
gboolean qn_radau (const QnMovingFlow *flow, int n, double from, double to, double tolerance, double *K, double *R, GError **error);

G_END_DECLS
