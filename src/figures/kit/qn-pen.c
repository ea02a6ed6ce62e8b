/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-figure-class.h"

QnHue
qn_bath_hue (int bath)
{
  switch (bath)
    {
    case QN_HOT:
      return QN_HUE_HOT;
    case QN_COLD:
      return QN_HUE_COLD;
    default:
      return QN_HUE_THIRD;
    }
}

/* Several reservoirs at once have no hue of their own: the medium's. */
QnHue
qn_stroke_hue (const QnStroke *stroke)
{
  if (stroke->baths == 0)
    return QN_HUE_WORK;
  for (int k = 0; k < QN_MAX_BATHS; k++)
    if (stroke->baths == 1u << k)
      return qn_bath_hue (k);
  return QN_HUE_FOREGROUND;
}

QnDash
qn_stroke_dash (const QnStroke *stroke)
{
  if (stroke->baths == 1u << QN_COLD)
    return QN_DASH_LONG;
  return QN_DASH_SOLID;
}

/* By what it is, not by its id alone: a contact whose control moves is an isotherm to the textbooks. */
const char *
qn_stroke_name (const QnStroke *stroke)
{
  static const struct
  {
    const char *id, *rests, *moves;
  } names[] = {
    { "hot", N_("hot contact"), N_("hot isotherm") },
    { "cold", N_("cold contact"), N_("cold isotherm") },
    { "hot-isochore", N_("hot isochore"), N_("hot isochore") },
    { "cold-isochore", N_("cold isochore"), N_("cold isochore") },
    { "expansion", N_("expansion"), N_("expansion") },
    { "compression", N_("compression"), N_("compression") },
    { "swap", N_("swap"), N_("swap") },
    { "contact", N_("both contacts"), N_("both contacts") },
    { "rest", N_("longer contact"), N_("longer contact") },
    { "forward", N_("forward drive"), N_("forward drive") },
    { "settle", N_("back to equilibrium"), N_("back to equilibrium") },
    { "reverse", N_("reverse drive"), N_("reverse drive") },
    { "return", N_("back to equilibrium"), N_("back to equilibrium") },
    { "steady", N_("Steady state"), N_("Steady state") },
    { "measure", N_("measure"), N_("measure") },
    { "feedback", N_("feedback"), N_("feedback") },
    { "restore", N_("return"), N_("return") },
    { "erase", N_("erase"), N_("erase") },
    { "charge", N_("charging"), N_("charging") },
    { "storage", N_("storage"), N_("storage") },
    { "collision", N_("collision"), N_("collision") },
    { "round", N_("round"), N_("round") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (stroke->id, names[i].id) == 0)
      return stroke->from == stroke->to ? _(names[i].rests) : _(names[i].moves);
  return stroke->id != NULL ? stroke->id : "";
}

const char *
qn_mode_name (QnMode mode)
{
  switch (mode)
    {
    case QN_MODE_ENGINE:
      return _("Engine");
    case QN_MODE_REFRIGERATOR:
      return _("Refrigerator");
    case QN_MODE_ACCELERATOR:
      return _("Accelerator");
    case QN_MODE_HEATER:
      return _("Heater");
    case QN_MODE_IMPOSSIBLE:
      return _("Impossible");
    case QN_MODE_IDLE:
    default:
      return _("Idle");
    }
}

/* Lengths in line widths, so that a pattern looks the same at every size. */
void
qn_dash_apply (QnCanvas *canvas, QnDash dash, double width)
{
  double unit = MAX (width, 1);
  const double dashed[] = { 3.2 * unit, 3 * unit }, dotted[] = { 0.05 * unit, 2.3 * unit }, longs[] = { 6 * unit, 2.8 * unit };

  switch (dash)
    {
    case QN_DASH_DASHED:
      qn_canvas_set_line (canvas, width, dashed, 2);
      break;
    case QN_DASH_DOTTED:
      qn_canvas_set_line (canvas, width, dotted, 2);
      break;
    case QN_DASH_LONG:
      qn_canvas_set_line (canvas, width, longs, 2);
      break;
    case QN_DASH_SOLID:
    default:
      qn_canvas_set_line (canvas, width, NULL, 0);
      break;
    }
}

double
qn_without_noise (const QnSnapshot *snapshot, double energy)
{
  return fabs (energy) > 1e-12 * snapshot->ledger.energy_scale ? energy : 0;
}

char *
qn_label_equals (const char *symbol, double value, QnDimension dimension)
{
  g_autofree char *number = qn_quantity_format (value, dimension, TRUE);

  return g_strdup_printf ("%s = %s", symbol, number);
}

char *
qn_axis_title (const char *words, const char *symbol, QnDimension dimension)
{
  const char *unit = qn_dimension_unit (dimension);

  if (unit == NULL || *unit == '\0')
    return g_strdup_printf ("%s %s", words, symbol);
  return g_strdup_printf ("%s %s (%s)", words, symbol, unit);
}

const char *
qn_result_symbol (const QnLab *lab, const char *id, const char *fallback)
{
  int i = lab != NULL ? qn_lab_result_index (lab, id) : -1;

  return i >= 0 && lab->results[i].symbol != NULL ? lab->results[i].symbol : fallback;
}

const char *
qn_parameter_symbol (const QnLab *lab, const char *id, const char *fallback)
{
  int i = lab != NULL ? qn_lab_parameter_index (lab, id) : -1;

  return i >= 0 && lab->parameters[i].symbol != NULL ? lab->parameters[i].symbol : fallback;
}

/* Short of the whole is never written as 100 %. */
char *
qn_percent (double fraction)
{
  double percent = 100 * fraction, size = fabs (percent);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (percent))
    return g_strdup ("–");
  if (size > 99.9 && size < 100 - 1e-9)
    return g_strdup (percent > 0 ? "&gt; 99.9\u202f%" : "&lt; −99.9\u202f%");
  g_ascii_formatd (digits, sizeof digits, size < 9.95 || (size >= 99.5 && size < 100) ? "%.1f" : "%.0f", size);
  return g_strdup_printf ("%s%s\u202f%%", percent < 0 && g_ascii_strtod (digits, NULL) != 0 ? "−" : "", digits);
}

