/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-medium-class.h"

#include <string.h>

#define QN_MEDIUM(name) &qn_medium_##name,
static const QnMediumClass *const media[] = {
#include "core/medium/qn-media.def"
};
#undef QN_MEDIUM

const QnMediumClass *
qn_media (guint n)
{
  return n < G_N_ELEMENTS (media) ? media[n] : NULL;
}

const QnMediumClass *
qn_medium_class_find (const char *id)
{
  for (guint n = 0; n < G_N_ELEMENTS (media); n++)
    if (strcmp (media[n]->id, id) == 0)
      return media[n];
  return NULL;
}
