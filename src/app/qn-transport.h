/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/qn-session.h"

G_BEGIN_DECLS

/* Play or pause, step, back to the start, speed, timeline. Acts through the window's actions
 * win.play, win.step, win.reset and win.speed; only the timeline speaks to the session itself. */
#define QN_TYPE_TRANSPORT (qn_transport_get_type ())
G_DECLARE_FINAL_TYPE (QnTransport, qn_transport, QN, TRANSPORT, GtkWidget)

void qn_transport_set_session  (QnTransport *self, QnSession *session); /* keeps a reference */
void qn_transport_set_snapshot (QnTransport *self, QnSnapshot *snapshot);

/* A speed as people read it: "1×", "as fast as it can". Transfer full. */
char *qn_speed_name (const char *speed);

G_END_DECLS
