/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

/* Errors of the physics layer: a machine that cannot be computed. The message
 * names the quantity, its value and what is allowed. */
#define QN_CORE_ERROR (qn_core_error_quark ())
GQuark qn_core_error_quark (void);

typedef enum
{
  QN_CORE_ERROR_INVALID,     /* a number that means nothing: NaN, negative duration */
  QN_CORE_ERROR_DIVERGES,    /* e.g. a bosonic contact across a level crossing */
  QN_CORE_ERROR_NO_PROGRESS, /* a step size or an iteration that does not converge */
} QnCoreError;

/* Whatever takes long is told where to look (NULL: nowhere) every millisecond or so of work; another thread sets the flag by
 * g_atomic_int_set(). What was broken off says so by FALSE or NULL without an error. */
static inline gboolean
qn_is_cancelled (const gint *cancelled)
{
  return cancelled && g_atomic_int_get (cancelled);
}

/* Unless `good`: FALSE and the error "what: value is not allowed; allowed: ...". */
gboolean qn_core_check (gboolean good, const char *what, double value, const char *allowed, GError **error);

G_END_DECLS
