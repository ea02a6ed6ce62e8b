/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-quantity.h"

G_BEGIN_DECLS

/* What a lab computes beyond results and cycle: tables of numbers, by id, that figures draw and files list. A report is
 * written by one thread, then shared by reference count and never changed. */

typedef struct
{
  const char *id;     /* "time"; static */
  const char *symbol; /* markup */
  const char *name;   /* N_() */
  QnDimension dimension;
} QnColumn;

typedef struct
{
  const char *id; /* static */
  const QnColumn *columns;
  int n_columns;
  gsize n_rows;
  double *values; /* row by row; NaN is a number that does not exist */
} QnTable;

typedef struct _QnReport QnReport;

QnReport *qn_report_new   (void);
QnReport *qn_report_ref   (QnReport *report);
void      qn_report_unref (QnReport *report);

/* An empty table of zeros; `columns` must outlive the report (static). Valid as long as the report. */
QnTable       *qn_report_add  (QnReport *report, const char *id, const QnColumn *columns, int n_columns, gsize n_rows);
guint          qn_report_n_tables (const QnReport *report); /* 0 of NULL */
const QnTable *qn_report_table (const QnReport *report, guint i);
const QnTable *qn_report_find (const QnReport *report, const char *id); /* NULL if there is none, or no report */

/* Why there are no tables; NULL: nothing was in the way, or no report. */
void        qn_report_set_problem (QnReport *report, const char *message);
const char *qn_report_problem     (const QnReport *report);

static inline double
qn_table_get (const QnTable *table, gsize row, int column)
{
  return table->values[row * table->n_columns + column];
}

static inline void
qn_table_set (QnTable *table, gsize row, int column, double value)
{
  table->values[row * table->n_columns + column] = value;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnReport, qn_report_unref)

G_END_DECLS
