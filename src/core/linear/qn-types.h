/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-fault.h"

G_BEGIN_DECLS

/* Units everywhere in core: hbar = k_B = 1. Energies, temperatures, rates and
 * frequencies share one unit; times are its inverse; entropy is in nats.
 *
 * Signs everywhere: heat is positive INTO the medium; work is counted as
 * OUTPUT, delivered by the medium to whoever drives it. First law over any
 * interval: dU = sum_k Q_k - W_out. */

#define QN_MAX_LEVELS 9      /* Hilbert-space dimension N: three qubits, a pair of three-level systems */
#define QN_MAX_LADDER 8      /* levels of a ladder or a box */
#define QN_MAX_DEGENERACY 1000
#define QN_MAX_STATE 20      /* real coordinates of rho that are ever other than zero */
#define QN_MAX_BATHS 3
#define QN_MAX_ROWS (2 * (QN_MAX_BATHS + 1)) /* of a ledger: heat of each bath and work, by two energies */
#define QN_MAX_STROKES 8
#define QN_MAX_SQUEEZING 10 /* |r|: e^{2r} is the ratio of noises */

/* Index of a bath in every array of baths; `1u << index` in a bath mask. */
typedef enum
{
  QN_HOT,
  QN_COLD,
  QN_THIRD,
} QnBathIndex;

/* Whatever takes long is told where to look (NULL: nowhere) every millisecond or so of work; another thread sets the flag by
 * g_atomic_int_set(). What was broken off says so by FALSE or NULL without an error. */
static inline gboolean
qn_is_cancelled (const gint *cancelled)
{
  return cancelled && g_atomic_int_get (cancelled);
}

G_END_DECLS
