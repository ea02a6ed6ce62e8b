/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-figure-class.h"
#include "figures/kit/qn-thermal.h"
#include "plot/qn-heat-map.h"

/* The density matrix in the energy basis of the moment as a matrix of squares: the area of each is |rho_ij|, a full
 * cell being 1. Populations, on the diagonal, are in the foreground's colour; elsewhere the colour is the phase, and a
 * clock's hand from the middle says the same without colour: to the right is 0, upwards pi/2. */

/* In units of the text. */
#define LEAST_RING 1.8 /* radius of the ring of phases */
#define LARGEST_RING 4.5
#define BESIDE_RING 4 /* room of the names beside it */
#define LEGEND 10.5 /* least side of the legend */
#define CAPTION_FROM 13 /* height from which there is a caption */

typedef struct
{
  gboolean followed; /* FALSE: of an oscillator the populations alone are */
  int n;
  double _Complex rho[QN_MAX_LEVELS][QN_MAX_LEVELS];
} Matrix;

static Matrix
matrix_of (const QnSnapshot *s)
{
  Matrix m = { !s->outcome->machine.medium.klass->gaussian, s->now.n_levels };

  if (m.followed)
    qn_reading_density (&s->outcome->machine.medium, &s->now, TRUE, m.rho);
  else
    for (int i = 0; i < m.n; i++)
      m.rho[i][i] = s->now.population[i];
  return m;
}

/* --- Layout --------------------------------------------------------------- */

typedef struct
{
  int n;
  QnRect matrix;
  double cell;
  double strip;    /* at the foot of each cell, for its number */
  double full;     /* side of the square that stands for 1 */
  QnRect caption;  /* below the matrix; height 0: no room */
  QnRect legend;   /* beside it, or below; width 0: no room */
  double number_size; /* 0: no numbers on the diagonal */
  int decimals;
  int lines;       /* that an off-diagonal number takes; 0: none is written */
} Layout;

static const char *const widest[] = { "0.00", "0.000" }, *const widest_number[] = { "−0.00 + 0.00<i>i</i>", "−0.000 + 0.000<i>i</i>" },
                  *const widest_part[] = { "+ 0.00<i>i</i>", "+ 0.000<i>i</i>" };

/* Three decimals, or two, in the largest size at which the numbers fit into a cell without taking more than a third of it from
 * the squares, and in how many lines. */
static void
fit_numbers (QnPen *pen, Layout *layout)
{
  static const struct { double size; int decimals; } tries[] = { { 1, 3 }, { 1, 2 }, { 0.8, 3 }, { 0.66, 3 } };
  double room = 0.94 * layout->cell, w, h = 0;
  int kind;

  for (gsize i = 0; i < G_N_ELEMENTS (tries) && layout->number_size == 0; i++)
    {
      if (tries[i].size * pen->text < pen->theme->least_text || (tries[i].decimals < 3 && pen->theme->least_text == 0))
        continue;
      qn_canvas_measure (pen->canvas, widest[tries[i].decimals - 2], tries[i].size * pen->text, TRUE, &w, &h);
      if (w > room || h > 0.42 * layout->cell)
        continue;
      layout->number_size = tries[i].size * pen->text;
      layout->decimals = tries[i].decimals;
    }
  if (layout->number_size == 0)
    return;
  kind = layout->decimals - 2;
  layout->strip = h;
  qn_canvas_measure (pen->canvas, widest_number[kind], layout->number_size, FALSE, &w, &h);
  if (w <= room)
    layout->lines = 1;
  qn_canvas_measure (pen->canvas, widest_part[kind], layout->number_size, FALSE, &w, &h);
  if (layout->lines > 0 || w > room || 2 * h > 0.36 * layout->cell)
    return;
  layout->lines = 2;
  layout->strip = 2 * h;
}

