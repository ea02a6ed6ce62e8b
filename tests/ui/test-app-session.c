/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session without a window: what it runs, undoes, calls itself and keeps in files. */
#include <math.h>

#include "app/qn-session.h"
#include "../random-numbers.h"

/* Takes snapshots until `done` says so of one. */
static QnSnapshot *
take_until (QnSession *session, gboolean (*done) (const QnSnapshot *snapshot, QnSession *session))
{
  for (int i = 0; i < 20000; i++)
    {
      QnSnapshot *snapshot = qn_session_take (session);

      if (snapshot != NULL && done (snapshot, session))
        return snapshot;
      g_clear_pointer (&snapshot, qn_snapshot_unref);
      g_usleep (1000);
    }
  g_error ("no such snapshot came");
}

static gboolean
any (const QnSnapshot *snapshot, QnSession *session)
{
  return TRUE;
}

static gboolean
answered (const QnSnapshot *snapshot, QnSession *session)
{
  return qn_experiment_equal (&snapshot->experiment, qn_session_get_experiment (session));
}

static gboolean
second_cycle (const QnSnapshot *snapshot, QnSession *session)
{
  return snapshot->now.cycle >= 2;
}

static QnExperiment
preset (const char *lab, const char *id)
{
  QnExperiment experiment;
  g_autoptr (GError) error = NULL;

  qn_experiment_load_preset (&experiment, qn_lab_find (lab), id, &error);
  g_assert_no_error (error);
  return experiment;
}

static void
edit (QnSession *session, const char *id, double value)
{
  QnExperiment experiment = *qn_session_get_experiment (session);
  g_autoptr (GError) error = NULL;

  qn_experiment_set (&experiment, id, value, &error);
  g_assert_no_error (error);
  qn_session_edit (session, &experiment);
}

/* Takes until the session itself says that nothing more is to be expected. */
static void
rest (QnSession *session)
{
  int frames = 0;

  while (qn_session_expecting (session) && ++frames < 20000)
    {
      QnSnapshot *snapshot = qn_session_take (session);

      g_clear_pointer (&snapshot, qn_snapshot_unref);
      g_usleep (1000);
    }
  g_assert_false (qn_session_expecting (session));
}

static void
test_first (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);
  g_autoptr (QnSnapshot) snapshot = take_until (session, any);
  g_autofree char *title = qn_session_title (session);
  g_autofree char *subtitle = qn_session_subtitle (session);

  g_assert_cmpstr (qn_session_get_experiment (session)->lab->id, ==, "otto");
  g_assert_cmpstr (qn_session_get_experiment (session)->preset, ==, "textbook");
  g_assert_cmpstr (title, ==, "Otto cycle");
  g_assert_cmpstr (subtitle, ==, "Textbook engine");
  g_assert_false (qn_session_get_playing (session));
  g_assert_false (qn_session_can_undo (session));
  g_assert_true (snapshot->valid);
}

static void
test_rests_when_paused (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);

  rest (session);
  qn_session_set_playing (session, TRUE);
  for (int i = 0; i < 200; i++)
    {
      QnSnapshot *snapshot = qn_session_take (session);

      g_clear_pointer (&snapshot, qn_snapshot_unref);
      g_assert_true (qn_session_expecting (session));
    }
  qn_session_set_playing (session, FALSE);
  rest (session);
  edit (session, "hot.temperature", 5);
  g_assert_true (qn_session_expecting (session));
  qn_snapshot_unref (take_until (session, answered));
  rest (session);
}

static void
test_suspended (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);

  qn_session_set_playing (session, TRUE);
  qn_session_set_suspended (session, TRUE);
  rest (session);
  g_assert_true (qn_session_get_playing (session));
  qn_session_set_suspended (session, FALSE);
  g_assert_true (qn_session_expecting (session));
}

static void
test_runs_step_seek (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);
  QnSnapshot *snapshot;

  qn_session_set_speed (session, "max");
  qn_session_set_playing (session, TRUE);
  qn_snapshot_unref (take_until (session, second_cycle));
  qn_session_set_playing (session, FALSE);
  rest (session);
  qn_session_rewind (session);
  snapshot = take_until (session, any);
  g_assert_cmpint (snapshot->now.cycle, ==, 0);
  g_assert_cmpfloat (snapshot->position, ==, 0);
  qn_snapshot_unref (snapshot);
  rest (session);
  qn_session_seek (session, 0.25);
  snapshot = take_until (session, any);
  /* A seek goes to a point of the stream's grid. */
  g_assert_cmpfloat_with_epsilon (snapshot->position, 0.25, 0.01);
  qn_snapshot_unref (snapshot);
  rest (session);
  qn_session_seek (session, 0.1);
  snapshot = take_until (session, any);
  g_assert_cmpfloat_with_epsilon (snapshot->position, 0.1, 0.01);
  g_assert_cmpint (snapshot->now.cycle, ==, 1);
  qn_snapshot_unref (snapshot);
}

