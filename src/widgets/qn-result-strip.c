/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-result-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plot/qn-axes.h"
#include "widgets/qn-explain-button.h"
#include "widgets/qn-gauge.h"
#include "widgets/qn-law-badge.h"
#include "widgets/qn-results-button.h"
#include "widgets/qn-widgets.h"

/* What has a hue or a shorter name here than in its table. */
static const struct
{
  const char *id;      /* of the result */
  const char *caption; /* N_(); NULL: the result's name */
  const char *style;   /* CSS class */
} known[] = {
  { "efficiency", NULL, "qn-work" },
  { "cop", N_("COP"), "qn-work" },
  { "work_output", NULL, "qn-work" },
  { "power", NULL, "qn-work" },
  { "heat_hot", N_("Hot heat"), "qn-hot" },
  { "heat_cold", N_("Cold heat"), "qn-cold" },
  { "heat_work", N_("Heat, work side"), "qn-third" },
};

#define N_FIELDS 6
#define GAP 2 /* the buttons have padding */
#define WRAP 1.3 /* text scale above which there are two rows */
#define NUMBER_CHARS 11
#define CAPTION_CHARS 14 /* in two lines where it is longer */

struct _QnResultStrip
{
  GtkWidget parent_instance;

  /* Owned */
  QnSnapshot *snapshot;

  /* Borrowed: children */
  GtkWidget *dial, *more, *badge; /* dial: a button around the gauge */
  GtkWidget *field[N_FIELDS];

  /* Borrowed: within them */
  GtkWidget *gauge;
  GtkWidget *caption[N_FIELDS], *number[N_FIELDS];

  const QnLab *lab;      /* whose tooltips the fields have */
  guint64 serial;        /* of what is shown */
  int tall;              /* which of the sizes of numbers the window's height asks for */
};

G_DEFINE_FINAL_TYPE (QnResultStrip, qn_result_strip, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* With large text the numbers have a row of their own. */
static gboolean
wraps (QnResultStrip *self)
{
  return qn_widgets_text_scale (GTK_WIDGET (self)) > WRAP;
}

static int
natural_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Of the row with gauge and badge, in two of them. */
static int
head_height (QnResultStrip *self)
{
  return MAX (natural_height (self->dial), MAX (natural_height (self->more), natural_height (self->badge)));
}

/* Marks in `shown` what fits into `width`, dropping the least important first. Returns the width taken. */
static int
choose (QnResultStrip *self, int width, gboolean *shown)
{
  int taken = wraps (self) ? 0 : natural_width (self->dial) + GAP + natural_width (self->more) + GAP + natural_width (self->badge);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      shown[i] = gtk_widget_get_visible (self->field[i]);
      taken += shown[i] ? natural_width (self->field[i]) + GAP : 0;
    }
  for (int i = N_FIELDS - 1; i >= 0 && taken > width; i--)
    if (shown[i])
      {
        shown[i] = FALSE;
        taken -= natural_width (self->field[i]) + GAP;
      }
  return taken;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  QnResultStrip *self = QN_RESULT_STRIP (widget);
  int min, nat, least = 0, most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, orientation, -1, &min, &nat, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        most = MAX (most, nat);
      else
        most += nat + (most > 0 ? GAP : 0);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    least = most = wraps (self) ? most + head_height (self) : most;
  else
    least = natural_width (self->dial);
  *minimum = least;
  *natural = most;
}

