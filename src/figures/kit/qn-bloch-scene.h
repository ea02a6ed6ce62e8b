/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plot/qn-series.h"
#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* The Bloch sphere as lines and labels in three dimensions, for every backend:
 * the Cairo figure and the OpenGL area draw the same scene.
 *
 * Coordinates: radius 1; x, y, z = Tr(rho sigma) for a qubit, +z the eigenstate of
 * sz = +1. For more levels the pair of the two lowest ones: +z is the upper; of media whose parts V couples (qn-parts.h) the
 * pair of states that it couples. Two qubits are two arrows side by side, one for each reduced state. */

typedef enum
{
  QN_BLOCH_EQUATOR,
  QN_BLOCH_MERIDIAN,   /* through x, and through y */
  QN_BLOCH_AXIS,       /* x, y, z through the centre */
  QN_BLOCH_ENERGY,     /* the energy axis, where it is not the poles' */
  QN_BLOCH_CYCLE,      /* the limit cycle, one line a stroke */
  QN_BLOCH_TRAIL,      /* the last quarter of a cycle of the live state, oldest first */
  QN_BLOCH_VECTOR,     /* centre to state */
  QN_BLOCH_SHADOW,     /* centre to the foot on the equatorial plane */
  QN_BLOCH_DROP,       /* state to its foot */
  QN_N_BLOCH_ROLES,
} QnBlochRole;

typedef struct
{
  QnBlochRole role;
  QnHue hue;
  QnDash dash;
  double width;        /* in line widths */
  gboolean live;       /* belongs to the live layer */
  guint first, n;      /* points of the scene */
} QnBlochLine;

typedef struct
{
  const char *markup;
  float at[3];         /* where it belongs; place the text beyond it, seen from the centre */
  QnHue hue;
  gboolean pole;       /* must not be dropped */
} QnBlochLabel;

typedef struct
{
  float from[3], to[3];
} QnBlochArrow;

typedef struct
{
  GArray *points;      /* float[3] each */
  GArray *lines;       /* QnBlochLine */
  GArray *labels;      /* QnBlochLabel; texts are static or translated: not owned */
  int n_arrows;        /* 2: two qubits side by side, named 1 and 2 */
  QnBlochArrow arrow[2];
  int n_numbers;       /* told below the sphere */
  const char *number_name[3]; /* markup */
  double number[3];
  float axis[3];       /* of energy, towards the excited state */
  gboolean tilted;     /* the energy axis differs from the poles' */
  const char *note[3]; /* more than two levels: which two states are shown, N_(), the longest first; NULL: nothing to be said */
} QnBlochScene;

QnBlochScene *qn_bloch_scene_new  (const QnSnapshot *snapshot); /* no reference kept */
void          qn_bloch_scene_free (QnBlochScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QnBlochScene, qn_bloch_scene_free)

/* How far from the axis two arrows stand. */
#define QN_BLOCH_APART 0.14

const float *qn_bloch_scene_point (const QnBlochScene *scene, guint index); /* 3 floats */

G_END_DECLS
