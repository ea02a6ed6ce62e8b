/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/kit/qn-figure-class.h"

G_BEGIN_DECLS

/* Reservoirs left (hot) and right (cold), the medium between them, work (or a third reservoir) above:
 * bands as wide as the energies they carry, arrowheads where energy arrives. */
typedef enum { QN_FLOW_HOT, QN_FLOW_COLD, QN_FLOW_WORK, QN_N_FLOWS } QnFlow;

typedef struct
{
  gboolean third;           /* QN_FLOW_WORK stands for a third reservoir's heat */
  double into[QN_N_FLOWS];  /* energy into the medium per cycle: heats, and minus the work output */
  double per_unit;          /* canvas units per unit of energy */
  double left, right;       /* inner edges of the reservoirs */
  double top;               /* where the work leaves */
  double x, y;              /* the medium */
  double block_width, block_height;
  double band_max;          /* the widest band there is room for */
  /* Filled in by qn_flow_picture_prepare(): */
  double amount[QN_N_FLOWS]; /* width of each stem */
  double lane[QN_N_FLOWS][QN_N_FLOWS]; /* width of the ribbon between two ends */
} QnFlowPicture;

/* Into the medium per cycle: heat, or minus the work output; of a third reservoir its heat in the place of work. Rounding is 0. */
double qn_flow_into (const QnSnapshot *snapshot, QnFlow flow);

QnHue qn_flow_picture_hue (const QnFlowPicture *picture, QnFlow flow);
void qn_flow_picture_prepare (QnFlowPicture *picture, QnPen *pen, double scale);
void qn_flow_picture_draw    (const QnFlowPicture *picture, QnPen *pen);
/* Half the extent of a stem with its arrowhead, for labels beside it. */
double qn_flow_picture_reach (const QnFlowPicture *picture, QnPen *pen, QnFlow flow);
/* Beads in the stem, `phase` spacings along it towards the medium. */
void qn_flow_picture_beads   (const QnFlowPicture *picture, QnPen *pen, QnFlow flow, double phase);
/* A ring round a reservoir in contact. */
void qn_flow_picture_contact (const QnFlowPicture *picture, QnPen *pen, QnFlow flow);

G_END_DECLS