static void
lay_out (QnFigure *figure, QnPen *pen, Layout *layout)
{
  double names_w, names_h, line, gap = QN_GAP * pen->text, side, spare_x, spare_y, least = LEGEND * pen->text;

  *layout = (Layout) { .n = figure->snapshot->now.n_levels };
  qn_canvas_measure (pen->canvas, "⟨0|", QN_SIZE_NAME * pen->text, FALSE, &names_w, &names_h);
  qn_canvas_measure (pen->canvas, "0", QN_SIZE_NOTE * pen->text, FALSE, NULL, &line);
  names_w += gap;
  names_h += QN_GAP_NARROW * pen->text;
  if (pen->height > CAPTION_FROM * pen->text)
    layout->caption.height = 1.25 * line;
  side = MAX (MIN (pen->width - names_w - 2 * gap, pen->height - names_h - gap - layout->caption.height), 1);
  spare_x = pen->width - names_w - 2 * gap - side;
  spare_y = pen->height - names_h - gap - layout->caption.height - side;
  layout->matrix = (QnRect) { gap + names_w + spare_x / 2, names_h, side, side };
  if (spare_x >= least)
    {
      double width = MIN (spare_x, 1.6 * least);

      layout->matrix.x = gap + names_w + (spare_x - width) / 2;
      layout->legend = (QnRect) { layout->matrix.x + side + gap, names_h, width - gap, side };
    }
  else if (spare_y >= least)
    layout->legend = (QnRect) { gap, names_h + side + layout->caption.height + gap, pen->width - 2 * gap, spare_y - gap };
  layout->caption.x = layout->matrix.x - names_w;
  layout->caption.width = side + names_w;
  layout->caption.y = layout->matrix.y + side + 0.2 * gap;
  layout->cell = side / layout->n;
  fit_numbers (pen, layout);
  layout->full = 0.94 * (layout->cell - layout->strip);
}

/* The middle of the square's part of the cell. */
static void
cell_middle (const Layout *layout, int i, int j, double *x, double *y)
{
  *x = layout->matrix.x + (j + 0.5) * layout->cell;
  *y = layout->matrix.y + (i + 0.5) * layout->cell - layout->strip / 2;
}

/* --- What rests ----------------------------------------------------------- */

static void
draw_grid (QnPen *pen, const Layout *layout)
{
  const QnRect *m = &layout->matrix;

  for (int i = 1; i < layout->n; i++)
    {
      qn_pen_vertical (pen, m, m->x + i * layout->cell);
      qn_pen_horizontal (pen, m, m->y + i * layout->cell);
    }
  qn_pen_stroke (pen, pen->theme->grid, QN_DASH_SOLID, 0.5);
  qn_canvas_rect (pen->canvas, m->x, m->y, m->width, m->height);
  qn_pen_stroke (pen, pen->theme->frame, QN_DASH_SOLID, 0.6);
}

/* Kets at the rows, bras at the columns, by ascending energy. */
static void
draw_names (QnPen *pen, const Layout *layout)
{
  QnRect within = { 0, -2, pen->width, pen->height + 4 };
  double w, size = QN_SIZE_NAME * pen->text;

  qn_canvas_measure (pen->canvas, "⟨0|", size, FALSE, &w, NULL);
  size *= MIN (1, 0.75 * layout->cell / w);
  for (int i = 0; i < layout->n; i++)
    {
      g_autofree char *ket = g_strdup_printf ("|%d⟩", i), *bra = g_strdup_printf ("⟨%d|", i);
      QnLabel row = { ket, size, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 }, column = { bra, size, FALSE, pen->theme->line[QN_HUE_FOREGROUND], 0 };
      double x, y;

      cell_middle (layout, i, i, &x, &y);
      qn_pen_text (pen, &row, within, (QnSpot) { layout->matrix.x - QN_GAP_NEAR * pen->text, y, QN_ALIGN_END, QN_ALIGN_CENTER });
      qn_pen_text (pen, &column, within, (QnSpot) { x, layout->matrix.y - 0.5, QN_ALIGN_CENTER, QN_ALIGN_END });
    }
}

/* The legend from its top: a ring of phases with its quarters named, then lines of text. */
typedef struct
{
  double x, y, radius; /* of the ring */
  double text_x, text_y, line;
  QnAlign align;
  double size;
} Legend;

static Legend
legend_of (QnPen *pen, const Layout *layout)
{
  const QnRect *l = &layout->legend;
  gboolean beside = l->height > l->width;
  Legend g = { .size = QN_SIZE_STROKE * pen->text };
  double w;

  qn_canvas_measure (pen->canvas, "0", g.size, FALSE, &w, &g.line);
  g.line *= 1.15;
  g.radius = CLAMP (0.2 * MIN (l->width, l->height), LEAST_RING * pen->text, LARGEST_RING * pen->text);
  g.x = beside ? l->x + l->width / 2 : l->x + MIN (l->width * 0.27, g.radius + BESIDE_RING * pen->text);
  g.y = l->y + 2.2 * g.line + g.radius;
  g.text_x = beside ? g.x : l->x + l->width * 0.54;
  g.text_y = beside ? g.y + g.radius + 2.2 * g.line : l->y + 1.2 * g.line;
  g.align = beside ? QN_ALIGN_CENTER : QN_ALIGN_START;
  return g;
}

