/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-session.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "lab/qn-monte-carlo.h"
#include "sim/qn-background.h"

/* Frames without news after which a paused machine is taken to be at rest. */
#define PATIENCE 30

/* What was chosen once, with everything changed since. */
typedef struct
{
  GFile *file; /* NULL: never saved */
  QnExperiment saved;
} Document;

struct _QnSession
{
  GObject parent_instance;

  /* Owned */
  QnWorker *worker;
  QnHistory *history;
  GArray *documents; /* of Document, indexed by QnStep.document */
  char *speed;

  gboolean playing, suspended;
  QnExperiment asked;  /* what the worker was told last */
  gboolean unanswered; /* it has not come back in a snapshot yet */
  int patience;
  guint extras;
  gboolean growing;    /* single runs are still being added up, or points to a sweep */
  double position;     /* of the last snapshot, or where the last seek went */
};

G_DEFINE_FINAL_TYPE (QnSession, qn_session, G_TYPE_OBJECT)

enum { PROP_PLAYING = 1, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_SPEED, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const speeds[] = { "0.1", "0.25", "0.5", "1", "2", "5", "10", "100", "max", NULL };

const char *const *
qn_session_speeds (void)
{
  return speeds;
}

const QnLab *
qn_lab_first (void)
{
  return qn_lab_find ("otto");
}

void
qn_experiment_init_first (QnExperiment *experiment, const QnLab *lab)
{
  gsize n;
  const QnPreset *presets = qn_lab_presets (lab, &n);

  if (n == 0 || !qn_experiment_load_preset (experiment, lab, presets[0].id, NULL))
    qn_experiment_init (experiment, lab);
}

static const QnStep *
present (QnSession *self)
{
  return qn_history_present (self->history);
}

static Document *
document (QnSession *self)
{
  return &g_array_index (self->documents, Document, present (self)->document);
}

static void
clear_document (gpointer data)
{
  Document *doc = data;

  g_clear_object (&doc->file);
}

static guint
add_document (QnSession *self, GFile *file, const QnExperiment *saved)
{
  Document doc = { .file = file != NULL ? g_object_ref (file) : NULL, .saved = *saved };

  g_array_append_val (self->documents, doc);
  return self->documents->len - 1;
}

/* The worker has been told something: news may come, but need not. */
static void
expect (QnSession *self)
{
  self->patience = PATIENCE;
}

static void
present_changed (QnSession *self)
{
  const QnExperiment *experiment = &present (self)->experiment;

  if (!qn_experiment_equal (&self->asked, experiment))
    {
      qn_worker_set_experiment (self->worker, experiment);
      self->asked = *experiment;
      self->unanswered = TRUE;
    }
  expect (self);
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
}

static void
qn_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QnSession *self = QN_SESSION (object);

