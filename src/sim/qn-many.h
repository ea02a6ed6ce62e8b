/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Many pieces of work that do not need each other, done by several threads; for programs that have nothing else to do (beside a window
 * there is QnJob). */
typedef struct
{
  void (*work) (gpointer data, gsize piece);     /* on any of the threads; looks at what cancels it */
  gboolean (*told) (gpointer data, gsize piece); /* on the calling thread, piece by piece as they end. FALSE: no more are begun. May be NULL */
} QnManyClass;

/* Pieces 0 … n - 1 are begun in this order. Returns when all that were begun have ended. FALSE: `cancelled` was set, or `told` said so. */
gboolean qn_many (const QnManyClass *klass, gpointer data, gsize n, int threads, const gint *cancelled);

G_END_DECLS