static void
test_undo_runs_what_it_shows (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);
  QnExperiment before = *qn_session_get_experiment (session), carnot = preset ("carnot", "refrigerator");
  g_autoptr (QnSnapshot) last = NULL;

  edit (session, "hot.temperature", 5.5);
  qn_session_choose (session, &carnot, NULL);
  g_assert_cmpstr (qn_session_get_experiment (session)->lab->id, ==, "carnot");
  qn_session_undo (session);
  g_assert_cmpfloat (qn_experiment_get (qn_session_get_experiment (session), "hot.temperature"), ==, 5.5);
  qn_session_undo (session);
  g_assert_cmpmem (qn_session_get_experiment (session)->value, sizeof before.value, before.value, sizeof before.value);
  g_assert_cmpstr (qn_session_get_experiment (session)->preset, ==, "textbook");
  g_assert_false (qn_session_can_undo (session));
  qn_session_redo (session);
  qn_session_redo (session);
  g_assert_false (qn_session_can_redo (session));
  g_assert_true (qn_experiment_equal (qn_session_get_experiment (session), &carnot));
  last = take_until (session, answered);
  g_assert_cmpstr (last->experiment.lab->id, ==, "carnot");
}

static void
test_titles (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/mine.quench");
  g_autofree char *changed = NULL, *saved = NULL, *again = NULL, *undo = NULL;

  edit (session, "hot.temperature", 5.5);
  changed = qn_session_subtitle (session);
  undo = qn_session_undo_label (session);
  g_assert_cmpstr (changed, ==, "Textbook engine, changed");
  g_assert_cmpstr (undo, ==, "Undo: Hot temperature");
  g_assert_false (qn_session_modified (session));
  qn_session_set_saved (session, file, qn_session_get_experiment (session));
  saved = qn_session_subtitle (session);
  g_assert_cmpstr (saved, ==, "mine.quench");
  edit (session, "hot.temperature", 5.6);
  again = qn_session_subtitle (session);
  g_assert_cmpstr (again, ==, "mine.quench, changed");
  g_assert_true (qn_session_modified (session));
}

/* Undo across "open" must not let "save" write one experiment into the other's file. */
static void
test_files_follow_undo (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);
  g_autoptr (GFile) a = g_file_new_for_path ("/nowhere/a.quench");
  g_autoptr (GFile) b = g_file_new_for_path ("/nowhere/b.quench");
  QnExperiment first = preset ("otto", "friction"), second = preset ("otto", "box");

  qn_session_choose (session, &first, a);
  edit (session, "hot.temperature", 5.5);
  qn_session_choose (session, &second, b);
  g_assert_true (qn_session_get_file (session) == b);
  g_assert_false (qn_session_modified (session));
  qn_session_undo (session);
  g_assert_true (qn_session_get_file (session) == a);
  g_assert_true (qn_session_modified (session));
  qn_session_undo (session);
  g_assert_false (qn_session_modified (session));
  qn_session_undo (session);
  g_assert_null (qn_session_get_file (session));
}

static void
test_restore (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);
  QnExperiment friction = preset ("otto", "friction");

  qn_session_choose (session, &friction, NULL);
  edit (session, "hot.temperature", 5.5);
  edit (session, "stroke.drive", 2.5);
  qn_session_restore (session);
  g_assert_true (qn_experiment_equal (qn_session_get_experiment (session), &friction));
  qn_session_undo (session);
  g_assert_cmpfloat (qn_experiment_get (qn_session_get_experiment (session), "stroke.drive"), ==, 2.5);
}

/* The same preset again is no step; after a change it is. */
static void
test_choose_again (void)
{
  g_autoptr (QnSession) session = qn_session_new (NULL);
  QnExperiment textbook = preset ("otto", "textbook");

  qn_session_choose (session, &textbook, NULL);
  g_assert_false (qn_session_can_undo (session));
  edit (session, "hot.temperature", 5.5);
  qn_session_choose (session, &textbook, NULL);
  g_assert_true (qn_experiment_equal (qn_session_get_experiment (session), &textbook));
  qn_session_undo (session);
  g_assert_cmpfloat (qn_experiment_get (qn_session_get_experiment (session), "hot.temperature"), ==, 5.5);
}

/* Ending in the midst of work, again and again. */
static void
test_storm (void)
{
  g_autoptr (GRand) rand = test_rand (20240611);

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (QnSession) session = qn_session_new (NULL);

      qn_session_set_speed (session, i % 2 ? "max" : "1");
      qn_session_set_playing (session, TRUE);
      for (int k = 0; k < 20; k++)
        {
          QnExperiment carnot = preset ("carnot", "textbook");
          QnSnapshot *snapshot = qn_session_take (session);

          g_clear_pointer (&snapshot, qn_snapshot_unref);
          edit (session, "hot.temperature", uniform (rand, 2, 9));
          if (k % 7 == 3)
            qn_session_choose (session, &carnot, NULL);
          if (k % 5 == 4)
            qn_session_undo (session);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/session/first", test_first);
  g_test_add_func ("/app/session/rests-when-paused", test_rests_when_paused);
  g_test_add_func ("/app/session/suspended", test_suspended);
  g_test_add_func ("/app/session/runs-step-seek", test_runs_step_seek);
  g_test_add_func ("/app/session/undo-runs-what-it-shows", test_undo_runs_what_it_shows);
  g_test_add_func ("/app/session/titles", test_titles);
  g_test_add_func ("/app/session/files-follow-undo", test_files_follow_undo);
  g_test_add_func ("/app/session/restore", test_restore);
  g_test_add_func ("/app/session/choose-again", test_choose_again);
  g_test_add_func ("/app/session/storm", test_storm);
  return g_test_run ();
}
