/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks a text for translation by whoever shows it; the same as in <glib/gi18n.h>. */
#ifndef N_
#define N_(String) (String)
#endif

/* Errors of the physics layer: a machine that cannot be computed. Each carries a QnFault. */
#define QN_CORE_ERROR (qn_core_error_quark ())
GQuark qn_core_error_quark (void);

typedef enum
{
  QN_CORE_ERROR_INVALID,     /* a number that means nothing: NaN, negative duration */
  QN_CORE_ERROR_DIVERGES,    /* e.g. a bosonic contact across a level crossing */
  QN_CORE_ERROR_NO_PROGRESS, /* a step size or an iteration that does not converge */
} QnCoreError;

/* Which number of a machine or a protocol is meant; beside it what `place` counts, from 0. */
typedef enum
{
  /* the medium's */
  QN_QUANTITY_MEDIUM, /* which one it is */
  QN_QUANTITY_LEVELS,
  QN_QUANTITY_TUNNELLING,
  QN_QUANTITY_LEVEL_SPACING, /* spacings */
  QN_QUANTITY_DEGENERACY,    /* levels */
  QN_QUANTITY_EXCHANGE,
  QN_QUANTITY_ANISOTROPY,
  QN_QUANTITY_ZZ,
  QN_QUANTITY_COUPLING_RATIO,
  QN_QUANTITY_INTERACTION,
  QN_QUANTITY_DETUNING,
  QN_QUANTITY_MODEL,
  QN_QUANTITY_PART_ENERGY, /* reservoirs beside the parts */
  /* a reservoir's */
  QN_QUANTITY_TEMPERATURE,
  QN_QUANTITY_COUPLING,
  QN_QUANTITY_SPECTRUM,
  QN_QUANTITY_SQUEEZING,
  /* a stroke's */
  QN_QUANTITY_DURATION,
  QN_QUANTITY_CONTROL,
  QN_QUANTITY_DEPHASING,
  QN_QUANTITY_SWAP_ANGLE,
  /* the machine's */
  QN_QUANTITY_STROKES,
  QN_QUANTITY_RESERVOIRS,
  QN_QUANTITY_START_TEMPERATURE,
  QN_QUANTITY_START_STATE,
  QN_QUANTITY_START_AMPLITUDE,
  /* a process's */
  QN_QUANTITY_DISTANCE,
  QN_N_QUANTITIES
} QnQuantity;

/* What is wrong. A layer that names these quantities in its own way makes its own message of it. */
typedef struct
{
  QnQuantity quantity;
  int place;          /* which of several; -1: there is one, or all of them together */
  const char *stroke; /* static: id of the stroke it belongs to; NULL: of none */
  double value[4];    /* the number, and what else the text says */
  const char *text;   /* static, N_(): a printf format of value[0], value[1] ...: what is wrong and what is allowed */
} QnFault;

/* Sets an error "quantity: text"; always FALSE. */
gboolean qn_fault_set (QnCoreError code, const QnFault *fault, GError **error);

/* Says which stroke the error is of, where what set it could not know. Always FALSE. */
gboolean qn_fault_locate (GError **error, int place, const char *stroke);

/* Unless `good`: the error that a value is not what `text` allows. */
gboolean qn_core_check (gboolean good, QnQuantity quantity, int place, double value, const char *text, GError **error);

/* The fault of a QN_CORE_ERROR, the error's own; NULL of other errors. */
const QnFault *qn_fault_of (const GError *error);

/* What a quantity is called, N_(). */
const char *qn_quantity_words (QnQuantity quantity);

/* Texts of checks that stand in more than one place. */
#define QN_ALLOWED_FINITE N_ ("%g is not allowed; allowed: a finite number")
#define QN_ALLOWED_POSITIVE N_ ("%g is not allowed; allowed: more than 0")
#define QN_ALLOWED_NOT_NEGATIVE N_ ("%g is not allowed; allowed: 0 or more")

G_END_DECLS
