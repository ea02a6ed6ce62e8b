/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/linear/qn-types.h"

G_BEGIN_DECLS

typedef enum
{
  QN_SPECTRUM_BOSONIC,   /* gamma(w) = coupling; down gamma (n+1), up gamma n */
  QN_SPECTRUM_OHMIC,     /* gamma(w) = coupling * w; down gamma (n+1), up gamma n */
  QN_SPECTRUM_FERMIONIC, /* gamma(w) = coupling; down gamma (1-f), up gamma f */
} QnSpectrum;

typedef struct
{
  double temperature; /* > 0 */
  double coupling;    /* gamma >= 0 */
  QnSpectrum spectrum;
  double squeezing;   /* r, hot bath of an oscillator only: see qn-oscillator.h */
} QnBath;

/* What acts on a medium at one instant: the reservoirs in contact with it and whoever moves its control. A plain value; the
 * reservoirs are borrowed. */
typedef struct
{
  const QnBath *bath;
  int n_baths;
  guint contacts;           /* mask of 1u << QnBathIndex */
  double w, wdot;           /* control and its time derivative */
  gboolean counterdiabatic; /* H_CD acts while the control moves */
  double dephasing;         /* rate, instantaneous energy basis: off-diagonals decay as exp(-rate t) */
  double phase;             /* twice the angle int w dt that is left before the contact ends; read by squeezed reservoirs only */
} QnSurroundings;

/* Rates of the jumps down and up across a gap w >= 0: gamma(w) (n + 1), gamma(w) n with Bose's n = 1/(exp(w/T) - 1), or
 * gamma (1 - f), gamma f with Fermi's f = 1/(exp(w/T) + 1). At w = 0 the limit; a bosonic bath has none: FALSE and
 * QN_CORE_ERROR_DIVERGES. */
gboolean qn_bath_rates (const QnBath *bath, double w, double *down, double *up, GError **error);

/* The error of a bosonic contact across a level crossing. */
void qn_bath_set_diverges (GError **error);

G_END_DECLS
