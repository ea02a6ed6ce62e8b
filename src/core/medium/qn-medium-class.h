/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-bath.h"
#include "core/medium/qn-medium-spec.h"
#include "core/medium/qn-operator.h"
#include "core/medium/qn-reading.h"

G_BEGIN_DECLS

/* What a medium is. One constant a medium, in a file of its own, named by the list qn-media.def. A function that is NULL is
 * that of the operator medium (qn-operator-medium.h), unless said otherwise. All are pure and re-entrant; states x are in
 * the coordinates of qn-medium.h, energies and rates in the units of qn-types.h. An override may call the function it
 * overrides: each default is exported. */
typedef struct _QnMedium QnMedium; /* qn-medium.h */

struct _QnMediumClass
{
  const char *id;   /* "two-qubits" */
  const char *name; /* N_("two qubits") */

  gboolean gaussian;  /* infinitely many levels, states of second moments: no density matrix, no jumps */
  gboolean parts;     /* made of parts, each beside a reservoir of its own; the control plays no part */
  gboolean closed;    /* `dissipator` is a closed form that asks for no eigenbasis */

  gboolean driven;    /* turned by a field, which alone makes coherence and does work */
  gboolean carries;   /* two levels, whose coherence qn_medium_init() can be told to carry */
  gboolean spins;     /* two qubits, each of which has a Bloch vector of its own: QnReading.part_z */

  /* Which kets the Bloch vector of a reading lies between, the excited one first, and N_() texts that say so, the longest
   * first. NULL: the two lowest levels. */
  struct
  {
    const char *ket[2], *note[3];
  } bloch;

  /* Do reservoirs act in the basis of F, so that the second law holds by the bare ledger only? NULL: no. */
  gboolean (*local) (const QnMediumSpec *spec);
  /* Are the medium's own parameters allowed? Else FALSE and QN_CORE_ERROR_INVALID. NULL: it has none. */
  gboolean (*check) (const QnMediumSpec *spec, GError **error);
  /* May reservoir `which` be like this? NULL: yes. */
  gboolean (*check_bath) (const QnMediumSpec *spec, int which, const QnBath *bath, GError **error);
  /* May the control go from `from` to `to` in contact with the reservoirs of the mask? NULL: yes. */
  gboolean (*check_stroke) (const QnMediumSpec *spec, double from, double to, const QnBath *bath, guint contacts, GError **error);
  /* D of a gap sqrt(w^2 + D^2), see qn_medium_mixing(). NULL: 0. */
  double (*mixing) (const QnMediumSpec *spec);

  /* Fills n and the operators H0, H1, X (X[0] alone where all reservoirs touch the medium alike) and g where levels are
   * degenerate, then calls qn_operator_medium_complete(); a Gaussian medium fills n, d and n_trace instead. `medium` comes
   * zeroed but for class, spec, `gaussian` and n_rows. `carry`: see qn_medium_init(). Never NULL. */
  void (*init) (QnMedium *medium, gboolean carry);

  /* Levels in ascending energy and their kets at control w. */
  void (*eigen) (const QnMedium *medium, double w, QnEigen *eigen);
  /* See qn_medium_follow(). NULL: levels do not cross, to[n] = n. */
  void (*follow) (const QnMedium *medium, double w0, double w1, int to[QN_MAX_LEVELS]);
  /* <H> of x. NULL: (h0 + w h1).x */
  double (*energy) (const QnMedium *medium, double w, const double *x);

  /* The quasi-static cycle goes through states that p[QN_MAX_LEVELS] describes: populations in ascending energy, or what
   * the class likes, as long as an adiabat keeps it but for qn_medium_follow().
   * thermal: p of the state that a long contact leaves. state: coordinates of p. mean_energy: <H> of p. free_energy: F of
   * the state that `thermal` leaves, -dF being the work of an isotherm. */
  void   (*thermal)     (const QnMedium *medium, double w, const QnBath *bath, double *p);
  void   (*state)       (const QnMedium *medium, double w, const double *p, double *x);
  double (*mean_energy) (const QnMedium *medium, double w, const double *p);
  /* Coordinates of a coherent state displaced along x. NULL: there is none. */
  void   (*coherent)    (double w, double amplitude, double *x);
  double (*free_energy) (const QnMedium *medium, double w, const QnBath *bath);
  /* Energy taken in from `before` to `after` if all levels kept their populations: what friction is counted from. */
  double (*adiabatic)   (const QnMedium *medium, const QnReading *before, const QnReading *after);

  /* Is what a fixed point gave a state? Else FALSE and QN_CORE_ERROR_DIVERGES. NULL: always. */
  gboolean (*is_state) (const double *x, GError **error);
  /* See qn_medium_read(), qn_medium_force(). */
  void   (*read)  (const QnMedium *medium, double w, const double *x, QnReading *out);
  double (*force) (const QnMedium *medium, gboolean counterdiabatic, const double *x, const QnReading *reading);

  /* See qn_medium_generator(). */
  gboolean (*generator)  (const QnMedium *medium, const QnSurroundings *at, double *G, double *rows, GError **error);
  /* Adds the dissipator of one reservoir to D (d x d). `eigen`: at w; not filled where medium->diagonal or klass->closed. */
  gboolean (*dissipator) (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, double w, double *D, GError **error);
  /* Appends the jump operators of one reservoir to out[*n...]. */
  gboolean (*jumps)      (const QnMedium *medium, const QnBath *bath, int which, const QnEigen *eigen, QnJumpOperator *out, int *n, GError **error);
  /* See qn_medium_secular_ratio(). */
  double (*secular_ratio) (const QnMedium *medium, const QnSurroundings *at);
  /* Units in which coordinates are of one size while the control moves about w; where nothing is in contact the first
   * n_trace, constants, need not be followed. NULL: 1, and all are followed. */
  void (*units) (double w, double *unit);
  /* The exact map x -> x + K x with rows R over `time`, the control resting at at->w, `left` before the contact's end at
   * its start. Comes zeroed. NULL: one exponential. */
  gboolean (*rest) (const QnMedium *medium, const QnSurroundings *at, double time, double left, double *K, double *R, GError **error);
  /* The ket that SWAP turns each ket into, see qn-swap.h. NULL: there is no such event. */
  void (*swapped) (const QnMedium *medium, gsize *swapped);
  /* ||H_CD||_F ds in state x; of a Gaussian medium ds times the standard deviation of H_CD. */
  double (*cost) (const QnMedium *medium, const QnSurroundings *at, const double *x, double ds);
};

/* What stands in for a function that is NULL; a class has no other parent. */
extern const QnMediumClass qn_operator_medium;

#define QN_MEDIUM(name) extern const QnMediumClass qn_medium_##name;
#include "core/medium/qn-media.def"
#undef QN_MEDIUM

/* The n-th medium of the list, NULL beyond its end. */
const QnMediumClass *qn_media (guint n);

/* The medium of an id; NULL: there is none. */
const QnMediumClass *qn_medium_class_find (const char *id);

G_END_DECLS