  switch (id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, qn_session_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, qn_session_can_redo (self));
      break;
    case PROP_SPEED:
      g_value_set_string (value, self->speed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qn_session_finalize (GObject *object)
{
  QnSession *self = QN_SESSION (object);

  qn_worker_free (self->worker);
  qn_history_free (self->history);
  g_array_unref (self->documents);
  g_free (self->speed);
  G_OBJECT_CLASS (qn_session_parent_class)->finalize (object);
}

static void
qn_session_class_init (QnSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qn_session_get_property;
  object_class->finalize = qn_session_finalize;
  props[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SPEED] = g_param_spec_string ("speed", NULL, NULL, "1", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qn_session_init (QnSession *self)
{
  self->speed = g_strdup ("1");
  self->documents = g_array_new (FALSE, FALSE, sizeof (Document));
  g_array_set_clear_func (self->documents, clear_document);
}

QnSession *
qn_session_new (const QnExperiment *experiment)
{
  QnSession *self = g_object_new (QN_TYPE_SESSION, NULL);
  QnStep first = { 0 };

  if (experiment != NULL)
    first.experiment = *experiment;
  else
    qn_experiment_init_first (&first.experiment, qn_lab_first ());
  first.origin = qn_experiment_origin (&first.experiment);
  first.document = add_document (self, NULL, &first.experiment);
  self->history = qn_history_new (&first);
  self->worker = qn_worker_new (&first.experiment);
  self->asked = first.experiment;
  self->unanswered = TRUE;
  expect (self);
  return self;
}

const QnExperiment *
qn_session_get_experiment (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  return &present (self)->experiment;
}

const QnExperiment *
qn_session_get_origin (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  return &present (self)->origin;
}

void
qn_session_edit (QnSession *self, const QnExperiment *experiment)
{
  QnStep step = { .experiment = *experiment };

  g_return_if_fail (QN_IS_SESSION (self));
  step.origin = present (self)->origin;
  step.document = present (self)->document;
  if (step.origin.lab != step.experiment.lab)
    qn_experiment_init_first (&step.origin, step.experiment.lab);
  if (qn_history_push (self->history, &step))
    present_changed (self);
}

void
qn_session_begin_edit (QnSession *self)
{
  g_return_if_fail (QN_IS_SESSION (self));
  qn_history_begin (self->history);
}

void
qn_session_end_edit (QnSession *self)
{
  g_return_if_fail (QN_IS_SESSION (self));
  qn_history_end (self->history);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
}

void
qn_session_restore (QnSession *self)
{
  QnExperiment origin;

  g_return_if_fail (QN_IS_SESSION (self));
  origin = present (self)->origin;
  qn_session_edit (self, &origin);
}

void
qn_session_choose (QnSession *self, const QnExperiment *experiment, GFile *file)
{
  QnStep step = { .experiment = *experiment, .origin = qn_experiment_origin (experiment) };

  g_return_if_fail (QN_IS_SESSION (self));
  if (file == NULL && document (self)->file == NULL && qn_experiment_equal (experiment, &present (self)->experiment)
      && g_str_equal (experiment->preset, present (self)->origin.preset))
    return;
  step.document = add_document (self, file, experiment);
  if (qn_history_push (self->history, &step))
    present_changed (self);
}

gboolean
qn_session_can_undo (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), FALSE);
  return qn_history_peek_undo (self->history) != NULL;
}

gboolean
qn_session_can_redo (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), FALSE);
  return qn_history_peek_redo (self->history) != NULL;
}

void
qn_session_undo (QnSession *self)
{
  g_return_if_fail (QN_IS_SESSION (self));
  if (qn_history_undo (self->history))
    present_changed (self);
}

void
qn_session_redo (QnSession *self)
{
  g_return_if_fail (QN_IS_SESSION (self));
  if (qn_history_redo (self->history))
    present_changed (self);
}

static char *
step_label (QnSession *self, const QnStep *other, const char *plain, const char *format)
{
  g_autofree char *what = NULL;

  if (other == NULL)
    return g_strdup (plain);
  what = qn_step_describe (present (self), other);
  return g_strdup_printf (format, what);
}

char *
qn_session_undo_label (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  /* TRANSLATORS: %s is what would be undone: a parameter's name, "lab", "preset". */
  return step_label (self, qn_history_peek_undo (self->history), _("Undo"), _("Undo: %s"));
}

char *
qn_session_redo_label (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  /* TRANSLATORS: %s is what would be done again: a parameter's name, "lab", "preset". */
  return step_label (self, qn_history_peek_redo (self->history), _("Redo"), _("Redo: %s"));
}

GFile *
qn_session_get_file (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  return document (self)->file;
}

const QnExperiment *
qn_session_get_saved (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  return &document (self)->saved;
}

void
qn_session_set_saved (QnSession *self, GFile *file, const QnExperiment *experiment)
{
  g_return_if_fail (QN_IS_SESSION (self));
  g_set_object (&document (self)->file, file);
  document (self)->saved = *experiment;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
qn_session_modified (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), FALSE);
  return document (self)->file != NULL && !qn_experiment_equal (&document (self)->saved, &present (self)->experiment);
}

char *
qn_session_title (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  return g_strdup (_(present (self)->experiment.lab->name));
}

char *
qn_session_subtitle (QnSession *self)
{
  const QnStep *step;
  g_autofree char *base = NULL;
  gboolean changed;

  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  step = present (self);
  if (document (self)->file != NULL)
    {
      g_autofree char *path = g_file_get_basename (document (self)->file);

      base = g_filename_display_name (path);
      changed = qn_session_modified (self);
    }
  else
    {
      const QnPreset *preset = qn_experiment_preset (&step->origin);

      base = g_strdup (preset != NULL ? _(preset->name) : _("Own experiment"));
      changed = !qn_experiment_equal (&step->origin, &step->experiment);
    }
  /* TRANSLATORS: below the title: the name of a preset or a file whose values were changed. */
  return changed ? g_strdup_printf (_("%s, changed"), base) : g_steal_pointer (&base);
}

