/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window tells its user and asks: toasts, messages and file choosers. A plain part of the window, which
 * initialises it, says when it closes and outlives every callback. Thread of GTK only. */
typedef struct
{
  GtkWindow *window;             /* borrowed */
  AdwToastOverlay *toasts;       /* borrowed */
  GtkFileChooserNative *chooser; /* owned: the one that is open; NULL: none */
  gulong answered;               /* its handler */
  gboolean closed;               /* nothing is shown any more */
} QnDialogs;

/* A kind of file: a filter of the chooser. */
typedef struct
{
  const char *name;          /* N_() */
  const char *extensions[8]; /* ".svg"; NULL-terminated, the first one is the usual; none: all files */
} QnFileKind;

typedef void (*QnFileChosen) (QnDialogs *dialogs, GFile *file, const QnFileKind *kind, gpointer data);

typedef struct
{
  GtkFileChooserAction action;
  const char *title, *accept; /* as shown */
  const char *name;           /* suggested; NULL: none */
  const QnFileKind *kinds;    /* ended by one without a name */
  QnFileChosen chosen;        /* called when a file was chosen, with the kind whose filter was on */
  gpointer data;              /* its last argument, */
  GDestroyNotify destroy;     /* freed by this (may be NULL) once it is no longer needed */
} QnFileQuestion;

void qn_dialogs_init  (QnDialogs *self, GtkWindow *window, AdwToastOverlay *toasts);
void qn_dialogs_close (QnDialogs *self); /* any number of times */

void qn_dialogs_say      (QnDialogs *self, const char *text); /* a toast */
void qn_dialogs_complain (QnDialogs *self, const char *heading, const char *body); /* a message */

/* The same about a file: `format` has one %s for its name; the message is followed by the advice. */
void qn_dialogs_say_of_file      (QnDialogs *self, const char *format, GFile *file);
void qn_dialogs_complain_of_file (QnDialogs *self, const char *format, GFile *file, const char *message, const char *advice);

/* Modal; takes the place of a chooser that is open, of whatever window: there is one at a time. It goes with its answer or its
 * window, and what it might answer after that is not heard. */
void qn_dialogs_choose_file (QnDialogs *self, const QnFileQuestion *question);

char *qn_dialogs_file_name (GFile *file); /* its base name for display; transfer full */

G_END_DECLS