/* What is not shown has no place any more, for assistive technology either. */
static void
show (GtkWidget *child, gboolean shown)
{
  if (gtk_widget_get_child_visible (child) == shown)
    return;
  gtk_widget_set_child_visible (child, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
place (QnResultStrip *self, GtkWidget *child, int x, int y, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int natural = natural_width (child);
  GtkAllocation box = { rtl ? width - x - natural : x, y, natural, height };

  show (child, TRUE);
  gtk_widget_size_allocate (child, &box, -1);
}

/* Beside the fields, which begin at `x`, or above them. */
static void
place_rest (QnResultStrip *self, int x, int width, int height)
{
  int badge = natural_width (self->badge);

  if (gtk_widget_get_visible (self->dial))
    place (self, self->dial, 0, 0, width, height);
  if (x + natural_width (self->more) + GAP + badge <= width)
    place (self, self->more, x, 0, width, height);
  else
    show (self->more, FALSE);
  if (x + badge <= width)
    place (self, self->badge, width - badge, 0, width, height);
  else
    show (self->badge, FALSE);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QnResultStrip *self = QN_RESULT_STRIP (widget);
  gboolean shown[N_FIELDS], two = wraps (self);
  int spare = MAX (0, width - choose (self, width, shown)), head = two ? head_height (self) : 0;
  int n = 0, x, extra;

  for (guint i = 0; i < N_FIELDS; i++)
    n += shown[i];
  if (self->lab)
    qn_results_button_set_hidden (QN_RESULTS_BUTTON (self->more), self->lab->n_results - n);
  extra = MIN (spare / (n + 1), 24);
  x = two ? 0 : natural_width (self->dial) + GAP + extra;
  for (guint i = 0; i < N_FIELDS; i++)
    if (shown[i])
      {
        place (self, self->field[i], x, head, width, height - head);
        x += natural_width (self->field[i]) + GAP + extra;
      }
    else
      show (self->field[i], FALSE);
  place_rest (self, two ? natural_width (self->dial) + GAP : x, width, two ? head : height);
}

static void
set_caption (GtkWidget *label, const char *markup)
{
  if (strcmp (gtk_label_get_label (GTK_LABEL (label)), markup))
    gtk_label_set_markup (GTK_LABEL (label), markup);
}

static const QnResult *
find_result (const QnLab *lab, const char *id)
{
  int index = qn_lab_result_index (lab, id);

  return index < 0 ? NULL : &lab->results[index];
}

/* What is lost in rounding against the largest energy in play is shown as the zero that it is. */
static double
result_of (QnResultStrip *self, const QnResult *result)
{
  double value = qn_results_get (&self->snapshot->outcome->results, result->id);

  return qn_is_noise (value, result->dimension, &self->snapshot->outcome->ledger) ? 0 : value;
}

/* "Work W (ε)": the unit stands here, so that the number has the field to itself, in one size whatever it is. */
static char *
caption_markup (const char *caption, const char *symbol, QnDimension dimension)
{
  g_autoptr (GString) unit = g_string_new (qn_dimension_unit (dimension));

  /* in one piece */
  g_string_replace (unit, "/<", "/\xe2\x81\xa0<", 0);
  g_string_replace (unit, " <", "\xc2\xa0<", 0);
  return unit->len ? g_strdup_printf ("%s %s (%s)", caption, symbol, unit->str) : g_strdup_printf ("%s %s", caption, symbol);
}

static void
explain_dial (QnResultStrip *self)
{
  const QnLab *lab = self->snapshot->outcome->results.lab;
  static const char *const ids[] = { "mode", "carnot", "curzon_ahlborn" };
  const QnResult *results[G_N_ELEMENTS (ids)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if ((results[n] = find_result (lab, ids[i])))
      n++;
  qn_explain_button_set_results (QN_EXPLAIN_BUTTON (self->dial), results, n);
}

static int
known_index (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].id, id))
      return (int) i;
  return -1;
}

static void
set_style (QnResultStrip *self, guint i, const char *style)
{
  for (guint k = 0; k < G_N_ELEMENTS (known); k++)
    gtk_widget_remove_css_class (self->number[i], known[k].style);
  gtk_widget_add_css_class (self->number[i], style);
}

/* The number as shown, the caption, and the explanation with its meaning and full precision. */
static void
show_field (QnResultStrip *self, guint i, const QnResult *result)
{
  int k = known_index (result->id);
  const char *caption = k >= 0 && known[k].caption ? _(known[k].caption) : _(result->name);
  double value = result_of (self, result);
  g_autofree char *head = caption_markup (caption, result->symbol, result->dimension);
  g_autofree char *text = qn_results_format (&self->snapshot->outcome->results, result, value, FALSE);
  g_autofree char *plain = qn_quantity_format_plain (value, result->dimension, TRUE);
  g_autofree char *described = g_strdup_printf ("%s: %s", _(result->name), plain);

  qn_explain_button_set_results (QN_EXPLAIN_BUTTON (self->field[i]), &result, 1);
  qn_widgets_set_tooltip (self->field[i], _(result->meaning));
  set_style (self, i, k >= 0 ? known[k].style : "qn-plain");
  set_caption (self->caption[i], head);
  gtk_inscription_set_markup (GTK_INSCRIPTION (self->number[i]), text);
  qn_widgets_set_name (GTK_WIDGET (self->field[i]), described);
}

static void
show_gauge (QnResultStrip *self)
{
  const QnSnapshot *s = self->snapshot;
  gboolean fridge = s->outcome->results.mode == QN_MODE_REFRIGERATOR;
  double limit = qn_results_get (&s->outcome->results, "carnot");
  double value = qn_results_get (&s->outcome->results, fridge ? "cop" : "efficiency");
  double notch = fridge ? NAN : qn_results_get (&s->outcome->results, "curzon_ahlborn");
  gboolean settling = s->running && s->n_history > 0 && s->history[s->n_history - 1].transient;

  qn_gauge_set (QN_GAUGE (self->gauge), limit > 0 ? value / limit : NAN, limit > 0 ? notch / limit : NAN, s->outcome->results.mode, settling);
}

/* In a refrigerator the coefficient of performance stands where the efficiency stood. */
static const QnResult *
shown_result (QnResultStrip *self, const char *id)
{
  const QnResults *results = &self->snapshot->outcome->results;
  const QnResult *cop = find_result (results->lab, "cop");

  return g_str_equal (id, "efficiency") && results->mode == QN_MODE_REFRIGERATOR && cop ? cop : find_result (results->lab, id);
}