gboolean
qn_session_get_playing (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), FALSE);
  return self->playing;
}

static void
playing_changed (QnSession *self, gboolean playing)
{
  expect (self);
  self->playing = playing;
  /* Also where it was paused before: there is something to be fetched. */
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYING]);
}

void
qn_session_set_playing (QnSession *self, gboolean playing)
{
  g_return_if_fail (QN_IS_SESSION (self));
  if (self->playing == playing)
    return;
  if (!playing)
    qn_worker_pause (self->worker);
  else if (!self->suspended)
    qn_worker_play (self->worker);
  playing_changed (self, playing);
}

void
qn_session_step (QnSession *self)
{
  g_return_if_fail (QN_IS_SESSION (self));
  qn_worker_step (self->worker);
  playing_changed (self, FALSE);
}

void
qn_session_rewind (QnSession *self)
{
  g_return_if_fail (QN_IS_SESSION (self));
  qn_worker_reset (self->worker);
  if (self->playing && !self->suspended)
    qn_worker_play (self->worker);
  self->position = 0.0;
  expect (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYING]);
}

void
qn_session_seek (QnSession *self, double fraction)
{
  double distance;

  g_return_if_fail (QN_IS_SESSION (self));
  fraction = CLAMP (fraction, 0.0, 1.0);
  distance = fraction - self->position;
  if (distance < 0.0)
    distance += 1.0;
  if (distance <= 0.0)
    return;
  qn_worker_advance (self->worker, distance);
  playing_changed (self, FALSE);
  self->position = fraction;
}

const char *
qn_session_get_speed (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  return self->speed;
}

void
qn_session_set_speed (QnSession *self, const char *speed)
{
  g_return_if_fail (QN_IS_SESSION (self));
  g_return_if_fail (g_strv_contains (speeds, speed));
  if (g_str_equal (self->speed, speed))
    return;
  g_free (self->speed);
  self->speed = g_strdup (speed);
  qn_worker_set_speed (self->worker, g_str_equal (speed, "max") ? INFINITY : g_ascii_strtod (speed, NULL));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPEED]);
}

void
qn_session_want (QnSession *self, guint extras)
{
  g_return_if_fail (QN_IS_SESSION (self));

  if (extras == self->extras)
    return;
  self->extras = extras;
  qn_worker_want (self->worker, extras);
  expect (self);
}

void
qn_session_set_suspended (QnSession *self, gboolean suspended)
{
  g_return_if_fail (QN_IS_SESSION (self));
  if (self->suspended == suspended)
    return;
  self->suspended = suspended;
  if (self->playing && suspended)
    qn_worker_pause (self->worker);
  else if (self->playing)
    qn_worker_play (self->worker);
  expect (self);
}

/* More single runs are on their way. */
static gboolean
is_growing (const QnSnapshot *snapshot)
{
  const QnTable *estimates = qn_report_find (snapshot->runs, "estimates");

  return estimates && estimates->n_rows > 0 && qn_table_get (estimates, 0, QN_ESTIMATE_RUNS) < QN_MOST_RUNS;
}

/* Points of the sweep over the cycle time are on their way. */
static gboolean
is_sweeping (QnSession *self, const QnSnapshot *snapshot)
{
  const QnSweepCurve *sweep = snapshot->sweep;

  if (!(self->extras & QN_EXTRA_SWEEP) || !snapshot->valid)
    return FALSE;
  return sweep == NULL || sweep->progress < 1 || !qn_experiment_equal (&sweep->experiment, &snapshot->experiment);
}

QnSnapshot *
qn_session_take (QnSession *self)
{
  QnSnapshot *snapshot;

  g_return_val_if_fail (QN_IS_SESSION (self), NULL);
  snapshot = qn_worker_take (self->worker);
  if (snapshot == NULL)
    {
      self->patience -= self->patience > 0;
      return NULL;
    }
  /* What is not valid is about an experiment that may not be in it. */
  if (!snapshot->valid || qn_experiment_equal (&snapshot->experiment, &self->asked))
    self->unanswered = FALSE;
  self->position = snapshot->position;
  self->growing = is_growing (snapshot) || is_sweeping (self, snapshot) || snapshot->refining;
  expect (self);
  return snapshot;
}

gboolean
qn_session_expecting (QnSession *self)
{
  g_return_val_if_fail (QN_IS_SESSION (self), FALSE);
  return (self->playing && !self->suspended) || self->unanswered || self->patience > 0 || self->growing;
}
