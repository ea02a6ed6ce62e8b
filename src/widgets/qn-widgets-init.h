/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Registers the types and loads the style sheet, icons and shaders. To be called
 * once GTK is initialised (GApplication::startup); further calls do nothing. */
void qn_widgets_init (void);

G_END_DECLS
