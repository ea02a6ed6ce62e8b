/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-desk.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "lab/qn-experiment-file.h"
#include "lab/qn-output.h"

#define KIND "aa{ss}"
#define LONGEST (16 << 20)

static gboolean begun;           /* what the file had from before is known */
static GVariant *waiting;        /* of that what is not restored yet; NULL: nothing */
static QnDeskSessions sessions_open;
static gpointer sessions_data;
static guint timeout;            /* 0: all that changed is being written */

static GMutex lock;              /* of the file, */
static guint asked, written;     /* and of which text is in it */

/* The file, or one beside it. */
static char *
file_path (const char *suffix)
{
  g_autofree char *name = g_strconcat ("session", suffix, NULL);

  return g_build_filename (g_get_user_state_dir (), "quench", name, NULL);
}

/* Reading */

static QnSession *
session_of (GVariant *item, GError **error)
{
  const char *json = "", *uri, *saved_json;
  QnExperiment experiment, saved;
  QnSession *session;

  g_variant_lookup (item, "experiment", "&s", &json);
  if (!qn_experiment_from_json (&experiment, json, -1, error))
    return NULL;
  session = qn_session_new (&experiment);
  if (g_variant_lookup (item, "file", "&s", &uri) && g_variant_lookup (item, "saved", "&s", &saved_json)
      && qn_experiment_from_json (&saved, saved_json, -1, NULL))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      qn_session_set_saved (session, file, &saved);
    }
  return session;
}

static gboolean
was_open (GVariant *item)
{
  const char *state;

  return g_variant_lookup (item, "state", "&s", &state) && g_str_equal (state, "open");
}

/* NULL with an error; an empty list where there is no file. */
static GVariant *
read_items (const char *path, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &missing))
    {
      if (g_error_matches (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("a{ss}"), NULL, 0));
      g_propagate_error (error, g_steal_pointer (&missing));
      return NULL;
    }
  if (length > LONGEST || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("It is not a text."));
      return NULL;
    }
  return g_variant_parse (G_VARIANT_TYPE (KIND), text, text + length, NULL, error);
}

/* Adds the sessions of the items with this state. FALSE with an error, at the first that is no session. */
static gboolean
add_sessions (GPtrArray *sessions, GVariant *items, gboolean open, GError **error)
{
  for (gsize i = 0; i < g_variant_n_children (items); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (items, i);
      QnSession *session;

      if (was_open (item) != open)
        continue;
      if (!(session = session_of (item, error)))
        return FALSE;
      g_ptr_array_add (sessions, session);
    }
  return TRUE;
}

/* Out of the way of what is written next. */
static char *
put_aside (const char *path, const char *why)
{
  g_autofree char *kept = file_path (".unreadable");

  g_rename (path, kept);
  /* TRANSLATORS: the first %s is where a file is kept, the second what is wrong with it. */
  return g_strdup_printf (_("What it holds is kept in %s.\n\n%s"), kept, why);
}

/* While it is being restored the file has another name: what cannot be shown without a crash is not tried again. */
GPtrArray *
qn_desk_restore (char **problem)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = file_path (NULL), *trying = file_path (".restoring");
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) items = NULL;

  begun = TRUE;
  *problem = NULL;
  if (g_file_test (trying, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_EXISTS))
    *problem = put_aside (trying, _("Quench ended while it was being restored."));
  items = read_items (path, &error);
  if (items == NULL || !add_sessions (sessions, items, TRUE, &error)
      || (sessions->len == 0 && !add_sessions (sessions, items, FALSE, &error)))
    *problem = put_aside (path, error->message);
  else
    g_rename (path, trying);
  g_clear_pointer (&waiting, g_variant_unref);
  return sessions;
}

void
qn_desk_leave (void)
{
  g_autofree char *path = file_path (NULL);

  if (!begun)
    waiting = read_items (path, NULL);
  begun = TRUE;
}

/* Writing */

static void
add_item (GVariantBuilder *builder, QnSession *session, const char *state)
{
  g_autofree char *json = qn_experiment_to_json (qn_session_get_experiment (session));
  GFile *file = qn_session_get_file (session);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (builder, "{ss}", "state", state);
  g_variant_builder_add (builder, "{ss}", "experiment", json);
  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file), *saved = qn_experiment_to_json (qn_session_get_saved (session));

      g_variant_builder_add (builder, "{ss}", "file", uri);
      g_variant_builder_add (builder, "{ss}", "saved", saved);
    }
  g_variant_builder_close (builder);
}

static char *
text_of (GPtrArray *sessions, const char *state)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (KIND));
  g_autoptr (GVariant) items = NULL;

  for (gsize i = 0; waiting != NULL && i < g_variant_n_children (waiting); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (waiting, i);

      if (was_open (item))
        g_variant_builder_add_value (&builder, item);
    }
  for (guint i = 0; i < sessions->len; i++)
    add_item (&builder, sessions->pdata[i], state);
  items = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (items, FALSE);
}

/* Any thread. What is older than what the file has is not written. */
static void
put (const char *text, guint number)
{
  static gboolean said;
  g_autofree char *path = file_path (NULL), *folder = g_path_get_dirname (path), *trying = file_path (".restoring");
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&lock);
  if (number > written)
    {
      g_mkdir_with_parents (folder, 0700);
      if (qn_output_put (path, text, -1, &error))
        g_unlink (trying);
      else if (!said)
        g_printerr ("quench: %s\n", error->message);
      said |= error != NULL;
      written = number;
    }
  g_mutex_unlock (&lock);
}

static void
put_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  put (data, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (task), "number")));
}

static gboolean
timeout_cb (gpointer data)
{
  g_autoptr (GPtrArray) sessions = sessions_open (sessions_data);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  timeout = 0;
  g_object_set_data (G_OBJECT (task), "number", GUINT_TO_POINTER (++asked));
  g_task_set_task_data (task, text_of (sessions, "open"), g_free);
  g_task_run_in_thread (task, put_thread);
  return G_SOURCE_REMOVE;
}

void
qn_desk_changed (QnDeskSessions sessions, gpointer data)
{
  sessions_open = sessions;
  sessions_data = data;
  if (timeout == 0)
    timeout = g_timeout_add_seconds (1, timeout_cb, NULL);
}

static void
write_now (GPtrArray *sessions, const char *state)
{
  g_autofree char *text = text_of (sessions, state);

  g_clear_handle_id (&timeout, g_source_remove);
  put (text, ++asked);
}

void
qn_desk_flush (void)
{
  g_autoptr (GPtrArray) sessions = NULL;

  if (timeout == 0)
    return;
  sessions = sessions_open (sessions_data);
  write_now (sessions, "open");
}

void
qn_desk_close (QnSession *last)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  g_ptr_array_add (sessions, last);
  write_now (sessions, "closed");
}
