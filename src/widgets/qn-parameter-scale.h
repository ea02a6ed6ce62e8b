/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* A slider's scale: position 0..1 of a value, value of a
 * position rounded to what the slider gives. */
double   qn_parameter_position (const QnParameter *parameter, double value);
double   qn_parameter_at       (const QnParameter *parameter, double position);

/* The number in at most `digits` digits as text without markup: "2.5", "10⁶", "1.5×10⁻⁷". Free with g_free. */
char    *qn_parameter_number_text (double value, int digits);

/* Reads what a user types, "10⁶" and "2×10^-3" too. On error *value is unchanged and the message names parameter, text and range. */
gboolean qn_parameter_parse    (const QnParameter *parameter, const char *text, double *value, GError **error);

G_END_DECLS
