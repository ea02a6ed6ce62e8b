/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All widgets around one running experiment, to look at and to measure:
 *     widget-demo [--lab ID] [--preset ID] [--speed X] [--paused] [FIGURE ...]
 * ADW_DEBUG_COLOR_SCHEME=prefer-dark and ADW_DEBUG_HIGH_CONTRAST=1 choose the style. */
#include <adwaita.h>
#include <math.h>

#include "widgets/qn-figure-board.h"
#include "widgets/qn-parameter-panel.h"
#include "widgets/qn-result-strip.h"
#include "widgets/qn-timeline.h"
#include "widgets/qn-widgets-init.h"
#include "widgets/qn-widgets.h"
#include "sim/qn-worker.h"

typedef struct
{
  QnWorker *worker;
  GtkWidget *board, *strip, *timeline, *panel;
  gint64 last;
} Demo;

static char *lab = "otto", *preset;
static double speed = 1;
static gboolean paused;
static char **figures;

static const GOptionEntry options[] = {
  { "lab", 0, 0, G_OPTION_ARG_STRING, &lab, "Lab", "ID" },
  { "preset", 0, 0, G_OPTION_ARG_STRING, &preset, "Preset", "ID" },
  { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &speed, "Speed", "X" },
  { "paused", 0, 0, G_OPTION_ARG_NONE, &paused, "Do not run", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &figures, NULL, "FIGURE ..." },
  { NULL }
};

static gboolean
tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Demo *demo = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  QnSnapshot *snapshot = qn_worker_take (demo->worker);

  if (snapshot)
    {
      gboolean held = qn_parameter_panel_get_dragging (QN_PARAMETER_PANEL (demo->panel));

      qn_figure_board_set_snapshot (QN_FIGURE_BOARD (demo->board), snapshot, demo->last ? (now - demo->last) * 1e-6 : 0, held);
      qn_result_strip_set_snapshot (QN_RESULT_STRIP (demo->strip), snapshot);
      qn_timeline_set_snapshot (QN_TIMELINE (demo->timeline), snapshot);
      qn_snapshot_unref (snapshot);
      demo->last = now;
    }
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (QnParameterPanel *panel, const QnExperiment *experiment, gboolean dragging, Demo *demo)
{
  qn_worker_set_experiment (demo->worker, experiment);
}

static void
seek_cb (QnTimeline *timeline, double fraction, Demo *demo)
{
  g_message ("seek %.3f", fraction);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new (), *which = g_menu_new (), *copy = g_menu_new ();
  gsize n;
  const QnFigureInfo *infos = qn_figure_infos (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *action = g_strconcat ("figure.replace::", infos[i].id, NULL);

      g_menu_append (which, infos[i].name, action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (which));
  g_menu_append (copy, "Enlarge", "figure.enlarge");
  g_menu_append (copy, "Copy picture", "figure.copy-picture");
  g_menu_append (copy, "Copy data", "figure.copy-data");
  g_menu_append (copy, "Reset view", "figure.reset-camera");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_object_unref (which);
  g_object_unref (copy);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_centre (Demo *demo)
{
  static const char *const standard[] = { "cycle", "levels", "efficiency", "bloch", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GMenuModel) menu = make_menu ();

  demo->strip = qn_result_strip_new ();
  demo->board = qn_figure_board_new ();
  demo->timeline = qn_timeline_new ();
  gtk_widget_add_css_class (demo->strip, "card");
  qn_figure_board_set_menu_model (QN_FIGURE_BOARD (demo->board), menu);
  qn_figure_board_set_figures (QN_FIGURE_BOARD (demo->board), figures ? (const char *const *) figures : standard);
  g_signal_connect (demo->timeline, "seek", G_CALLBACK (seek_cb), demo);
  gtk_box_append (GTK_BOX (box), demo->strip);
  gtk_box_append (GTK_BOX (box), demo->board);
  gtk_box_append (GTK_BOX (box), demo->timeline);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_content (Demo *demo, const QnExperiment *experiment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  demo->panel = qn_parameter_panel_new ();
  qn_parameter_panel_set_experiment (QN_PARAMETER_PANEL (demo->panel), experiment);
  g_signal_connect (demo->panel, "changed", G_CALLBACK (changed_cb), demo);
  gtk_widget_set_margin_end (demo->panel, 12);
  gtk_widget_set_margin_start (demo->panel, 2);
  gtk_widget_set_margin_bottom (demo->panel, 12);
  gtk_widget_set_size_request (scroller, 316, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), demo->panel);
  gtk_box_append (GTK_BOX (box), make_centre (demo));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  return box;
}

static void
activate_cb (GtkApplication *app, Demo *demo)
{
  g_autoptr (GError) error = NULL;
  QnExperiment experiment;
  GtkWidget *window = gtk_application_window_new (app);

  qn_widgets_init ();
  qn_experiment_init (&experiment, qn_lab_find (lab));
  if (preset && !qn_experiment_load_preset (&experiment, qn_lab_find (lab), preset, &error))
    g_error ("%s", error->message);
  demo->worker = qn_worker_new (&experiment);
  qn_worker_set_speed (demo->worker, speed);
  if (!paused)
    qn_worker_play (demo->worker);
  gtk_window_set_title (GTK_WINDOW (window), "Widgets");
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), make_content (demo, &experiment));
  gtk_widget_add_tick_callback (window, tick, demo, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Demo demo = { 0 };
  int status;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), &demo);
  status = g_application_run (G_APPLICATION (app), 1, argv);
  g_clear_pointer (&demo.worker, qn_worker_free);
  return status;
}
