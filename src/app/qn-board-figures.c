/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-board-figures.h"

#include <glib/gi18n-lib.h>

#include "app/qn-settings.h"
#include "sim/qn-background.h"

static void
choose_axis_action (GSimpleAction *action, GVariant *parameter, gpointer session)
{
  QnExperiment experiment = *qn_session_get_experiment (session);
  int over, index;

  g_variant_get (parameter, "(ii)", &over, &index);
  qn_over_set (&experiment, over, index);
  qn_session_edit (session, &experiment);
}

static void
move_action (GSimpleAction *action, GVariant *parameter, gpointer session)
{
  QnExperiment experiment = *qn_session_get_experiment (session);
  int index[2];
  double value[2];

  g_variant_get (parameter, "(idid)", &index[0], &value[0], &index[1], &value[1]);
  for (int a = 0; a < 2; a++)
    if (index[a] >= 0 && index[a] < experiment.lab->n_parameters)
      qn_experiment_set (&experiment, experiment.lab->parameters[index[a]].id, value[a], NULL);
  qn_session_edit (session, &experiment);
}

/* What figures over parameters ask for (qn-figure-view.h). */
static void
install_actions (GtkWidget *board, QnSession *session)
{
  static const GActionEntry entries[] = {
    { .name = "choose-axis", .activate = choose_axis_action, .parameter_type = "(ii)" },
    { .name = "move", .activate = move_action, .parameter_type = "(idid)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), session);
  gtk_widget_insert_action_group (board, "experiment", G_ACTION_GROUP (group));
}

void
qn_board_figures_init (QnBoardFigures *self, QnFigureBoard *board, QnSession *session)
{
  *self = (QnBoardFigures) { .board = board, .session = session };
  install_actions (GTK_WIDGET (board), session);
}

/* The settings hold a line for each lab whose board was put together by hand: "otto cycle bloch". */
static char **
remembered (const QnLab *lab)
{
  g_auto (GStrv) lines = qn_settings_get_strv ("board-figures");

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (words[0] != NULL && words[1] != NULL && g_str_equal (words[0], lab->id))
        return g_strdupv (words + 1);
    }
  return NULL;
}

/* `ids` NULL: forget. */
static void
remember (const QnLab *lab, char **ids)
{
  g_auto (GStrv) lines = qn_settings_get_strv ("board-figures");
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *start = g_strconcat (lab->id, " ", NULL);
  g_autofree char *joined = ids != NULL ? g_strjoinv (" ", ids) : NULL;

  for (gsize i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], start))
      g_ptr_array_add (kept, g_strdup (lines[i]));
  if (joined != NULL)
    g_ptr_array_add (kept, g_strconcat (start, joined, NULL));
  g_ptr_array_add (kept, NULL);
  qn_settings_set_strv ("board-figures", (const char *const *) kept->pdata);
}

/* Puts on the board the wanted ones that the lab has; then, up to `size`, those that suit the experiment and are not there yet. What is
 * computed over whole ranges comes only where it is wanted. */
