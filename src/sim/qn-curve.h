/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-cycle.h"

G_BEGIN_DECLS

/* A curve of readings, immutable, shared by reference count. */
typedef struct
{
  gatomicrefcount ref;
  guint64 serial;        /* changes whenever the curve does; equal serials are equal curves */
  gsize n;
  QnReading *samples;
} QnCurve;

QnCurve *qn_curve_new   (QnReading *samples_taken, gsize n); /* takes ownership (g_malloc'd), new serial */
QnCurve *qn_curve_ref   (QnCurve *curve);
void     qn_curve_unref (QnCurve *curve);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnCurve, qn_curve_unref)

G_END_DECLS
