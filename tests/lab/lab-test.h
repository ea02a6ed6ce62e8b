/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-outcome.h"

/* What every test of a lab does: load, set, evaluate, read. An error ends the test with its message. */

QnExperiment lab_load     (const char *lab, const char *preset); /* preset NULL: the defaults */
void         lab_set      (QnExperiment *experiment, const char *id, double value);
void         lab_set_text (QnExperiment *experiment, const char *id, const char *text);
QnOutcome   *lab_outcome  (const QnExperiment *experiment); /* free with qn_outcome_unref() */
QnResults    lab_evaluate (const QnExperiment *experiment);
/* The tables as well; free with qn_report_unref(). `results` may be NULL. */
QnReport    *lab_report   (const QnExperiment *experiment, QnResults *results);
QnResults    lab_preset   (const char *lab, const char *preset); /* loaded and evaluated */
QnMachine    lab_machine  (const QnExperiment *experiment);
double       lab_get      (const QnResults *results, const char *id); /* `id` must be one of the lab's */
double       lab_result   (const QnExperiment *experiment, const char *id); /* the same, evaluated */
/* The same of a row of values, at most QN_MAX_LEVELS; their number. */
int          lab_vector   (const QnResults *results, const char *id, double *out);
/* The message with which this cannot be evaluated; free with g_free. */
char        *lab_refusal  (const QnExperiment *experiment);