static void
show_all (QnResultStrip *self)
{
  const QnLab *lab = self->snapshot->outcome->results.lab;
  g_autoptr (GPtrArray) ids = qn_experiment_strip (&self->snapshot->experiment);
  guint n = 0;

  if (self->lab != lab)
    explain_dial (self);
  self->lab = lab;
  gtk_widget_set_visible (self->dial, find_result (lab, "carnot") != NULL);
  show_gauge (self);
  qn_results_button_set_snapshot (QN_RESULTS_BUTTON (self->more), self->snapshot);
  for (guint i = 0; i < ids->len && n < N_FIELDS; i++)
    {
      const QnResult *result = shown_result (self, ids->pdata[i]);

      if (!result)
        continue;
      gtk_widget_set_visible (self->field[n], TRUE);
      show_field (self, n++, result);
    }
  for (; n < N_FIELDS; n++)
    gtk_widget_set_visible (self->field[n], FALSE);
}

static void
make_field (QnResultStrip *self, guint i)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign", GTK_ALIGN_CENTER, NULL);

  self->field[i] = qn_explain_button_new (box);
  self->caption[i] = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", CAPTION_CHARS, NULL);
  /* An inscription's size does not depend on its text: changing numbers cost no layout. */
  self->number[i] = g_object_new (GTK_TYPE_INSCRIPTION, "xalign", 0.0f, "min-chars", NUMBER_CHARS, "nat-chars", NUMBER_CHARS, "text", "–", NULL);
  gtk_widget_add_css_class (self->caption[i], "qn-caption");
  gtk_widget_add_css_class (self->number[i], "qn-number");
  gtk_box_append (GTK_BOX (box), self->caption[i]);
  gtk_box_append (GTK_BOX (box), self->number[i]);
  gtk_widget_set_valign (self->field[i], GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->field[i], GTK_WIDGET (self));
}

/* Digits keep their share of the window's height. */
static void
layout_cb (QnResultStrip *self, int width, int height)
{
  static const char *const classes[] = { "qn-tall", "qn-taller", "qn-tallest" };
  static const int from[] = { 780, 1000, 1300 };
  int tall = 0;

  while (tall < (int) G_N_ELEMENTS (from) && height >= from[tall])
    tall++;
  if (tall == self->tall)
    return;
  for (int i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    if (i + 1 == tall)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  self->tall = tall;
  qn_gauge_set_screen (QN_GAUGE (self->gauge), tall > 0 ? from[tall - 1] : 0);
}

static void
realize (GtkWidget *widget)
{
  GdkSurface *surface;

  GTK_WIDGET_CLASS (qn_result_strip_parent_class)->realize (widget);
  surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), widget, G_CONNECT_SWAPPED);
  layout_cb (QN_RESULT_STRIP (widget), gdk_surface_get_width (surface), gdk_surface_get_height (surface));
}

static void
unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_native_get_surface (gtk_widget_get_native (widget)), widget);
  GTK_WIDGET_CLASS (qn_result_strip_parent_class)->unrealize (widget);
}

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_pointer (&QN_RESULT_STRIP (object)->snapshot, qn_snapshot_unref);
  G_OBJECT_CLASS (qn_result_strip_parent_class)->dispose (object);
}

static void
qn_result_strip_class_init (QnResultStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->realize = realize;
  widget_class->unrealize = unrealize;
  gtk_widget_class_set_css_name (widget_class, "qnstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qn_result_strip_init (QnResultStrip *self)
{
  self->gauge = qn_gauge_new ();
  self->dial = qn_explain_button_new (self->gauge);
  qn_widgets_set_name (self->dial, _("Explain: mode and Carnot’s limit"));
  gtk_widget_set_parent (self->dial, GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++)
    make_field (self, i);
  self->more = qn_results_button_new ();
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  self->badge = qn_law_badge_new ();
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->badge, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  qn_widgets_set_name (GTK_WIDGET (self), _("Results"));
}

GtkWidget *
qn_result_strip_new (void)
{
  return g_object_new (QN_TYPE_RESULT_STRIP, NULL);
}

/* The numbers are the limit cycle's: they change with the parameters, not with every frame. */
static guint64
shown_serial (const QnSnapshot *s)
{
  return s->solution->limit ? s->solution->limit->serial : 0;
}

void
qn_result_strip_set_snapshot (QnResultStrip *self, QnSnapshot *snapshot)
{
  gboolean fresh;

  g_return_if_fail (QN_IS_RESULT_STRIP (self));
  g_return_if_fail (snapshot != NULL);

  if (snapshot == self->snapshot)
    return;
  fresh = !self->snapshot || self->serial != shown_serial (snapshot) || self->snapshot->valid != snapshot->valid || self->lab != snapshot->outcome->results.lab
          || !g_str_equal (self->snapshot->experiment.preset, snapshot->experiment.preset);
  qn_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, qn_snapshot_unref);
  self->snapshot = snapshot;
  self->serial = shown_serial (snapshot);
  if (fresh)
    {
      show_all (self);
      qn_law_badge_set_snapshot (QN_LAW_BADGE (self->badge), snapshot);
      if (snapshot->valid)
        gtk_widget_remove_css_class (GTK_WIDGET (self), "qn-stale");
      else
        gtk_widget_add_css_class (GTK_WIDGET (self), "qn-stale");
    }
  else
    show_gauge (self);
}
