/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ids of parameters and of their choices that were renamed: experiment files, --set and links written before keep their
 * meaning. Whatever reads an id falls back on this table, nothing writes an old one. */
typedef struct
{
  const char *lab, *parameter;   /* as it is called now */
  const char *old;               /* id of the parameter, or, where `choice`, of one of its choices */
  const char *choice;            /* as it is called now; NULL: the parameter itself was renamed */
} QnOldId;

extern const QnOldId qn_old_ids[]; /* ends with a lab of NULL */

/* What a parameter that the lab once called `id` is called now, NULL: there was none. */
const char *qn_old_parameter (const char *lab, const char *id);

/* The same of a choice of that parameter. */
const char *qn_old_choice (const char *lab, const char *parameter, const char *id);

G_END_DECLS
