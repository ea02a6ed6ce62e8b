/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lab/qn-lab.h"

G_BEGIN_DECLS

/* "About this machine": what a lab says of itself (QnLab.about), set to be read: headings, paragraphs, equations on
 * lines of their own. It stays beside the window it was asked from, so that one can try what one reads. */
#define QN_TYPE_ABOUT_MACHINE (qn_about_machine_get_type ())
G_DECLARE_FINAL_TYPE (QnAboutMachine, qn_about_machine, QN, ABOUT_MACHINE, AdwWindow)

GtkWidget *qn_about_machine_new     (GtkWindow *parent, const QnLab *lab);
/* Another lab's text; nothing happens if it is shown already. */
void       qn_about_machine_set_lab (QnAboutMachine *self, const QnLab *lab);

G_END_DECLS