static void
fill (QnBoardFigures *self, char **wanted, int size)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new (), usual = qn_experiment_figures (&self->origin);

  for (gsize i = 0; wanted[i] != NULL && (int) ids->len < size; i++)
    if (qn_lab_has_figure (self->origin.lab, wanted[i]))
      g_ptr_array_add (ids, wanted[i]);
  for (guint i = 0; i < usual->len && (int) ids->len < size; i++)
    if (!(qn_figure_info (usual->pdata[i])->extras & (QN_EXTRA_LINE | QN_EXTRA_MAP)) && !g_ptr_array_find_with_equal_func (ids, usual->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (ids, usual->pdata[i]);
  self->size = (int) ids->len;
  g_ptr_array_add (ids, NULL);
  qn_figure_board_set_figures (self->board, (const char *const *) ids->pdata);
}

/* What the figures on the board want computed beside the limit cycle. */
static void
want_extras (QnBoardFigures *self)
{
  g_auto (GStrv) ids = qn_figure_board_get_figures (self->board);
  guint extras = 0;

  for (gsize i = 0; ids[i] != NULL; i++)
    extras |= qn_figure_info (ids[i])->extras;
  qn_session_want (self->session, extras);
}

/* What was put together by hand, else what the preset shows, else the lab's. */
static void
show (QnBoardFigures *self)
{
  g_auto (GStrv) own = remembered (self->origin.lab);
  const QnPreset *preset = qn_experiment_preset (&self->origin);
  char **wanted = own != NULL ? own : preset != NULL ? (char **) preset->figures : (char *[]) { NULL };

  fill (self, wanted, wanted[0] != NULL ? MIN ((int) g_strv_length (wanted), QN_BOARD_MAX) : qn_settings_get_int ("board-size"));
  want_extras (self);
}

static GMenuModel *
figure_menu (const QnLab *lab)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) replace = g_menu_new ();
  g_autoptr (GMenu) act = g_menu_new ();
  gsize n;
  const QnFigureInfo *infos = qn_figure_infos (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!qn_lab_has_figure (lab, infos[i].id))
        continue;
      item = g_menu_item_new (_(infos[i].name), NULL);
      g_menu_item_set_action_and_target (item, "figure.replace", "s", infos[i].id);
      g_menu_append_item (replace, item);
    }
  g_menu_append (act, _("Enlarge or Restore"), "figure.enlarge");
  g_menu_append (act, _("Reset View"), "figure.reset-camera");
  g_menu_append (act, _("Export…"), "figure.export");
  g_menu_append (act, _("Copy Picture"), "figure.copy-picture");
  g_menu_append (act, _("Copy Data"), "figure.copy-data");
  g_menu_append (act, _("Copy Command"), "figure.copy-command");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (replace));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (act));
  return G_MENU_MODEL (menu);
}

void
qn_board_figures_follow (QnBoardFigures *self, const QnExperiment *origin)
{
  const QnLab *before = self->origin.lab;

  if (before == origin->lab && g_str_equal (self->origin.preset, origin->preset))
    return;
  self->origin = *origin;
  if (before == origin->lab)
    remember (before, NULL); /* another preset brings its own */
  else
    {
      g_autoptr (GMenuModel) menu = figure_menu (origin->lab);

      qn_figure_board_set_menu_model (self->board, menu);
    }
  show (self);
}

void
qn_board_figures_remember (QnBoardFigures *self)
{
  g_auto (GStrv) ids = qn_figure_board_get_figures (self->board);

  remember (self->origin.lab, ids);
  want_extras (self);
}

void
qn_board_figures_set_size (QnBoardFigures *self, int size)
{
  g_auto (GStrv) shown = NULL;

  if (size == self->size || size < 1 || size > QN_BOARD_MAX)
    return;
  shown = qn_figure_board_get_figures (self->board);
  qn_figure_board_enlarge (self->board, NULL);
  fill (self, shown, size);
  qn_settings_set_int ("board-size", size);
  qn_board_figures_remember (self);
}

void
qn_board_figures_bring (QnBoardFigures *self, const char *id)
{
  g_auto (GStrv) shown = qn_figure_board_get_figures (self->board);
  g_autoptr (GStrvBuilder) wanted = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (g_strv_contains ((const char *const *) shown, id) || !qn_lab_has_figure (self->origin.lab, id))
    return;
  g_strv_builder_add (wanted, id);
  g_strv_builder_addv (wanted, (const char **) shown);
  ids = g_strv_builder_end (wanted);
  fill (self, ids, self->size);
  qn_board_figures_remember (self);
}

void
qn_board_figures_reset (QnBoardFigures *self)
{
  remember (self->origin.lab, NULL);
  qn_figure_board_enlarge (self->board, NULL);
  show (self);
}

void
qn_board_figures_enlarge (QnBoardFigures *self)
{
  gboolean enlarged = qn_figure_board_get_enlarged (self->board) != NULL;

  qn_figure_board_enlarge (self->board, enlarged ? NULL : qn_figure_board_get_current (self->board));
}

void
qn_board_figures_turn (QnBoardFigures *self, int by)
{
  QnFigureView *current = qn_figure_board_get_current (self->board);
  int n = (int) qn_figure_board_get_n_views (self->board), i = 0;
  QnFigureView *next;

  while (i < n && qn_figure_board_get_view (self->board, (guint) i) != current)
    i++;
  next = qn_figure_board_get_view (self->board, (guint) ((i + by + n) % n));
  if (qn_figure_board_get_enlarged (self->board) != NULL)
    qn_figure_board_enlarge (self->board, next);
  else
    gtk_widget_grab_focus (GTK_WIDGET (next));
}