static void
draw_ring (QnPen *pen, const Legend *g)
{
  const int pieces = 60;
  const double inner = 0.62 * g->radius;

  for (int i = 0; i < pieces; i++)
    {
      double a = 2 * G_PI * i / pieces, b = 2 * G_PI * (i + 1.25) / pieces; /* a little over the next: no seams */

      qn_canvas_move_to (pen->canvas, g->x + g->radius * cos (a), g->y - g->radius * sin (a));
      qn_canvas_line_to (pen->canvas, g->x + g->radius * cos (b), g->y - g->radius * sin (b));
      qn_canvas_line_to (pen->canvas, g->x + inner * cos (b), g->y - inner * sin (b));
      qn_canvas_line_to (pen->canvas, g->x + inner * cos (a), g->y - inner * sin (a));
      qn_canvas_close (pen->canvas);
      qn_pen_fill (pen, qn_colormap_cyclic ((i + 0.5) / pieces));
    }
  for (int i = 0; i < 4; i++)
    {
      double a = G_PI / 2 * i;

      qn_pen_segment (pen, g->x, g->y, g->x + 0.9 * g->radius * cos (a), g->y - 0.9 * g->radius * sin (a));
    }
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, 1);
}

static void
draw_legend (QnPen *pen, const Layout *layout, gboolean phases)
{
  static const char *const names[] = { "0", "π/2", "π", "−π/2" };
  const QnColor ink = pen->theme->line[QN_HUE_FOREGROUND];
  Legend g = legend_of (pen, layout);
  const char *const area[] = { _("area: |<i>ρ</i><sub><i>ij</i></sub>|, a full cell is 1"), _("area: |<i>ρ</i><sub><i>ij</i></sub>|"), NULL };
  QnLabel title = { _("phase"), g.size, FALSE, ink, 0 };

  if (layout->legend.width <= 0)
    return;
  if (!phases)
    g.text_y = layout->legend.y;
  qn_pen_first (pen, title, area, layout->legend, (QnSpot) { g.text_x, g.text_y, g.align, QN_ALIGN_START });
  if (!phases)
    return;
  draw_ring (pen, &g);
  qn_pen_text (pen, &title, layout->legend, (QnSpot) { g.x, layout->legend.y, QN_ALIGN_CENTER, QN_ALIGN_START });
  for (int i = 0; i < 4; i++)
    {
      const double way[2] = { cos (G_PI / 2 * i), -sin (G_PI / 2 * i) };
      QnLabel label = { names[i], g.size, FALSE, ink, 0 };

      qn_pen_text (pen, &label, layout->legend, qn_spot_towards (g.x, g.y, way, g.radius + QN_GAP_PAD * g.size));
    }
}

/* --- Squares -------------------------------------------------------------- */

static void
draw_population (QnPen *pen, const Layout *layout, int i, double population)
{
  double x, y, side = layout->full * sqrt (CLAMP (population, 0, 1));

  if (!isfinite (population))
    return;
  cell_middle (layout, i, i, &x, &y);
  qn_pen_fill_rect (pen, (QnRect) { x - side / 2, y - side / 2, side, side }, qn_color_alpha (pen->theme->fill[QN_HUE_FOREGROUND], 0.72));
}

/* The outline that the population has in the Gibbs state, on a seam of the ground's colour; none where its dashes would
 * make no square. */
static void
draw_thermal (QnPen *pen, const Layout *layout, int i, double population, QnHue hue)
{
  double x, y, side = layout->full * sqrt (CLAMP (population, 0, 1));

  if (side < 7 * pen->line)
    return;
  cell_middle (layout, i, i, &x, &y);
  qn_canvas_rect (pen->canvas, x - side / 2, y - side / 2, side, side);
  qn_pen_stroke (pen, pen->theme->background, QN_DASH_SOLID, 1.9);
  qn_canvas_rect (pen->canvas, x - side / 2, y - side / 2, side, side);
  qn_pen_stroke (pen, pen->theme->line[hue], QN_DASH_DASHED, 1.1);
}

