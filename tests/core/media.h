/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"
#include "../random-numbers.h"

/* Every medium with what a test must know of it, and random machines of each. */

typedef struct TestMedium TestMedium;

struct TestMedium
{
  const char *name;
  QnMediumSpec (*draw) (GRand *rand);                                 /* any of its kind */
  QnMachine (*draw_cycle) (GRand *rand, const TestMedium *medium);    /* any cycle that it can go through; NULL: of parts */
  int reservoirs;   /* beside parts of its own, always in contact; 0: two, and a control */
  int machines;     /* to hold to the laws */
  int diverging;    /* so many of them, at most, may gain energy without end; all others have a limit cycle */
  int slow;         /* a contact this long leaves nothing behind, at a coupling of 1/2 */
  gboolean no_kets; /* has no density matrix of finitely many levels */
  gboolean bosonic; /* knows no fermions */
};

extern const TestMedium test_media[]; /* ends with a name of NULL */

/* The n-th spec that the medium refuses, and what it names; FALSE: there are no more. */
gboolean test_refused (const TestMedium *medium, int n, QnMediumSpec *spec, QnQuantity *quantity);

/* A machine in contact with every reservoir from the start on, its control at rest. */
QnMachine test_resting (GRand *rand, const TestMedium *medium);

/* A cycle between two reservoirs, with any drive. */
QnMachine test_cyclic (GRand *rand, const TestMedium *medium);

/* The latter, but of media made of parts the former. */
QnMachine test_machine (GRand *rand, const TestMedium *medium);
