/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/qn-history.h"
#include "sim/qn-worker.h"

G_BEGIN_DECLS

/* What one window works on: an experiment with its history and its file, and the
 * worker that runs it. No GTK. Thread of GTK only; nothing here blocks.
 *
 * Properties (read only, notify): "playing" (boolean; notified by every command to the machine, also
 * those that leave it as it was), "can-undo", "can-redo" (boolean), "speed" (string).
 * Signal: "changed" ()   experiment, origin or file are others now. */
#define QN_TYPE_SESSION (qn_session_get_type ())
G_DECLARE_FINAL_TYPE (QnSession, qn_session, QN, SESSION, GObject)

QnSession *qn_session_new (const QnExperiment *experiment); /* NULL: the first preset of qn_lab_first(). Paused. */

/* The lab that opens at first start. */
const QnLab *qn_lab_first (void);

/* The default of a lab: its first preset, else the table's values. */
void qn_experiment_init_first (QnExperiment *experiment, const QnLab *lab);

const QnExperiment *qn_session_get_experiment (QnSession *self);
const QnExperiment *qn_session_get_origin     (QnSession *self); /* where reset goes */

/* Values changed by hand. Edits between begin and end are one step of undo. */
void     qn_session_edit       (QnSession *self, const QnExperiment *experiment);
void     qn_session_begin_edit (QnSession *self);
void     qn_session_end_edit   (QnSession *self);
void     qn_session_restore    (QnSession *self); /* all parameters back to the origin */

/* Another experiment, from a file or from none, and a step of undo: it becomes the origin. */
void     qn_session_choose     (QnSession *self, const QnExperiment *experiment, GFile *file);

gboolean qn_session_can_undo   (QnSession *self);
gboolean qn_session_can_redo   (QnSession *self);
void     qn_session_undo       (QnSession *self);
void     qn_session_redo       (QnSession *self);
char    *qn_session_undo_label (QnSession *self); /* "Undo: hot temperature"; transfer full */
char    *qn_session_redo_label (QnSession *self);

/* The file that "save" writes to; NULL where there is none. What was chosen since the last choice
 * shares one file; undo across a choice goes back to the file of that time. */
GFile   *qn_session_get_file   (QnSession *self);
const QnExperiment *qn_session_get_saved (QnSession *self); /* what the file holds, as far as is known */
void     qn_session_set_saved  (QnSession *self, GFile *file, const QnExperiment *experiment); /* what the file now holds */
gboolean qn_session_modified   (QnSession *self); /* there is a file and it holds something else */

/* Lab, and below it the preset or the file, with a word when values were changed. Transfer full. */
char    *qn_session_title      (QnSession *self);
char    *qn_session_subtitle   (QnSession *self);

/* Running. Speeds are the choices of the settings' key "speed". */
gboolean    qn_session_get_playing   (QnSession *self);
void        qn_session_set_playing   (QnSession *self, gboolean playing);
void        qn_session_step          (QnSession *self); /* to the end of the stroke, then paused */
void        qn_session_rewind        (QnSession *self); /* start state, no history; goes on playing if it was */
void        qn_session_seek          (QnSession *self, double fraction); /* on to this part of the period, then paused */
const char *qn_session_get_speed     (QnSession *self);
void        qn_session_set_speed     (QnSession *self, const char *speed);
/* Nobody is looking: the machine rests until they do. */
void        qn_session_set_suspended (QnSession *self, gboolean suspended);

/* What the figures in view want beyond the limit cycle: QnExtras of qn-background.h. */
void        qn_session_want          (QnSession *self, guint extras);

const char *const *qn_session_speeds (void); /* slow to fast, NULL-terminated */

/* The newest snapshot, NULL when nothing new came. Transfer full. */
QnSnapshot *qn_session_take      (QnSession *self);
/* Whether it is worth while to ask again in the next frame. */
gboolean    qn_session_expecting (QnSession *self);

G_END_DECLS