/* The hand reaches at least so far that its direction can be read, beyond a small square if need be. */
static void
draw_coherence (QnPen *pen, const Layout *layout, int i, int j, double _Complex value)
{
  double x, y, phase = carg (value), side = layout->full * sqrt (MIN (cabs (value), 1)), hand = MAX (0.45 * side, MIN (4 * pen->line, 0.3 * layout->cell));

  cell_middle (layout, i, j, &x, &y);
  if (side < 2.2 * pen->line)
    {
      qn_pen_disc (pen, x, y, 0.9 * pen->line, qn_color_alpha (pen->theme->line[QN_HUE_REFERENCE], 0.5));
      return;
    }
  qn_pen_fill_rect (pen, (QnRect) { x - side / 2, y - side / 2, side, side }, qn_colormap_cyclic (phase / (2 * G_PI)));
  qn_pen_segment (pen, x, y, x + hand * cos (phase), y - hand * sin (phase));
  qn_pen_stroke (pen, pen->theme->line[QN_HUE_FOREGROUND], QN_DASH_SOLID, CLAMP (0.08 * side / pen->line, 0.8, 1.8));
  qn_pen_disc (pen, x, y, CLAMP (0.06 * side, 0.8 * pen->line, 2 * pen->line), pen->theme->line[QN_HUE_FOREGROUND]);
}

/* --- Numbers -------------------------------------------------------------- */

/* In the strip at the foot of its cell. */
static void
draw_number (QnPen *pen, const Layout *layout, int i, int j, int line, const char *markup)
{
  QnLabel label = { markup, layout->number_size, i == j, pen->theme->line[QN_HUE_FOREGROUND], 0 };
  double x, y, w, h, foot = layout->matrix.y + (i + 1) * layout->cell;

  cell_middle (layout, i, j, &x, &y);
  qn_canvas_measure (pen->canvas, "0", label.size, label.bold, &w, &h);
  y = foot - 0.02 * layout->cell - line * h;
  qn_pen_text (pen, &label, (QnRect) { x - layout->cell / 2, foot - 1.5 * layout->cell, layout->cell, 2 * layout->cell }, (QnSpot) { x, y, QN_ALIGN_CENTER, QN_ALIGN_END });
}

static void
draw_complex (QnPen *pen, const Layout *layout, int i, int j, double _Complex value)
{
  g_autofree char *re = qn_decimals (creal (value), layout->decimals, "−", ""), *im = qn_decimals (cimag (value), layout->decimals, "− ", "+ ");
  g_autofree char *part = g_strdup_printf ("%s<i>i</i>", im), *whole = g_strdup_printf ("%s %s", re, part);

  if (layout->lines == 0 || cabs (value) < 0.0005)
    return;
  if (layout->lines == 1)
    {
      draw_number (pen, layout, i, j, 0, whole);
      return;
    }
  draw_number (pen, layout, i, j, 0, part);
  draw_number (pen, layout, i, j, 1, re);
}

static void
draw_numbers (QnPen *pen, const Layout *layout, const Matrix *m)
{
  if (layout->number_size == 0)
    return;
  for (int i = 0; i < m->n; i++)
    for (int j = 0; j < m->n; j++)
      {
        g_autofree char *population = qn_decimals (creal (m->rho[i][i]), layout->decimals, "−", "");

        if (i == j)
          draw_number (pen, layout, i, i, 0, population);
        else if (m->followed)
          draw_complex (pen, layout, i, j, m->rho[i][j]);
      }
}

/* --- Words ---------------------------------------------------------------- */

/* The reservoir that is in contact alone; -1: none. */
static int
contact (const QnSnapshot *s)
{
  guint baths = s->outcome->machine.stroke[CLAMP (s->now.stroke, 0, MAX (s->outcome->machine.n_strokes - 1, 0))].baths;

  for (int k = 0; k < s->outcome->machine.n_baths; k++)
    if (baths == 1u << k)
      return k;
  return -1;
}

static const char *
caption (const QnSnapshot *s)
{
  int bath = contact (s);

  if (s->outcome->machine.medium.klass->gaussian)
    return isfinite (s->now.population[0]) ? _("Of an oscillator the populations alone are followed here")
                                           : _("Dephased, the oscillator is not Gaussian: its populations are not followed");
  if (bath == QN_HOT)
    return _("dashed: thermal at the hot reservoir");
  if (bath == QN_COLD)
    return _("dashed: thermal at the cold reservoir");
  return bath >= 0 ? _("dashed: thermal at the third reservoir") : _("in the energy basis of this moment");
}

/* Coherence and purity under the legend. */
static void
draw_facts (QnFigure *figure, QnPen *pen, const Layout *layout)
{
  const QnReading *now = &figure->snapshot->now;
  const struct { const char *name, *symbol; double value; QnHue hue; } facts[] = {
    { _("coherence"), "∑|<i>ρ</i><sub><i>i</i>≠<i>j</i></sub>|", now->coherence_l1, QN_HUE_COHERENCE },
    { _("purity"), "Tr <i>ρ</i>²", now->purity, QN_HUE_FOREGROUND },
  };
  Legend g = legend_of (pen, layout);

  for (gsize i = 0; i < G_N_ELEMENTS (facts) && layout->legend.width > 0; i++)
    {
      g_autofree char *value = qn_three_decimals (facts[i].value, "−", ""), *brief = g_strdup_printf ("%s = %s", facts[i].symbol, value);
      g_autofree char *full = g_strdup_printf ("%s %s", facts[i].name, brief);
      QnLabel label = { NULL, g.size, FALSE, pen->theme->line[facts[i].hue], 0 };

      if (isfinite (facts[i].value))
        qn_pen_first (pen, label, (const char *const[]) { full, brief, NULL }, layout->legend, (QnSpot) { g.text_x, g.text_y + (1.5 + 1.3 * (double) i) * g.line, g.align, QN_ALIGN_START });
    }
}

