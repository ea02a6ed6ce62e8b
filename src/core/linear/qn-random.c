/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-random.h"

static guint64
splitmix (guint64 *state)
{
  guint64 z = (*state += 0x9e3779b97f4a7c15u);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void
qn_random_seed (guint64 rng[4], guint64 seed, guint64 index)
{
  guint64 a = seed, b = index ^ 0xd1b54a32d192ed03u;

  for (int i = 0; i < 4; i++)
    rng[i] = splitmix (&a) ^ splitmix (&b) * 0xff51afd7ed558ccdu;
  if (!(rng[0] | rng[1] | rng[2] | rng[3]))
    rng[0] = 1;
  for (int i = 0; i < 8; i++)
    qn_random (rng);
}

static guint64
rotate (guint64 x, int k)
{
  return (x << k) | (x >> (64 - k));
}

double
qn_random (guint64 s[4])
{
  guint64 result = rotate (s[0] + s[3], 23) + s[0], t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate (s[3], 45);
  return (result >> 11) * 0x1p-53;
}
