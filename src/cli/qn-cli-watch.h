/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/qn-cli.h"

G_BEGIN_DECLS

/* Computations can be broken off by a signal; on a terminal they say after a second that they are under way. */
void        qn_cli_catch_signals (void);
const gint *qn_cli_cancelled     (void); /* for whatever takes long: set by a signal */
QnExit      qn_cli_broken_off    (void); /* where it was set and all is cleaned up: ends the program as the signal would have */
void        qn_cli_watch_begin   (void);
void        qn_cli_watch_tell    (int n, int of); /* so many cycles are done */
void        qn_cli_watch_tell_points (gsize n, gsize of);
void        qn_cli_watch_end     (void);

G_END_DECLS
