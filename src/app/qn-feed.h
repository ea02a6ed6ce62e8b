/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/qn-session.h"
#include "app/qn-transport.h"
#include "widgets/qn-figure-board.h"
#include "widgets/qn-parameter-panel.h"
#include "widgets/qn-result-strip.h"

G_BEGIN_DECLS

/* The views of a window. */
typedef struct
{
  QnResultStrip *strip;
  QnFigureBoard *board;
  QnTransport *transport;
  QnParameterPanel *panel; /* only asked whether it is dragged */
  GtkRevealer *problem;    /* the message over the figures, */
  GtkLabel *problem_label; /* within it */
} QnViews;

/* Hands the newest snapshot of the session to the views, from one tick callback, which is there only while the machine
 * runs or an answer of the worker is awaited, and the window is to be seen. Says when what is shown falls
 * behind what was asked for. A plain part of the window. */
typedef struct
{
  GtkWidget *window;  /* borrowed */
  QnSession *session; /* borrowed */
  QnViews views;      /* borrowed */
  QnSnapshot *shown;  /* owned: the last one; NULL before the first */
  guint tick;
  gint64 last_frame;   /* of the last snapshot, microseconds; 0: none */
  gint64 behind_since; /* when what is shown fell behind what was asked for; 0: it has not */
} QnFeed;

void qn_feed_init  (QnFeed *self, GtkWidget *window, QnSession *session, const QnViews *views);
void qn_feed_clear (QnFeed *self);

/* After anything that makes the window seen or not, or the session expect answers: begins or ends. */
void qn_feed_update (QnFeed *self);

/* The message over the figures, NULL when the experiment can be computed. */
const char *qn_feed_problem (QnFeed *self);

G_END_DECLS