/* --- Layers --------------------------------------------------------------- */

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  Layout layout;

  lay_out (figure, pen, &layout);
  draw_grid (pen, &layout);
  draw_names (pen, &layout);
  draw_legend (pen, &layout, !figure->snapshot->outcome->machine.medium.klass->gaussian);
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
  const QnSnapshot *s = figure->snapshot;
  Matrix m = matrix_of (s);
  double thermal[QN_MAX_LEVELS];
  int bath = contact (s);
  gboolean has_thermal = bath >= 0 && m.followed && qn_thermal_populations (s, s->outcome->machine.bath[bath].temperature, thermal);
  Layout layout;

  lay_out (figure, pen, &layout);
  for (int i = 0; i < m.n; i++)
    for (int j = 0; j < m.n; j++)
      if (i == j)
        draw_population (pen, &layout, i, creal (m.rho[i][i]));
      else if (m.followed)
        draw_coherence (pen, &layout, i, j, m.rho[i][j]);
  for (int i = 0; has_thermal && i < m.n; i++)
    draw_thermal (pen, &layout, i, thermal[i], qn_bath_hue (bath));
  draw_numbers (pen, &layout, &m);
  if (layout.caption.height > 0)
    qn_pen_paragraph (pen, caption (s), QN_SIZE_NOTE * pen->text, QN_SIZE_TINY * pen->text, FALSE, pen->theme->line[QN_HUE_REFERENCE], layout.caption);
  if (m.followed)
    draw_facts (figure, pen, &layout);
}

/* --- Data and words ------------------------------------------------------- */

static void
csv (QnFigure *figure, GString *out)
{
  Matrix m = matrix_of (figure->snapshot);

  g_string_append (out, "row,column,real part,imaginary part,modulus,phase (rad)\n");
  for (int i = 0; i < m.n; i++)
    for (int j = 0; j < m.n; j++)
      {
        double _Complex value = m.rho[i][j];
        double fields[] = { creal (value), cimag (value), cabs (value), cabs (value) > 0 ? carg (value) : NAN };

        if (i != j && !m.followed)
          continue;
        qn_csv_row (out, fields, G_N_ELEMENTS (fields), "%d,%d", i, j);
      }
}

static char *
describe (QnFigure *figure)
{
  const QnSnapshot *s = figure->snapshot;
  Matrix m = matrix_of (s);
  g_autoptr (GString) populations = g_string_new (NULL);
  g_autofree char *modulus = NULL, *phase = NULL;
  int row = 0, column = 1;

  for (int i = 0; i < m.n; i++)
    {
      g_autofree char *p = qn_plain (creal (m.rho[i][i]), QN_DIMENSION_NONE);

      g_string_append_printf (populations, "%s%s", i > 0 ? ", " : "", p);
      for (int j = i + 1; j < m.n; j++)
        if (cabs (m.rho[i][j]) > cabs (m.rho[row][column]))
          {
            row = i;
            column = j;
          }
    }
  if (!m.followed)
    return g_strdup_printf (_("Density matrix in the energy basis, populations %s. %s."), populations->str, caption (s));
  if (cabs (m.rho[row][column]) < 0.0005)
    return g_strdup_printf (_("Density matrix in the energy basis: populations %s; no coherence."), populations->str);
  modulus = qn_plain (cabs (m.rho[row][column]), QN_DIMENSION_NONE);
  phase = qn_plain (carg (m.rho[row][column]) * 180 / G_PI, QN_DIMENSION_NONE);
  return g_strdup_printf (_("Density matrix in the energy basis: populations %s; the largest coherence, between levels %d and %d, is %s with phase %s degrees."),
                          populations->str, row, column, modulus, phase);
}

const QnFigureClass qn_figure_class_density = {
  .info = { "density", N_("Density matrix"), N_("Populations and coherences of the state as squares, with the phase as colour and pointer"), FALSE },
  QN_FIGURE_DRAWN,
};
