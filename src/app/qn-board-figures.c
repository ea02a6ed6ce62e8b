/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-board-figures.h"

#include <glib/gi18n-lib.h>

#include "app/qn-settings.h"

void
qn_board_figures_init (QnBoardFigures *self, QnFigureBoard *board, QnSession *session)
{
  *self = (QnBoardFigures) { .board = board, .session = session, .size = qn_settings_get_int ("board-size") };
}

static gboolean
has_figure (const QnLab *lab, const char *id)
{
  return g_strv_contains (lab->figures, id) && qn_figure_info (id) != NULL;
}

/* Of the wanted ids those that the lab has, until there are `size`; one that is there already only where `twice`. */
static void
add_figures (GPtrArray *ids, const QnLab *lab, const char *const *wanted, int size, gboolean twice)
{
  for (gsize i = 0; wanted[i] != NULL && (int) ids->len < size; i++)
    {
      if (has_figure (lab, wanted[i]) && (twice || !g_ptr_array_find_with_equal_func (ids, wanted[i], g_str_equal, NULL)))
        g_ptr_array_add (ids, g_strdup (wanted[i]));
    }
}

/* Puts on the board the wanted ones that the lab has, then its own in their order. */
static void
fill (QnBoardFigures *self, const char *const *wanted)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  add_figures (ids, self->lab, wanted, self->size, TRUE);
  add_figures (ids, self->lab, self->lab->figures, self->size, FALSE);
  g_ptr_array_add (ids, NULL);
  qn_figure_board_set_figures (self->board, (const char *const *) ids->pdata);
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

      if (!has_figure (lab, infos[i].id))
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
  g_menu_append_section (menu, NULL, G_MENU_MODEL (replace));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (act));
  return G_MENU_MODEL (menu);
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

void
qn_board_figures_set_lab (QnBoardFigures *self, const QnLab *lab)
{
  g_auto (GStrv) wanted = qn_settings_get_strv ("board-figures");
  g_autoptr (GMenuModel) menu = figure_menu (lab);

  self->lab = lab;
  qn_figure_board_set_menu_model (self->board, menu);
  fill (self, (const char *const *) wanted);
  want_extras (self);
}

void
qn_board_figures_remember (QnBoardFigures *self)
{
  g_auto (GStrv) ids = qn_figure_board_get_figures (self->board);

  qn_settings_set_strv ("board-figures", (const char *const *) ids);
  want_extras (self);
}

void
qn_board_figures_set_size (QnBoardFigures *self, int size)
{
  g_auto (GStrv) shown = NULL;

  if (size == self->size || size < 1 || size > QN_BOARD_MAX)
    return;
  self->size = size;
  shown = qn_figure_board_get_figures (self->board);
  qn_figure_board_enlarge (self->board, NULL);
  fill (self, (const char *const *) shown);
  qn_settings_set_int ("board-size", size);
  qn_board_figures_remember (self);
}

void
qn_board_figures_reset (QnBoardFigures *self)
{
  static const char *const none[] = { NULL };

  qn_settings_set_strv ("board-figures", none);
  qn_figure_board_enlarge (self->board, NULL);
  qn_board_figures_set_lab (self, self->lab);
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
