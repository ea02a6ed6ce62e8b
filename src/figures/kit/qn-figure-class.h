/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "figures/qn-figure.h"

G_BEGIN_DECLS

/* What a figure is made of. Each figure fills one QnFigureClass; the registry in
 * qn-figure.c is the only list of them. */

/* Everything one drawing needs: the canvas, the theme, and which boxes are taken
 * already, so that labels of both layers keep clear of each other. */
typedef struct
{
  QnCanvas *canvas;
  const QnTheme *theme;
  double width, height;
  double text;          /* body text, points */
  double line;          /* line width */
  GArray *boxes;        /* QnRect: taken by text */
} QnPen;

typedef struct
{
  double width, height, text_scale;
  QnThemeKind kind;
  QnRect bounds;
  QnRange x, y;
} QnLayoutKey;

gboolean qn_layout_key_equal (const QnLayoutKey *a, const QnLayoutKey *b);

typedef struct _QnCharts QnCharts;
struct _QnChart;

/* A figure of curves has `chart` and `describe` alone, any other all the rest. */
typedef struct
{
  QnFigureInfo info;
  gsize state_size;
  /* Fills an empty chart from the figure's snapshot (qn-chart.h); chart `index` of n_charts (0 means 1), which stand beside
   * or above one another; where there is room for one only, it is the first. Called again when the snapshot's numbers have changed. */
  void     (*chart)    (const QnFigure *figure, int index, struct _QnChart *chart);
  int n_charts;
  /* Follows the snapshot: ranges and whatever is computed once. `changed`: a new
   * limit cycle. Returns whether the static layer changed beyond that. */
  gboolean (*update)   (QnFigure *figure, double seconds, gboolean held, gboolean changed);
  void     (*draw_static) (QnFigure *figure, QnPen *pen);
  void     (*draw_live)   (QnFigure *figure, QnPen *pen);
  void     (*csv)      (QnFigure *figure, GString *out);
  char    *(*describe) (QnFigure *figure);
} QnFigureClass;

struct _QnFigure
{
  const QnFigureClass *klass;
  QnSnapshot *snapshot; /* Owned */
  QnCamera camera;
  QnStableRange x, y;
  guint64 limit_serial, reference_serial;
  gboolean was_valid;
  QnLayoutKey key;      /* of `axes` */
  QnAxes axes;
  gpointer state;       /* Owned: state_size zeroed bytes, the figure's own */
  QnCharts *charts;     /* Owned; NULL: it is not made of charts */
};

extern const QnFigureClass qn_figure_class_cycle;
extern const QnFigureClass qn_figure_class_ts;
extern const QnFigureClass qn_figure_class_levels;
extern const QnFigureClass qn_figure_class_bloch;
extern const QnFigureClass qn_figure_class_efficiency;
extern const QnFigureClass qn_figure_class_flows;
extern const QnFigureClass qn_figure_class_wigner;
extern const QnFigureClass qn_figure_class_capacity;
extern const QnFigureClass qn_figure_class_density;
extern const QnFigureClass qn_figure_class_entropy;
extern const QnFigureClass qn_figure_class_correlations;
extern const QnFigureClass qn_figure_class_coupling;
extern const QnFigureClass qn_figure_class_currents;
extern const QnFigureClass qn_figure_class_trajectory;
extern const QnFigureClass qn_figure_class_work_distribution;
extern const QnFigureClass qn_figure_class_power_efficiency;
extern const QnFigureClass qn_figure_class_potentials;
extern const QnFigureClass qn_figure_class_collisions;
extern const QnFigureClass qn_figure_class_ignorance;
extern const QnFigureClass qn_figure_class_sensing;
extern const QnFigureClass qn_figure_class_precision;
extern const QnFigureClass qn_figure_class_jarzynski;
extern const QnFigureClass qn_figure_class_crooks;
extern const QnFigureClass qn_figure_class_battery;
extern const QnFigureClass qn_figure_class_charging_power;
extern const QnFigureClass qn_figure_class_coherence;
extern const QnFigureClass qn_figure_class_twin;
extern const QnFigureClass qn_figure_class_equivalence;
extern const QnFigureClass qn_figure_class_daemon;
extern const QnFigureClass qn_figure_class_demon_ledger;
extern const QnFigureClass qn_figure_class_erasure;

