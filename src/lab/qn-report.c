/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-report.h"

struct _QnReport
{
  gint ref; /* atomic, inline: a thread sanitizer sees it */
  GPtrArray *tables; /* Owned: QnTable */
  char *problem;
};

static void
table_free (gpointer data)
{
  QnTable *table = data;

  g_free (table->values);
  g_free (table);
}

QnReport *
qn_report_new (void)
{
  QnReport *report = g_new0 (QnReport, 1);

  g_atomic_int_set (&report->ref, 1);
  report->tables = g_ptr_array_new_with_free_func (table_free);
  return report;
}

QnReport *
qn_report_ref (QnReport *report)
{
  g_atomic_int_inc (&report->ref);
  return report;
}

void
qn_report_unref (QnReport *report)
{
  if (!g_atomic_int_dec_and_test (&report->ref))
    return;
  g_ptr_array_unref (report->tables);
  g_free (report->problem);
  g_free (report);
}

QnTable *
qn_report_add (QnReport *report, const char *id, const QnColumn *columns, int n_columns, gsize n_rows)
{
  QnTable *table = g_new0 (QnTable, 1);

  *table = (QnTable) { id, columns, n_columns, n_rows, g_new0 (double, MAX (n_rows, 1) * n_columns) };
  g_ptr_array_add (report->tables, table);
  return table;
}

void
qn_report_set_problem (QnReport *report, const char *message)
{
  g_free (report->problem);
  report->problem = g_strdup (message);
}

const char *
qn_report_problem (const QnReport *report)
{
  return report ? report->problem : NULL;
}

guint
qn_report_n_tables (const QnReport *report)
{
  return report ? report->tables->len : 0;
}

const QnTable *
qn_report_table (const QnReport *report, guint i)
{
  return g_ptr_array_index (report->tables, i);
}

const QnTable *
qn_report_find (const QnReport *report, const char *id)
{
  for (guint i = 0; report && i < report->tables->len; i++)
    {
      const QnTable *table = g_ptr_array_index (report->tables, i);

      if (g_str_equal (table->id, id))
        return table;
    }
  return NULL;
}
