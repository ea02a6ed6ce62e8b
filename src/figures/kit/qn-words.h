/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* Numbers and symbols as figures write them. */

/* An energy of the limit cycle, 0 where it is rounding noise. */
double qn_without_noise (const QnSnapshot *snapshot, double energy);

/* A quantity with its unit, the words before it: "T_h = 2 eps". Free with g_free. */
char *qn_label_equals (const char *symbol, double value, QnDimension dimension);
/* "Title symbol (unit)", without brackets for a pure number. */
char *qn_axis_title (const char *words, const char *symbol, QnDimension dimension);
/* Symbol of a lab's result or parameter, or `fallback` where the lab has none. */
const char *qn_result_symbol (const QnLab *lab, const char *id, const char *fallback);
const char *qn_parameter_symbol (const QnLab *lab, const char *id, const char *fallback);
/* Of a reservoir: its symbol, and "T_h = 2". Free the latter with g_free. */
const char *qn_temperature_symbol (const QnLab *lab, int bath);
char *qn_temperature_label (const QnSnapshot *snapshot, int bath);
/* Three decimals behind one of the signs; what rounds to 0 is not below it. */
char *qn_three_decimals (double value, const char *minus, const char *plus);
char *qn_decimals       (double value, int decimals, const char *minus, const char *plus); /* 2 or 3 of them */
char *qn_percent (double fraction); /* "63 %", "6.3 %": markup with a narrow space */

char *qn_grouped (double count);    /* "12 345": with a narrow space */
/* "0.513 ± 0.004 eps": no more digits than are known. */
char *qn_with_error (double value, double error, QnDimension dimension);

/* Plain text of a quantity for qn_figure_describe(); free with g_free. */
char *qn_plain (double value, QnDimension dimension);

G_END_DECLS
