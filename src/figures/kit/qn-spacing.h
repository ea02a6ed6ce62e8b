/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Measures in units of the body text (QnPen.text). What one figure alone has stands at its top under a name of its own. */

/* Sizes of text. */
#define QN_SIZE_HEADLINE 1.75 /* the number that a figure is about */
#define QN_SIZE_TITLE 1.5     /* of a sentence, of a whole picture */
#define QN_SIZE_NUMBER 1.25   /* in a picture */
#define QN_SIZE_STATEMENT 1.2 /* said instead of a picture */
#define QN_SIZE_MESSAGE 1.1   /* said where there is no experiment to draw */
#define QN_SIZE_NAME 0.95     /* of a point, a line or an area */
#define QN_SIZE_SIDE 0.92     /* beside the axes */
#define QN_SIZE_STROKE 0.9    /* of strokes and reservoirs */
#define QN_SIZE_LIMIT 0.88    /* of limits inside the axes */
#define QN_SIZE_NOTE 0.85     /* what explains the rest */
#define QN_SIZE_LEAST 0.6     /* that a paragraph may shrink to, */
#define QN_SIZE_TINY 0.5      /* where it has less room, */
#define QN_SIZE_TINIEST 0.45  /* and where all of it must be said */

/* Gaps. */
#define QN_GAP_HAIR 0.2    /* between an edge and what stands on it */
#define QN_GAP_LEADER 0.25 /* between a text and the line to it */
#define QN_GAP_NARROW 0.3  /* between an edge and a text */
#define QN_GAP_PAD 0.35    /* within a box */
#define QN_GAP_NEAR 0.4    /* between a text and another, or what it names */
#define QN_GAP 0.5
#define QN_GAP_MARGIN 0.6  /* at the sides of a row of texts */
#define QN_GAP_WIDE 0.8    /* between panels; above the axes */
#define QN_GAP_RIGHT 1.2   /* right of the axes (qn_axes_layout()) */

#define QN_SLACK 0.12      /* above and below a centred text: it sits on its digits' ink, not on its box */
