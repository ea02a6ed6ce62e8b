/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-quantity.h"

G_BEGIN_DECLS

/* Tables of numbers as text, by qn_number_text(): what is no number is an empty field. */

/* "name (unit)", then a comma or, with `last`, the line's end. */
void qn_csv_head  (GString *out, const char *name, QnDimension dimension, gboolean last);
/* A whole line of heads: name and dimension of each, then NULL. */
void qn_csv_heads (GString *out, ...) G_GNUC_NULL_TERMINATED;
/* A line: the texts that `format` makes, commas and all, then the numbers. */
void qn_csv_row   (GString *out, const double *numbers, gsize n, const char *format, ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