gboolean
qn_rects_meet (QnRect a, QnRect b, double dx, double dy)
{
  return a.x < b.x + b.width + dx && b.x < a.x + a.width + dx && a.y < b.y + b.height + dy && b.y < a.y + a.height + dy;
}

gboolean
qn_rect_within (QnRect a, QnRect outer)
{
  return a.x >= outer.x && a.y >= outer.y && a.x + a.width <= outer.x + outer.width && a.y + a.height <= outer.y + outer.height;
}

QnRect
qn_rect_inset (QnRect a, double dx, double dy)
{
  return (QnRect) { a.x + dx, a.y + dy, MAX (a.width - 2 * dx, 0), MAX (a.height - 2 * dy, 0) };
}

void
qn_pen_take (QnPen *pen, QnRect box)
{
  g_array_append_val (pen->boxes, box);
}

gboolean
qn_pen_free_at (const QnPen *pen, QnRect box)
{
  for (guint i = 0; i < pen->boxes->len; i++)
    if (qn_rects_meet (box, g_array_index (pen->boxes, QnRect, i), 0.4 * pen->text, 1))
      return FALSE;
  return TRUE;
}

static double
shift (QnAlign align, double extent)
{
  return align == QN_ALIGN_START ? 0 : align == QN_ALIGN_CENTER ? -extent / 2 : -extent;
}

/* One unit of slack above and below: a centred text sits on its digits' ink, not on its box. */
QnRect
qn_pen_measure (QnPen *pen, const char *markup, double size, gboolean bold, double x, double y, QnAlign horizontal, QnAlign vertical)
{
  double width = 0, height = 0, slack = vertical == QN_ALIGN_CENTER ? size * 0.12 : 0;

  qn_canvas_measure (pen->canvas, markup, size, bold, &width, &height);
  return (QnRect) { x + shift (horizontal, width), y + shift (vertical, height) - slack, width, height + 2 * slack };
}

