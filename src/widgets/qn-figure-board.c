/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-figure-board.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qn-widgets.h"

#define GAP 12
#define LEAST_WIDTH 230  /* of a view in the grid, at text of the usual size */
#define LEAST_HEIGHT 170
#define TEXTS_ACROSS 18   /* the least of a view in sizes of its text */
#define TEXTS_DOWN 14.5
#define LARGEST 0.54      /* the large one of three, of the length */

struct _QnFigureBoard
{
  GtkWidget parent_instance;

  /* Owned */
  GMenuModel *menu;
  QnSnapshot *snapshot;

  /* Borrowed */
  QnFigureView *views[QN_BOARD_MAX]; /* children */
  QnFigureView *enlarged;            /* NULL: the grid */
  QnFigureView *focused;             /* the last that had the focus */

  guint n_views;
  guint per_page;   /* fewer than n_views: too small for a grid of all */
  guint columns;    /* of a full page */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (QnFigureBoard, qn_figure_board, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ENLARGED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { FIGURES_CHANGED, EXPORT_REQUESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What a view needs to be of use, in the grid. Larger text asks for views in which digits do not shrink (qn-theme.h). */
typedef struct
{
  double width, height;
} Least;

static Least
least_of_view (GtkWidget *widget)
{
  double scale = qn_widgets_text_scale (widget), text = 0;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (scale > 1 && root)
    text = QN_DIGITS / 0.7 * gtk_widget_get_height (GTK_WIDGET (root));
  return (Least) { MAX (LEAST_WIDTH * scale, TEXTS_ACROSS * text), MAX (LEAST_HEIGHT * scale, TEXTS_DOWN * text) };
}

/* The grid whose cells come closest to 4:3 and largest. FALSE: no grid has cells of the least size. */
static gboolean
choose_columns (guint n, int width, int height, Least least, guint *columns)
{
  double best = -1;

  *columns = 1;
  for (guint c = 1; c <= n; c++)
    {
      guint rows = (n + c - 1) / c;
      double w = (width - (c - 1.0) * GAP) / c, h = (height - (rows - 1.0) * GAP) / rows;
      double score = MIN (w / 4, h / 3);

      if (w < least.width || h < least.height || score <= best)
        continue;
      best = score;
      *columns = c;
    }
  return best > 0;
}

static void
place (GtkWidget *view, int x, int y, int width, int height)
{
  int min_width, min_height;

  gtk_widget_set_child_visible (view, TRUE);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (view, &(GtkAllocation) { x, y, MAX (width, min_width), MAX (height, min_height) }, -1);
}

/* Of three the first is the large one, the others stand beside it, one above the other. Where the rectangle is upright they stand below. */
static GtkAllocation
place_of_three (guint i, int width, int height)
{
  gboolean beside = width >= height;
  int along = beside ? width : height, large = (int) lround ((along - GAP) * LARGEST), rest = along - GAP - large;
  int across = ((beside ? height : width) - GAP) / 2, at = i == 2 ? across + GAP : 0;

  if (i == 0)
    return beside ? (GtkAllocation) { 0, 0, large, height } : (GtkAllocation) { 0, 0, width, large };
  return beside ? (GtkAllocation) { large + GAP, at, rest, across } : (GtkAllocation) { at, large + GAP, across, rest };
}

/* Rows share the height, the views of a row its width: a last row that is not full fills up too. */
static GtkAllocation
place_in_grid (guint i, guint n, guint columns, int width, int height)
{
  guint rows = (n + columns - 1) / columns, row = i / columns, column = i % columns, in_row = MIN (columns, n - row * columns);
  int x0 = (int) (column * (width + GAP) / in_row), x1 = (int) ((column + 1) * (width + GAP) / in_row) - GAP;
  int y0 = (int) (row * (height + GAP) / rows), y1 = (int) ((row + 1) * (height + GAP) / rows) - GAP;

  return (GtkAllocation) { x0, y0, x1 - x0, y1 - y0 };
}

/* The views first..first+n-1 fill the board, the others are hidden. */
static void
place_grid (QnFigureBoard *self, guint first, guint n, guint columns, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation last = place_of_three (2, width, height);
  Least least = least_of_view (GTK_WIDGET (self));
  gboolean large = n == 3 && last.width >= least.width && last.height >= least.height;

  for (guint i = 0; i < self->n_views; i++)
    if (i < first || i >= first + n)
      gtk_widget_set_child_visible (GTK_WIDGET (self->views[i]), FALSE);
  for (guint i = 0; i < n; i++)
    {
      GtkAllocation at = large ? place_of_three (i, width, height) : place_in_grid (i, n, columns, width, height);

      place (GTK_WIDGET (self->views[first + i]), rtl ? width - at.x - at.width : at.x, at.y, at.width, at.height);
    }
}

static guint
index_of (QnFigureBoard *self, QnFigureView *view)
{
  for (guint i = 0; i < self->n_views; i++)
    if (self->views[i] == view)
      return i;
  return 0;
}

/* One view of each page has the arrows: the last of its first row. */
static void
set_pagers (QnFigureBoard *self)
{
  for (guint i = 0; i < self->n_views; i++)
    {
      guint first = i / self->per_page * self->per_page;
      guint last = MIN (first + self->columns, self->n_views) - 1;

      qn_figure_view_set_pager (self->views[i], self->per_page < self->n_views && i == last);
    }
}

static gboolean
set_pagers_idle (gpointer data)
{
  set_pagers (data);
  return G_SOURCE_REMOVE;
}

/* As many views a page as have the room they need. */
static void
choose_page (QnFigureBoard *self, int width, int height)
{
  Least least = least_of_view (GTK_WIDGET (self));
  guint n = self->n_views, columns;

  while (!choose_columns (n, width, height, least, &columns) && n > 1)
    n--;
  if (n == self->per_page && columns == self->columns)
    return;
  self->per_page = n;
  self->columns = columns;
  /* Their headers change size: not while sizes are being given. */
  g_idle_add_full (G_PRIORITY_HIGH, set_pagers_idle, g_object_ref (self), g_object_unref);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QnFigureBoard *self = QN_FIGURE_BOARD (widget);
  guint current, first, n, columns;

  if (self->n_views == 0)
    return;
  current = index_of (self, qn_figure_board_get_current (self));
  if (self->enlarged)
    {
      place_grid (self, current, 1, 1, width, height);
      return;
    }
  choose_page (self, width, height);
  first = current / self->per_page * self->per_page;
  n = MIN (self->per_page, self->n_views - first);
  choose_columns (n, width, height, least_of_view (widget), &columns);
  place_grid (self, first, n, columns, width, height);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  QnFigureBoard *self = QN_FIGURE_BOARD (widget);
  int least = 0, min;

  for (guint i = 0; i < self->n_views; i++)
    {
      gtk_widget_measure (GTK_WIDGET (self->views[i]), orientation, -1, &min, NULL, NULL, NULL);
      least = MAX (least, min);
    }
  *minimum = least;
  *natural = MAX (least, orientation == GTK_ORIENTATION_HORIZONTAL ? 740 : 520);
}

static gboolean
show_snapshot (QnFigureBoard *self, QnFigureView *view)
{
  if (self->snapshot && qn_figure_view_get_snapshot (view) != self->snapshot)
    qn_figure_view_set_snapshot (view, self->snapshot, 0, FALSE);
  return FALSE;
}

static void
activated_cb (QnFigureBoard *self, QnFigureView *view)
{
  qn_figure_board_enlarge (self, self->enlarged == view ? NULL : view);
}

static void
export_cb (QnFigureBoard *self, QnFigureView *view)
{
  g_signal_emit (self, signals[EXPORT_REQUESTED], 0, view);
}

static void
replaced_cb (QnFigureBoard *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[FIGURES_CHANGED], 0);
}

/* The page with this view becomes the one that is seen. */
static void
show_page (QnFigureBoard *self, QnFigureView *view)
{
  guint first = index_of (self, view) / self->per_page * self->per_page;

  self->focused = view;
  for (guint i = first; i < MIN (first + self->per_page, self->n_views); i++)
    {
      gtk_widget_set_child_visible (GTK_WIDGET (self->views[i]), TRUE);
      show_snapshot (self, self->views[i]);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
page_cb (QnFigureBoard *self, int direction, QnFigureView *view)
{
  guint pages = (self->n_views + self->per_page - 1) / self->per_page;
  guint next = (index_of (self, view) / self->per_page + pages + (guint) direction) % pages * self->per_page;

  show_page (self, self->views[next]);
  gtk_widget_grab_focus (GTK_WIDGET (self->views[next]));
}

static void
focus_cb (GtkEventController *controller, QnFigureBoard *self)
{
  QnFigureView *view = QN_FIGURE_VIEW (gtk_event_controller_get_widget (controller));

  if (!self->enlarged && !gtk_widget_get_child_visible (GTK_WIDGET (view)))
    show_page (self, view);
  self->focused = view;
}

static gboolean
escape_cb (QnFigureBoard *self, guint key)
{
  if (key != GDK_KEY_Escape || !self->enlarged)
    return FALSE;
  qn_figure_board_enlarge (self, NULL);
  return TRUE;
}

static void
add_view (QnFigureBoard *self, const char *id)
{
  GtkWidget *view = qn_figure_view_new (id);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, 0);
  gtk_widget_add_controller (view, focus);
  g_signal_connect_swapped (view, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (view, "export-requested", G_CALLBACK (export_cb), self);
  g_signal_connect_swapped (view, "page", G_CALLBACK (page_cb), self);
  g_signal_connect_swapped (view, "notify::figure-id", G_CALLBACK (replaced_cb), self);
  qn_figure_view_set_menu_model (QN_FIGURE_VIEW (view), self->menu);
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  self->views[self->n_views++] = QN_FIGURE_VIEW (view);
  show_snapshot (self, QN_FIGURE_VIEW (view));
}

static void
drop_view (QnFigureBoard *self)
{
  QnFigureView *view = self->views[--self->n_views];

  if (self->focused == view)
    self->focused = NULL;
  self->views[self->n_views] = NULL;
  gtk_widget_unparent (GTK_WIDGET (view));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, QN_FIGURE_BOARD (object)->enlarged != NULL);
}

static void
dispose (GObject *object)
{
  QnFigureBoard *self = QN_FIGURE_BOARD (object);

  self->enlarged = NULL;
  while (self->n_views > 0)
    drop_view (self);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  G_OBJECT_CLASS (qn_figure_board_parent_class)->dispose (object);
}

static void
qn_figure_board_class_init (QnFigureBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  props[PROP_ENLARGED] = g_param_spec_boolean ("enlarged", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", QN_TYPE_FIGURE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EXPORT_REQUESTED] = g_signal_new ("export-requested", QN_TYPE_FIGURE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QN_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "qnboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qn_figure_board_init (QnFigureBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->per_page = QN_BOARD_MAX;
  self->columns = 1;
  qn_widgets_follow_theme (GTK_WIDGET (self), NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  qn_widgets_set_name (GTK_WIDGET (self), _("Figures"));
}

GtkWidget *
qn_figure_board_new (void)
{
  return g_object_new (QN_TYPE_FIGURE_BOARD, NULL);
}

void
qn_figure_board_set_figures (QnFigureBoard *self, const char *const *ids)
{
  guint n = 0;

  g_return_if_fail (QN_IS_FIGURE_BOARD (self));

  self->setting = TRUE;
  qn_figure_board_enlarge (self, NULL);
  for (; ids && *ids && n < QN_BOARD_MAX; ids++)
    {
      if (!qn_figure_info (*ids))
        continue;
      if (n < self->n_views)
        qn_figure_view_set_figure_id (self->views[n], *ids);
      else
        add_view (self, *ids);
      n++;
    }
  while (self->n_views > n)
    drop_view (self);
  if (n == 0)
    add_view (self, "cycle");
  self->setting = FALSE;
  set_pagers (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

char **
qn_figure_board_get_figures (QnFigureBoard *self)
{
  char **ids;

  g_return_val_if_fail (QN_IS_FIGURE_BOARD (self), NULL);
  ids = g_new0 (char *, self->n_views + 1);
  for (guint i = 0; i < self->n_views; i++)
    ids[i] = g_strdup (qn_figure_view_get_figure_id (self->views[i]));
  return ids;
}

guint
qn_figure_board_get_n_views (QnFigureBoard *self)
{
  g_return_val_if_fail (QN_IS_FIGURE_BOARD (self), 0);
  return self->n_views;
}

QnFigureView *
qn_figure_board_get_view (QnFigureBoard *self, guint index)
{
  g_return_val_if_fail (QN_IS_FIGURE_BOARD (self), NULL);
  return index < self->n_views ? self->views[index] : NULL;
}

QnFigureView *
qn_figure_board_get_current (QnFigureBoard *self)
{
  g_return_val_if_fail (QN_IS_FIGURE_BOARD (self), NULL);

  if (self->enlarged)
    return self->enlarged;
  return self->focused ? self->focused : self->views[0];
}

void
qn_figure_board_enlarge (QnFigureBoard *self, QnFigureView *view)
{
  QnFigureView *before;

  g_return_if_fail (QN_IS_FIGURE_BOARD (self));
  g_return_if_fail (view == NULL || gtk_widget_get_parent (GTK_WIDGET (view)) == GTK_WIDGET (self));

  before = self->enlarged;
  if (before == view)
    return;
  self->enlarged = view;
  if (before)
    qn_figure_view_set_enlarged (before, FALSE);
  for (guint i = 0; i < self->n_views; i++)
    if (!view || self->views[i] == view)
      show_snapshot (self, self->views[i]);
  if (view)
    {
      qn_figure_view_set_enlarged (view, TRUE);
      self->focused = view;
    }
  gtk_widget_grab_focus (GTK_WIDGET (view ? view : before));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENLARGED]);
}

QnFigureView *
qn_figure_board_get_enlarged (QnFigureBoard *self)
{
  g_return_val_if_fail (QN_IS_FIGURE_BOARD (self), NULL);
  return self->enlarged;
}

void
qn_figure_board_set_menu_model (QnFigureBoard *self, GMenuModel *model)
{
  g_return_if_fail (QN_IS_FIGURE_BOARD (self));

  g_set_object (&self->menu, model);
  for (guint i = 0; i < self->n_views; i++)
    qn_figure_view_set_menu_model (self->views[i], model);
}

void
qn_figure_board_set_snapshot (QnFigureBoard *self, QnSnapshot *snapshot, double seconds, gboolean held)
{
  g_return_if_fail (QN_IS_FIGURE_BOARD (self));
  g_return_if_fail (snapshot != NULL);

  qn_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  self->snapshot = snapshot;
  for (guint i = 0; i < self->n_views; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (self->views[i])))
      qn_figure_view_set_snapshot (self->views[i], snapshot, seconds, held);
}
