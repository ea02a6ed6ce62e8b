/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* Undo and redo over experiments: plain values, no signals, no GTK. */

/* What the window works on, and where its reset buttons go: the preset, the file or the
 * defaults that the present values were changed from. Always of the same lab. `document`
 * tells steps apart that belong to different files: a number of the caller's own. */
typedef struct
{
  QnExperiment experiment;
  QnExperiment origin;
  guint document;
} QnStep;

#define QN_HISTORY_DEPTH 500

typedef struct _QnHistory QnHistory;

QnHistory *qn_history_new  (const QnStep *present);
void       qn_history_free (QnHistory *history);

const QnStep *qn_history_present (const QnHistory *history);

/* A new present; what could be redone is forgotten. FALSE, and nothing happens, when the
 * values are those of the present. Between begin and end all changes make one step,
 * and none at all when the values end where they began. Begin and end nest. */
gboolean qn_history_push  (QnHistory *history, const QnStep *step);
void     qn_history_begin (QnHistory *history);
void     qn_history_end   (QnHistory *history);

/* The step that undo or redo would lead to, NULL if there is none. */
const QnStep *qn_history_peek_undo (const QnHistory *history);
const QnStep *qn_history_peek_redo (const QnHistory *history);

/* FALSE if there is nothing. A group that is open is ended first. */
gboolean qn_history_undo (QnHistory *history);
gboolean qn_history_redo (QnHistory *history);

/* What sets two steps apart, in words for a tooltip, translated: a parameter's name, "lab", "preset", "several parameters". */
char *qn_step_describe (const QnStep *from, const QnStep *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnHistory, qn_history_free)

G_END_DECLS
