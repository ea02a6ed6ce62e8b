/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* Puts an error of core (qn-fault.h) into the words of a lab: the id of its parameter that stands for the quantity, or what the
 * quantity is called where it has none; translated. Other errors, and none, stay as they are. Always FALSE. */
gboolean qn_core_errors_say (const QnLab *lab, GError **error);

G_END_DECLS
