/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-history.h"

#include <glib/gi18n-lib.h>

struct _QnHistory
{
  GArray *steps; /* of QnStep, oldest first */
  guint present;
  guint open;    /* depth of begin */
  gboolean grouped; /* the open group has made its step */
};

static QnStep *
step_at (const QnHistory *history, guint i)
{
  return &g_array_index (history->steps, QnStep, i);
}

static gboolean
step_equal (const QnStep *a, const QnStep *b)
{
  return a->document == b->document && qn_experiment_equal (&a->experiment, &b->experiment) && qn_experiment_equal (&a->origin, &b->origin)
         && g_str_equal (a->origin.preset, b->origin.preset);
}

QnHistory *
qn_history_new (const QnStep *present)
{
  QnHistory *history = g_new0 (QnHistory, 1);

  g_return_val_if_fail (present != NULL && present->experiment.lab != NULL, NULL);
  history->steps = g_array_new (FALSE, FALSE, sizeof (QnStep));
  g_array_append_val (history->steps, *present);
  return history;
}

void
qn_history_free (QnHistory *history)
{
  if (history == NULL)
    return;
  g_array_unref (history->steps);
  g_free (history);
}

const QnStep *
qn_history_present (const QnHistory *history)
{
  return step_at (history, history->present);
}

static void
append (QnHistory *history, const QnStep *step)
{
  g_array_set_size (history->steps, history->present + 1);
  g_array_append_val (history->steps, *step);
  if (history->steps->len > QN_HISTORY_DEPTH)
    g_array_remove_index (history->steps, 0);
  history->present = history->steps->len - 1;
}

gboolean
qn_history_push (QnHistory *history, const QnStep *step)
{
  QnStep copy = *step;

  g_return_val_if_fail (step->experiment.lab != NULL && step->experiment.lab == step->origin.lab, FALSE);
  if (step_equal (&copy, qn_history_present (history)))
    return FALSE;
  if (history->open > 0 && history->grouped)
    {
      *step_at (history, history->present) = copy;
      return TRUE;
    }
  append (history, &copy);
  history->grouped = history->open > 0;
  return TRUE;
}

void
qn_history_begin (QnHistory *history)
{
  history->open++;
}

/* A drag there and back leaves no step behind. */
static void
drop_empty_group (QnHistory *history)
{
  if (history->grouped && history->present > 0 && step_equal (step_at (history, history->present), step_at (history, history->present - 1)))
    {
      history->present--;
      g_array_set_size (history->steps, history->present + 1);
    }
  history->grouped = FALSE;
}

void
qn_history_end (QnHistory *history)
{
  g_return_if_fail (history->open > 0);
  if (--history->open == 0)
    drop_empty_group (history);
}

const QnStep *
qn_history_peek_undo (const QnHistory *history)
{
  return history->present > 0 ? step_at (history, history->present - 1) : NULL;
}

const QnStep *
qn_history_peek_redo (const QnHistory *history)
{
  return history->present + 1 < history->steps->len ? step_at (history, history->present + 1) : NULL;
}

gboolean
qn_history_undo (QnHistory *history)
{
  if (history->open > 0)
    drop_empty_group (history);
  if (qn_history_peek_undo (history) == NULL)
    return FALSE;
  history->present--;
  return TRUE;
}

gboolean
qn_history_redo (QnHistory *history)
{
  if (history->open > 0)
    drop_empty_group (history);
  if (qn_history_peek_redo (history) == NULL)
    return FALSE;
  history->present++;
  return TRUE;
}

char *
qn_step_describe (const QnStep *from, const QnStep *to)
{
  const QnLab *lab = from->experiment.lab;
  const char *name = NULL;

  if (lab != to->experiment.lab)
    return g_strdup (_("lab"));
  if (from->document != to->document)
    return g_strdup (_("preset"));
  for (int i = 0; i < lab->n_parameters; i++)
    {
      if (from->experiment.value[i] == to->experiment.value[i])
        continue;
      if (name != NULL)
        return g_strdup (_("several parameters"));
      name = _(lab->parameters[i].name);
    }
  return g_strdup (name != NULL ? name : _("preset"));
}
