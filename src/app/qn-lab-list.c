/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/qn-lab-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qn-widgets.h"

struct _QnLabList
{
  GtkWidget parent_instance;

  /* Template */
  GtkListBox *list;
  GtkLabel *about_title, *about_text;

  const QnLab *lab;
  char *preset;
  int frames; /* until the present row is brought into view; below 0: it is */
  gboolean another_lab; /* since the list was last scrolled */
};

G_DEFINE_FINAL_TYPE (QnLabList, qn_lab_list, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

#define ROW_LAB "quench-lab"       /* const QnLab * */
#define ROW_PRESET "quench-preset" /* const QnPreset *, NULL on the row of a lab */

static const QnLab *
row_lab (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ROW_LAB);
}

static const QnPreset *
row_preset (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ROW_PRESET);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, QnLabList *self)
{
  const QnPreset *preset = row_preset (row);

  g_signal_emit (self, signals[CHOSEN], 0, row_lab (row)->id, preset != NULL ? preset->id : NULL);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkListBoxRow *
new_row (const QnLab *lab, const QnPreset *preset)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  const char *name = preset != NULL ? _(preset->name) : _(lab->name);

  if (preset == NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (lab->icon));
  gtk_box_append (GTK_BOX (box), new_label (name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_markup (row, preset != NULL ? _(preset->text) : _(lab->summary));
  gtk_widget_add_css_class (row, preset != NULL ? "quench-preset" : "quench-lab");
  qn_widgets_set_name (GTK_WIDGET (row), name);
  g_object_set_data (G_OBJECT (row), ROW_LAB, (gpointer) lab);
  g_object_set_data (G_OBJECT (row), ROW_PRESET, (gpointer) preset);
  return GTK_LIST_BOX_ROW (row);
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *header = NULL;

  if (before == NULL || !g_str_equal (row_lab (row)->group, row_lab (before)->group))
    {
      header = new_label (_(row_lab (row)->group));
      gtk_widget_add_css_class (header, "quench-group");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
add_labs (QnLabList *self)
{
  gsize n;
  const QnLab *const *labs = qn_labs (&n);

  for (gsize i = 0; i < n; i++)
    gtk_list_box_append (self->list, GTK_WIDGET (new_row (labs[i], NULL)));
}

/* The rows of labs stay, and with them the focus; those of presets are exchanged. */
static void
exchange_presets (QnLabList *self, const QnLab *lab)
{
  GtkListBoxRow *row;
  int position = -1;
  gsize n;
  const QnPreset *presets = qn_lab_presets (lab, &n);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;)
    {
      if (row_preset (row) != NULL)
        {
          gtk_list_box_remove (self->list, GTK_WIDGET (row));
          continue;
        }
      if (row_lab (row) == lab)
        position = i;
      i++;
    }
  for (gsize i = 0; i < n; i++)
    gtk_list_box_insert (self->list, GTK_WIDGET (new_row (lab, &presets[i])), position + 1 + (int) i);
}

static void
mark_rows (QnLabList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const QnPreset *preset = row_preset (row);
      gboolean present = row_lab (row) == self->lab && (preset == NULL || g_str_equal (preset->id, self->preset));

      if (present)
        gtk_widget_add_css_class (GTK_WIDGET (row), "quench-present");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "quench-present");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, present, -1);
    }
}

static void
tell_about (QnLabList *self)
{
  gsize n;
  const QnPreset *presets = qn_lab_presets (self->lab, &n);
  const char *title = _(self->lab->name), *text = _(self->lab->summary);

  for (gsize i = 0; i < n; i++)
    {
      if (!g_str_equal (presets[i].id, self->preset))
        continue;
      title = _(presets[i].name);
      text = _(presets[i].text);
    }
  gtk_label_set_label (self->about_title, title);
  gtk_label_set_markup (self->about_text, text);
}

static GtkListBoxRow *
present_row (QnLabList *self)
{
  GtkListBoxRow *row, *found = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (row), "quench-present"))
      found = row;
  return found;
}

