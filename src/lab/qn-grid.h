/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-outcome.h"

G_BEGIN_DECLS

/* Results of a lab over one or two of its parameters: at each point the same experiment with these values. */

typedef struct
{
  int parameter;   /* index into the lab's table; REAL */
  double from, to; /* from < to, or one point */
  int n;           /* points, both ends included */
  gboolean log;    /* equal ratios, then from > 0; else equal steps */
} QnGridAxis;

#define QN_GRID_MOST_VALUES 16
#define QN_GRID_MOST_STEPS 100000   /* points of an axis, */
#define QN_GRID_MOST_POINTS 4000000 /* and of both */

/* A plain value. */
typedef struct
{
  QnExperiment experiment;
  gboolean curves;    /* over x, one for each y; else a map, which has both axes */
  int n_axes;         /* 1 or 2 */
  QnGridAxis axis[2]; /* x, and y */
  int n_values, n_shown; /* those that are shown come first; the rest is what figures ask for by themselves */
  int value[QN_GRID_MOST_VALUES]; /* indices into the lab's results; NUMBER */
} QnGridPlan;

/* "ID=LO:HI:N" or "ID=LO:HI:N:log", a further axis; `name` is what messages call it. The parameter must be a real one, both ends in
 * its hard range, above 0 on a logarithmic axis, and no axis may be there twice. QN_LAB_ERROR; unchanged then. */
gboolean qn_grid_plan_add_axis (QnGridPlan *plan, const char *name, const char *text, GError **error);
char    *qn_grid_axis_text     (const QnGridPlan *plan, int axis); /* reads back to the same axis */
/* "ID,ID,...": results that are numbers, each once. QN_LAB_ERROR; unchanged then. */
gboolean qn_grid_plan_add_values (QnGridPlan *plan, const char *text, GError **error);
gboolean qn_grid_plan_equal    (const QnGridPlan *a, const QnGridPlan *b);

/* Points are counted along x first. */
gsize    qn_grid_plan_size     (const QnGridPlan *plan);
double   qn_grid_axis_at       (const QnGridAxis *axis, int i);
int      qn_grid_index         (const QnGridPlan *plan, gsize point, int axis);

int      qn_grid_plan_value_of (const QnGridPlan *plan, const char *result); /* its place among the values; -1: it is none of them */

/* What is known of a grid. Different points may be written by different threads at a time; once it is shared, by reference count, it
 * never changes. */
typedef struct
{
  gint ref;        /* atomic */
  QnGridPlan plan;
  gsize n;         /* points */
  double *at[2];   /* places along each axis, rising: those of qn_grid_axis_at(), or of qn_grid_refined() */
  guint8 *known;   /* 1: computed, or found to be a hole */
  guint8 *mode;    /* QnMode */
  guint8 *doubts;  /* of QnDoubt */
  double *value;   /* n_values a point; NaN is a number that does not exist; neither infinite nor -0 */
  char **reason;   /* why a point is a hole, in one line; NULL: it is none */
  gboolean fine;   /* nothing finer will come (qn_grid_refined()) */
  QnTable table;   /* of qn_grid_tabulate() */
  QnColumn column[2 + QN_GRID_MOST_VALUES];
  gsize *block;    /* first row of each curve, and the end */
} QnGrid;

QnGrid *qn_grid_new   (const QnGridPlan *plan);
/* The same at other places, rising, `n` of each: what is known at equal places is known. y NULL: those of `grid`. */
QnGrid *qn_grid_moved (const QnGrid *grid, const double *x, int nx, const double *y, int ny);
QnGrid *qn_grid_ref   (QnGrid *grid);
void    qn_grid_unref (QnGrid *grid);

static inline double
qn_grid_value (const QnGrid *grid, gsize point, int value)
{
  return grid->value[point * (gsize) grid->plan.n_values + (gsize) value];
}

/* Computes those of the points first … end - 1 that are not known, each from nothing but the plan and its places; no more where `cancelled`
 * was set. What cannot be computed is a hole. Strokes that a point has in common with the one before it are not computed again, which
 * changes no bit. */
void    qn_grid_compute (QnGrid *grid, gsize first, gsize end, const gint *cancelled);
/* Fills in a point that was computed elsewhere; `reason` (copied) makes it a hole. */
void    qn_grid_fill    (QnGrid *grid, gsize point, QnMode mode, guint doubts, const double *values, const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnGrid, qn_grid_unref)

G_END_DECLS
