/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qn-gauge.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "figures/kit/qn-style.h"
#include "widgets/qn-widgets.h"

#define ARC_WIDTH 3.8  /* in sizes of its number */
#define ARC_HEIGHT 3.45
#define NUMBER 14.0    /* size of the number, where the window is low */
#define RADIUS 1.62    /* of the arc, in sizes of the number */
#define FULL 1.5       /* that the number may be wide, in radii */
#define ARC_FROM (G_PI * 0.80)
#define ARC_SPAN (G_PI * 1.40)

struct _QnGauge
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *arc, *words, *mode_label, *note; /* arc and words are children */

  double fraction, notch, number;
  QnMode mode;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (QnGauge, qn_gauge, GTK_TYPE_WIDGET)

static QnHue
mode_hue (QnMode mode)
{
  switch (mode)
    {
    case QN_MODE_ENGINE:
      return QN_HUE_WORK;
    case QN_MODE_REFRIGERATOR:
      return QN_HUE_COLD;
    default:
      return QN_HUE_REFERENCE;
    }
}

static void
set_color (cairo_t *cr, QnColor c)
{
  cairo_set_source_rgba (cr, c.r, c.g, c.b, c.a);
}

static void
draw_ring (QnGauge *self, cairo_t *cr, const QnTheme *theme, double r)
{
  double end = ARC_FROM + ARC_SPAN * CLAMP (self->fraction, 0, 1);

  cairo_set_line_width (cr, r * 0.26);
  set_color (cr, qn_color_alpha (theme->line[QN_HUE_FOREGROUND], 0.16));
  cairo_arc (cr, 0, 0, r, ARC_FROM, ARC_FROM + ARC_SPAN);
  cairo_stroke (cr);
  if (!isnan (self->fraction))
    {
      set_color (cr, theme->fill[mode_hue (self->mode)]);
      cairo_arc (cr, 0, 0, r, ARC_FROM, end);
      cairo_stroke (cr);
    }
  if (!isnan (self->notch))
    {
      double a = ARC_FROM + ARC_SPAN * CLAMP (self->notch, 0, 1);

      for (int pass = 0; pass < 2; pass++) /* a gap in the ring, the notch within it */
        {
          set_color (cr, pass ? theme->line[QN_HUE_FOREGROUND] : theme->background);
          cairo_set_line_width (cr, pass ? r * 0.07 : r * 0.2);
          cairo_move_to (cr, 0.80 * r * cos (a), 0.80 * r * sin (a));
          cairo_line_to (cr, 1.20 * r * cos (a), 1.20 * r * sin (a));
          cairo_stroke (cr);
        }
    }
}

static void
draw_number (QnGauge *self, cairo_t *cr, const QnTheme *theme, double r)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = isnan (self->fraction) ? g_strdup ("–") : g_strdup_printf ("%.0f\xe2\x80\x89%%", self->fraction * 100);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoRectangle ink;
  double fit;

  layout = gtk_widget_create_pango_layout (self->arc, text);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (r / RADIUS * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  set_color (cr, theme->line[QN_HUE_FOREGROUND]);
  fit = MIN (1, FULL * r / MAX (ink.width, 1));
  cairo_scale (cr, fit, fit);
  cairo_move_to (cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QnGauge *self = data;
  QnTheme theme = qn_widgets_theme (GTK_WIDGET (self));
  double r = MIN (width / 2.0, height / 1.82) * 0.86;

  cairo_translate (cr, width / 2.0, height / 2.0 + r * 0.14);
  draw_ring (self, cr, &theme, r);
  draw_number (self, cr, &theme, r);
}

static void
fit (GtkWidget *widget)
{
  QnGauge *self = QN_GAUGE (widget);
  double number = self->number * qn_widgets_text_scale (widget);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->arc), (int) (ARC_WIDTH * number));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->arc), (int) (ARC_HEIGHT * number));
  gtk_widget_queue_draw (self->arc);
}

/* Room for the longest name, whatever is shown. */
static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  QnGauge *self = QN_GAUGE (widget);
  int width, most = 0;

  GTK_WIDGET_CLASS (qn_gauge_parent_class)->css_changed (widget, change);
  for (int i = 0; self->mode_label && i <= QN_MODE_IMPOSSIBLE; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->mode_label, qn_mode_name ((QnMode) i));

      pango_layout_get_pixel_size (layout, &width, NULL);
      most = MAX (most, width);
    }
  if (self->words)
    gtk_widget_set_size_request (self->words, most, -1);
}

static void
tell (QnGauge *self)
{
  g_autofree char *value = isnan (self->fraction) ? g_strdup (_("no efficiency")) : g_strdup_printf (_("%.0f percent of Carnot’s limit"), self->fraction * 100);
  g_autofree char *text = g_strdup_printf ("%s, %s", qn_mode_name (self->mode), value);
  double now = isnan (self->fraction) ? 0 : CLAMP (self->fraction, 0, 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, now,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
dispose (GObject *object)
{
  QnGauge *self = QN_GAUGE (object);

  g_clear_pointer (&self->arc, gtk_widget_unparent);
  self->mode_label = NULL;
  g_clear_pointer (&self->words, gtk_widget_unparent);
  G_OBJECT_CLASS (qn_gauge_parent_class)->dispose (object);
}

static void
qn_gauge_class_init (QnGaugeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->css_changed = css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "qngauge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
qn_gauge_init (QnGauge *self)
{
  self->fraction = self->notch = NAN;
  self->number = NUMBER;
  self->arc = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->arc), draw_cb, self, NULL);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  self->mode_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->mode_label, "qn-mode");
  gtk_widget_add_css_class (self->note, "qn-caption");
  gtk_box_append (GTK_BOX (self->words), self->mode_label);
  gtk_box_append (GTK_BOX (self->words), self->note);
  gtk_widget_set_parent (self->arc, GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fraction of the Carnot limit"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0,
                                  -1);
  qn_widgets_follow_theme (GTK_WIDGET (self), fit);
  fit (GTK_WIDGET (self));
  gtk_label_set_label (GTK_LABEL (self->mode_label), "–");
  gtk_label_set_label (GTK_LABEL (self->note), _("of Carnot"));
  tell (self);
}

GtkWidget *
qn_gauge_new (void)
{
  return g_object_new (QN_TYPE_GAUGE, NULL);
}

void
qn_gauge_set_screen (QnGauge *self, int height)
{
  g_return_if_fail (QN_IS_GAUGE (self));

  self->number = MAX (NUMBER, qn_theme_screen_text (height, height, height, QN_DIGITS));
  fit (GTK_WIDGET (self));
}

static gboolean
same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

void
qn_gauge_set (QnGauge *self, double fraction, double notch, QnMode mode, gboolean settling)
{
  g_return_if_fail (QN_IS_GAUGE (self));

  gtk_label_set_label (GTK_LABEL (self->mode_label), qn_mode_name (mode));
  gtk_label_set_label (GTK_LABEL (self->note), settling ? _("settling …") : _("of Carnot"));
  self->settling = settling;
  if (same (fraction, self->fraction) && same (notch, self->notch) && mode == self->mode)
    return;
  self->fraction = fraction;
  self->notch = notch;
  self->mode = mode;
  gtk_widget_queue_draw (self->arc);
  tell (self);
}
