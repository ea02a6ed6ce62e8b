/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* quench [--lab LAB] [--preset PRESET] [--version] [FILE...]: a window for each file, else one. What the
 * command line has wrong is said on stderr in one line, with status 2, before anything opens. */
#define QN_TYPE_APPLICATION (qn_application_get_type ())
G_DECLARE_FINAL_TYPE (QnApplication, qn_application, QN, APPLICATION, AdwApplication)

QnApplication *qn_application_new (void);

/* Once, before anything else of the program: GSL's abort on errors off, translations found. */
void qn_application_prepare (void);

G_END_DECLS
