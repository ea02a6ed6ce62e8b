/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-worker.h"

G_BEGIN_DECLS

/* For the layer's own tests. Any thread. */
guint qn_worker_wakeups   (QnWorker *worker); /* how often its thread has gone round */
guint qn_worker_published (QnWorker *worker); /* how many snapshots it has made */

G_END_DECLS
