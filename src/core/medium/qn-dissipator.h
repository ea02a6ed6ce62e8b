/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* A reservoir's dissipator by Davies: X_k falls into eigenoperators A(w) in the energy basis of the moment, transitions of
 * equal frequency (relative 1e-9) form one, and D_k = sum_w down(w) D[A(w)] + up(w) D[A(w)^+] (Breuer & Petruccione,
 * section 3.3). Where no coherence is followed only the rates between levels are left. What follows from the operators is
 * written once, here: generator, jump operators and secular ratio. They are the defaults of QnMediumClass. */
gboolean qn_dissipator_add (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double w, double *D, GError **error);
gboolean qn_dissipator_jumps (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, QnJumpOperator *out, int *n_out, GError **error);
double qn_dissipator_secular_ratio (const QnMedium *medium, const QnSurroundings *at);

G_END_DECLS