/* The axes for these bounds, titles and ranges; kept between frames. */
const QnAxes *qn_figure_axes (QnFigure *figure, QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y);
/* Frame, ticks and titles; in bounds too small for tick labels the frame and what titles fit. */
void qn_figure_draw_axes (const QnAxes *axes, QnPen *pen, QnRect bounds, const QnAxis *x, const QnAxis *y);
gboolean qn_figure_has_curve (const QnFigure *figure);

/* Strokes: hot strokes solid in the hot hue, cold ones long dashes in the cold
 * hue, drives dotted-thin in the work hue. */
QnHue       qn_stroke_hue  (const QnStroke *stroke);
QnDash      qn_stroke_dash (const QnStroke *stroke);
const char *qn_stroke_name (const QnStroke *stroke); /* translated; the id where it is unknown */
const char *qn_mode_name   (QnMode mode);            /* translated: "Engine" */
QnHue       qn_bath_hue    (int bath);
void        qn_dash_apply  (QnCanvas *canvas, QnDash dash, double width);

/* Gibbs populations of the present levels into p[n_levels]; FALSE where no temperature serves. */
gboolean qn_figure_thermal_populations (const QnSnapshot *snapshot, double temperature, double *p);

/* An energy of the limit cycle, 0 where it is rounding noise. */
double qn_without_noise (const QnSnapshot *snapshot, double energy);

/* A quantity with its unit, the words before it: "T_h = 2 eps". Free with g_free. */
char *qn_label_equals (const char *symbol, double value, QnDimension dimension);
/* "Title symbol (unit)", without brackets for a pure number. */
char *qn_axis_title (const char *words, const char *symbol, QnDimension dimension);
/* Symbol of a lab's result or parameter, or `fallback` where the lab has none. */
const char *qn_result_symbol (const QnLab *lab, const char *id, const char *fallback);
const char *qn_parameter_symbol (const QnLab *lab, const char *id, const char *fallback);
char *qn_percent (double fraction); /* "63 %", "6.3 %": markup with a narrow space */

/* Rectangles. */
gboolean qn_rects_meet (QnRect a, QnRect b, double dx, double dy); /* nearer than dx and dy */
gboolean qn_rect_within (QnRect a, QnRect outer);
QnRect   qn_rect_inset (QnRect a, double dx, double dy);
void     qn_pen_take  (QnPen *pen, QnRect box);
gboolean qn_pen_free_at (const QnPen *pen, QnRect box);

/* Where a text would stand. */
QnRect qn_pen_measure (QnPen *pen, const char *markup, double size, gboolean bold, double x, double y, QnAlign horizontal, QnAlign vertical);

/* Text that reads upwards, its left edge at x, centred at y. */
void qn_pen_upright (QnPen *pen, const char *markup, double size, double x, double y);

typedef struct
{
  const char *markup;
  double size;
  gboolean bold;
  QnColor color;
  double halo;         /* opacity of a ground in the background's colour behind the text */
} QnLabel;

/* Draws the text if it fits into `within` and covers no other text; takes its box. FALSE: not drawn. */
gboolean qn_pen_text (QnPen *pen, const QnLabel *label, QnRect within, double x, double y, QnAlign horizontal, QnAlign vertical);

/* Draws plain text wrapped and centred across `within`, from its top or `centred` in its
 * height, in the largest size from `size` down to `least` that fits. FALSE: nothing drawn. */
gboolean qn_pen_paragraph (QnPen *pen, const char *text, double size, double least, gboolean centred, QnColor color, QnRect within);

/* One number or a field of text, then a separator or a line end. NaN is an empty field. */
void qn_csv_number (GString *out, double value);
void qn_csv_head   (GString *out, const char *name, QnDimension dimension, gboolean last);

/* Plain text of a quantity for qn_figure_describe(); free with g_free. */
char *qn_plain (double value, QnDimension dimension);

G_END_DECLS