void
qn_pen_upright (QnPen *pen, const char *markup, double size, double x, double y)
{
  qn_canvas_save (pen->canvas);
  qn_canvas_translate (pen->canvas, x, y);
  qn_canvas_rotate (pen->canvas, -G_PI / 2);
  qn_canvas_set_color (pen->canvas, pen->theme->line[QN_HUE_FOREGROUND]);
  qn_canvas_text (pen->canvas, markup, size, FALSE, 0, 0, QN_ALIGN_CENTER, QN_ALIGN_START, NULL);
  qn_canvas_restore (pen->canvas);
}

static void
draw_halo (QnPen *pen, QnRect box, double opacity)
{
  qn_canvas_rounded_rect (pen->canvas, box.x - 2, box.y, box.width + 4, box.height, MIN (4, box.height / 3));
  qn_canvas_set_color (pen->canvas, qn_color_alpha (pen->theme->background, opacity));
  qn_canvas_fill (pen->canvas);
}

gboolean
qn_pen_text (QnPen *pen, const QnLabel *label, QnRect within, double x, double y, QnAlign horizontal, QnAlign vertical)
{
  QnRect box = qn_pen_measure (pen, label->markup, label->size, label->bold, x, y, horizontal, vertical);

  if (!qn_rect_within (box, within) || !qn_pen_free_at (pen, box))
    return FALSE;
  if (label->halo > 0)
    draw_halo (pen, box, label->halo);
  qn_canvas_set_color (pen->canvas, label->color);
  qn_canvas_text (pen->canvas, label->markup, label->size, label->bold, x, y, horizontal, vertical, NULL);
  qn_pen_take (pen, box);
  return TRUE;
}

/* Greedy line breaking. NULL where a word alone is too wide. */
static GPtrArray *
break_lines (QnPen *pen, const char *text, double size, gboolean bold, double width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (int i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = line != NULL ? g_strconcat (line, " ", words[i], NULL) : g_strdup (words[i]);
      double w, h;

      qn_canvas_measure (pen->canvas, longer, size, bold, &w, &h);
      if (w <= width)
        {
          g_free (line);
          line = g_steal_pointer (&longer);
          continue;
        }
      if (line == NULL)
        return NULL;
      qn_canvas_measure (pen->canvas, words[i], size, bold, &w, &h);
      if (w > width)
        return NULL;
      g_ptr_array_add (lines, g_steal_pointer (&line));
      line = g_strdup (words[i]);
    }
  if (line != NULL)
    g_ptr_array_add (lines, g_steal_pointer (&line));
  return g_steal_pointer (&lines);
}

gboolean
qn_pen_paragraph (QnPen *pen, const char *text, double size, double least, gboolean centred, QnColor color, QnRect within)
{
  const gboolean bold = FALSE;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  for (; size >= least; size *= 0.93)
    {
      g_autoptr (GPtrArray) lines = break_lines (pen, escaped, size, bold, within.width);
      double w, h, y;

      if (lines == NULL)
        continue;
      qn_canvas_measure (pen->canvas, "0", size, bold, &w, &h);
      if (h * lines->len > within.height)
        continue;
      y = within.y + (centred ? (within.height - h * lines->len) / 2 : 0);
      qn_pen_take (pen, (QnRect) { within.x, y, within.width, h * lines->len });
      for (guint i = 0; i < lines->len; i++)
        {
          double x = within.x + within.width / 2;

          qn_canvas_set_color (pen->canvas, color);
          qn_canvas_text (pen->canvas, g_ptr_array_index (lines, i), size, bold, x, y + h * i, QN_ALIGN_CENTER, QN_ALIGN_START, NULL);
        }
      return TRUE;
    }
  return FALSE;
}

void
qn_csv_number (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return;
  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.17g", value));
}

void
qn_csv_head (GString *out, const char *name, QnDimension dimension, gboolean last)
{
  const char *unit = qn_dimension_unit_plain (dimension);

  g_string_append (out, name);
  if (unit != NULL && *unit != '\0')
    g_string_append_printf (out, " (%s)", unit);
  g_string_append_c (out, last ? '\n' : ',');
}

char *
qn_plain (double value, QnDimension dimension)
{
  return qn_quantity_format_plain (value, dimension, TRUE);
}
