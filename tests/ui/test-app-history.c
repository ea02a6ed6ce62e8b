/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: exact, one step a drag, bounded. */
#include "app/qn-history.h"

static QnStep
first_step (void)
{
  QnStep step = { 0 };

  qn_experiment_init (&step.experiment, qn_lab_find ("otto"));
  step.origin = step.experiment;
  return step;
}

static QnStep
with (const QnStep *step, const char *id, double value)
{
  QnStep next = *step;
  g_autoptr (GError) error = NULL;

  qn_experiment_set (&next.experiment, id, value, &error);
  g_assert_no_error (error);
  return next;
}

static double
present_value (QnHistory *history, const char *id)
{
  return qn_experiment_get (&qn_history_present (history)->experiment, id);
}

static void
test_there_and_back (void)
{
  QnStep step = first_step ();
  g_autoptr (QnHistory) history = qn_history_new (&step);
  QnExperiment seen[40];

  g_assert_false (qn_history_undo (history));
  g_assert_false (qn_history_redo (history));
  seen[0] = step.experiment;
  for (int i = 1; i < 40; i++)
    {
      QnStep next = with (qn_history_present (history), i % 2 ? "hot.temperature" : "spacing.hot", 3.0 + 0.1 * i);

      g_assert_true (qn_history_push (history, &next));
      seen[i] = next.experiment;
    }
  for (int i = 38; i >= 0; i--)
    {
      g_assert_true (qn_history_undo (history));
      g_assert_cmpmem (&qn_history_present (history)->experiment.value, sizeof seen[i].value, &seen[i].value, sizeof seen[i].value);
    }
  g_assert_false (qn_history_undo (history));
  for (int i = 1; i < 40; i++)
    {
      g_assert_true (qn_history_redo (history));
      g_assert_cmpmem (&qn_history_present (history)->experiment.value, sizeof seen[i].value, &seen[i].value, sizeof seen[i].value);
    }
  g_assert_false (qn_history_redo (history));
}

static void
test_same_is_no_step (void)
{
  QnStep step = first_step ();
  g_autoptr (QnHistory) history = qn_history_new (&step);
  QnStep other = step;

  g_assert_false (qn_history_push (history, &step));
  g_assert_null (qn_history_peek_undo (history));
  other.document = 1;
  g_assert_true (qn_history_push (history, &other));
  g_assert_nonnull (qn_history_peek_undo (history));
}

static void
test_new_change_forgets_redo (void)
{
  QnStep step = first_step ();
  g_autoptr (QnHistory) history = qn_history_new (&step);
  QnStep a = with (&step, "hot.temperature", 5), b = with (&step, "hot.temperature", 6);

  qn_history_push (history, &a);
  qn_history_undo (history);
  g_assert_nonnull (qn_history_peek_redo (history));
  qn_history_push (history, &b);
  g_assert_null (qn_history_peek_redo (history));
  g_assert_cmpfloat (present_value (history, "hot.temperature"), ==, 6);
}

static void
test_drag_is_one_step (void)
{
  QnStep step = first_step ();
  g_autoptr (QnHistory) history = qn_history_new (&step);
  double before = present_value (history, "hot.temperature");

  qn_history_begin (history);
  for (int i = 0; i < 100; i++)
    {
      QnStep next = with (qn_history_present (history), "hot.temperature", 5 + 0.01 * i);

      qn_history_push (history, &next);
    }
  qn_history_end (history);
  g_assert_cmpfloat (present_value (history, "hot.temperature"), ==, 5 + 0.01 * 99);
  g_assert_true (qn_history_undo (history));
  g_assert_cmpfloat (present_value (history, "hot.temperature"), ==, before);
  g_assert_false (qn_history_undo (history));
  g_assert_true (qn_history_redo (history));
  g_assert_cmpfloat (present_value (history, "hot.temperature"), ==, 5 + 0.01 * 99);
}

static void
test_drag_there_and_back_is_none (void)
{
  QnStep step = first_step ();
  g_autoptr (QnHistory) history = qn_history_new (&step);
  QnStep away = with (&step, "hot.temperature", 7);

  qn_history_begin (history);
  g_assert_true (qn_history_push (history, &away));
  g_assert_true (qn_history_push (history, &step));
  qn_history_end (history);
  g_assert_null (qn_history_peek_undo (history));
  g_assert_null (qn_history_peek_redo (history));
}

static void
test_undo_in_a_drag (void)
{
  QnStep step = first_step ();
  g_autoptr (QnHistory) history = qn_history_new (&step);
  QnStep a = with (&step, "hot.temperature", 7), b = with (&step, "hot.temperature", 8);

  qn_history_begin (history);
  qn_history_push (history, &a);
  g_assert_true (qn_history_undo (history));
  g_assert_true (qn_experiment_equal (&qn_history_present (history)->experiment, &step.experiment));
  qn_history_push (history, &b);
  qn_history_end (history);
  g_assert_true (qn_history_undo (history));
  g_assert_true (qn_experiment_equal (&qn_history_present (history)->experiment, &step.experiment));
}

static void
test_depth (void)
{
  QnStep step = first_step ();
  g_autoptr (QnHistory) history = qn_history_new (&step);
  int undone = 0;

  for (int i = 0; i < 3 * QN_HISTORY_DEPTH; i++)
    {
      QnStep next = with (&step, "hot.temperature", 5 + 1e-3 * i);

      g_assert_true (qn_history_push (history, &next));
    }
  while (qn_history_undo (history))
    undone++;
  g_assert_cmpint (undone, ==, QN_HISTORY_DEPTH - 1);
  g_assert_cmpfloat (present_value (history, "hot.temperature"), ==, 5 + 1e-3 * (2 * QN_HISTORY_DEPTH));
}

static void
test_words (void)
{
  QnStep step = first_step (), hot = with (&step, "hot.temperature", 7), both = with (&hot, "cold.temperature", 0.7), lab = step, document = step;
  struct
  {
    const QnStep *to;
    const char *said;
  } cases[] = { { &hot, "Hot temperature" }, { &both, "several parameters" }, { &lab, "lab" }, { &document, "preset" } };

  qn_experiment_init (&lab.experiment, qn_lab_find ("carnot"));
  document.document = 3;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qn_step_describe (&step, cases[i].to);

      g_assert_cmpstr (text, ==, cases[i].said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/history/there-and-back", test_there_and_back);
  g_test_add_func ("/app/history/same-is-no-step", test_same_is_no_step);
  g_test_add_func ("/app/history/new-change-forgets-redo", test_new_change_forgets_redo);
  g_test_add_func ("/app/history/drag-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/app/history/drag-there-and-back-is-none", test_drag_there_and_back_is_none);
  g_test_add_func ("/app/history/undo-in-a-drag", test_undo_in_a_drag);
  g_test_add_func ("/app/history/depth", test_depth);
  g_test_add_func ("/app/history/words", test_words);
  return g_test_run ();
}