/* Where the list is to be scrolled so that the lab and the first of its presets are in view. */
static double
with_lab (QnLabList *self, double value, double page)
{
  double top = INFINITY, bottom = -INFINITY;
  GtkListBoxRow *row;
  graphene_rect_t box;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (row_lab (row) == self->lab && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &box))
      {
        top = fmin (top, box.origin.y);
        bottom = fmax (bottom, box.origin.y + box.size.height);
      }
  bottom = fmin (bottom, top + page / 2); /* some of many presets will do */
  return fmin (fmax (value, bottom - page), top);
}

/* Another lab's presets were taken out, above it maybe, and its own put in, or another preset was chosen from elsewhere: brings
 * the present row into view. The list must have been laid out, and the first tick comes before that. */
static gboolean
reveal (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QnLabList *self = QN_LAB_LIST (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = scrolled ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
  GtkListBoxRow *row = present_row (self);
  graphene_rect_t box;
  double value, page;

  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;
  if (adjustment == NULL || row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), scrolled, &box))
    return G_SOURCE_REMOVE;
  page = gtk_adjustment_get_page_size (adjustment);
  value = gtk_adjustment_get_value (adjustment);
  box.origin.y += value;
  if (self->another_lab)
    value = with_lab (self, value, page);
  self->another_lab = FALSE;
  value = fmax (fmin (value, box.origin.y), box.origin.y + box.size.height - page);
  gtk_adjustment_set_value (adjustment, value);
  return G_SOURCE_REMOVE;
}

/* The list is one stop of the Tab key, its rows are reached by the arrows; GtkListBox would stop at each row. */
static gboolean
qn_lab_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  QnLabList *self = QN_LAB_LIST (widget);
  gboolean on = direction == GTK_DIR_TAB_FORWARD, back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *now = gtk_widget_get_focus_child (widget);
  GtkWidget *list = gtk_widget_get_first_child (widget), *next = now;
  GtkListBoxRow *row = present_row (self);

  if (!on && !back)
    return GTK_WIDGET_CLASS (qn_lab_list_parent_class)->focus (widget, direction);
  if (now == NULL)
    next = on ? list : gtk_widget_get_last_child (widget);
  else if (now == list || !gtk_widget_child_focus (now, direction))
    next = on ? gtk_widget_get_next_sibling (now) : gtk_widget_get_prev_sibling (now);
  else
    return TRUE;
  for (; next != NULL; next = on ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next))
    if (next == list ? row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row)) : gtk_widget_child_focus (next, direction))
      return TRUE;
  return FALSE;
}

static void
qn_lab_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qn_lab_list_parent_class)->dispose (object);
}

static void
qn_lab_list_finalize (GObject *object)
{
  g_free (QN_LAB_LIST (object)->preset);
  G_OBJECT_CLASS (qn_lab_list_parent_class)->finalize (object);
}

static void
qn_lab_list_class_init (QnLabListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qn_lab_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = qn_lab_list_finalize;
  widget_class->focus = qn_lab_list_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quenchlab/Quench/ui/qn-lab-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QnLabList, list);
  gtk_widget_class_bind_template_child (widget_class, QnLabList, about_title);
  gtk_widget_class_bind_template_child (widget_class, QnLabList, about_text);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qn_lab_list_init (QnLabList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->frames = -1;
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
  add_labs (self);
}

void
qn_lab_list_set_present (QnLabList *self, const QnLab *lab, const char *preset)
{
  g_return_if_fail (QN_IS_LAB_LIST (self));
  g_return_if_fail (lab != NULL);
  if (preset == NULL)
    preset = "";
  if (lab == self->lab && g_str_equal (preset, self->preset))
    return;
  if (lab != self->lab)
    {
      exchange_presets (self, lab);
      self->another_lab = TRUE;
    }
  if (self->frames < 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal, NULL, NULL);
  self->frames = 2;
  self->lab = lab;
  g_free (self->preset);
  self->preset = g_strdup (preset);
  mark_rows (self);
  tell_about (self);
}
