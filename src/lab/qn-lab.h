/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-cycle.h"
#include "lab/qn-quantity.h"
#include "lab/qn-report.h"

G_BEGIN_DECLS

/* A lab declares once, in tables, what it can be told and what it tells. The
 * control panel, --set, files, undo, checks and messages, help and accessible
 * names come from these tables; nothing else lists parameters. */

typedef enum { QN_GROUP_RESERVOIRS, QN_GROUP_LEVELS, QN_GROUP_COUPLING, QN_GROUP_TIMING, QN_GROUP_DRIVE, QN_GROUP_INITIAL, QN_N_GROUPS } QnGroup;
const char *qn_group_name (QnGroup group); /* translated */

typedef enum { QN_VALUE_REAL, QN_VALUE_INTEGER, QN_VALUE_SWITCH, QN_VALUE_CHOICE } QnValueKind;

typedef struct
{
  const char *id, *name; /* id as written in files; name N_() */
} QnChoice;

typedef struct
{
  const char *id;      /* "hot.temperature" */
  const char *symbol;  /* Pango markup: "<i>T</i><sub>h</sub>" */
  const char *name;    /* N_(): "Hot temperature" */
  const char *meaning; /* N_(): one sentence, with the formula where it has one */
  QnGroup group;
  QnDimension dimension;
  QnValueKind kind;
  double initial;
  double soft_min, soft_max; /* slider */
  double hard_min, hard_max; /* files and command line */
  gboolean log_scale;
  const QnChoice *choices;   /* CHOICE: ends with {NULL}; the value is the index */
  gboolean (*applies) (const double *values); /* NULL: always. values indexed like the lab's table */
} QnParameter;

typedef enum { QN_RESULT_NUMBER, QN_RESULT_MODE, QN_RESULT_VECTOR } QnResultKind;

typedef struct
{
  const char *id;      /* "efficiency" */
  const char *symbol;  /* markup */
  const char *name;    /* N_() */
  const char *meaning; /* N_() with formula */
  QnDimension dimension;
  QnResultKind kind;
} QnResult;

#define QN_MAX_PARAMETERS 64
#define QN_MAX_RESULTS 64

typedef struct _QnLab QnLab;
typedef struct _QnExperiment QnExperiment;
typedef struct _QnOutcome QnOutcome;       /* qn-outcome.h */
typedef struct _QnMonteCarlo QnMonteCarlo; /* qn-monte-carlo.h */

#define QN_MAX_PRESET_VALUES 16
#define QN_MAX_PRESET_FIGURES 5 /* with a NULL at the end */
#define QN_MAX_PRESET_STRIP 7

typedef struct
{
  const char *id;       /* "textbook" */
  const char *name;     /* N_() */
  const char *text;     /* N_(), markup: what it teaches, with its source */
  struct { const char *id, *value; } value[QN_MAX_PRESET_VALUES]; /* what it changes from the defaults, written as --set does */
  /* What shows its point, the most important first: of the lab's figures and results. Where there are none, those of the lab. */
  const char *figures[QN_MAX_PRESET_FIGURES], *strip[QN_MAX_PRESET_STRIP];
} QnPreset;

/* A section of what a lab says about itself. Lines of `text` are paragraphs; those that begin with a tab are equations. */
typedef struct
{
  const char *title; /* N_() */
  const char *text;  /* N_(), Pango markup */
} QnAboutSection;

struct _QnLab
{
  const char *id, *name, *summary, *icon; /* name, summary N_() */
  const char *group;                      /* N_(): "Cycles" */
  const char *const *baths;               /* names of its reservoirs, N_(), by QnBathIndex; NULL: Hot, Cold, Work */
  const QnParameter *parameters;
  int n_parameters;
  const QnResult *results;
  int n_results;
  const char *const *strip;               /* ids of the results always in view, the most important first; NULL: those of a cycle */
  const char *const *figures;             /* ids that make sense, the four default ones first, NULL-terminated */
  const char *start;                      /* N_(): what it starts from, where none of its parameters chooses that; NULL where "initial.state" does */
  /* The values as a machine; NULL: the lab is none. */
  gboolean (*build) (const QnExperiment *experiment, QnMachine *machine, GError **error);
  /* Fills an outcome that holds its experiment and nothing else: results, tables, and phases where there is no machine. NULL: what
   * qn_outcome_run_machine() fills is all there is. `cancelled` is looked at now and then; FALSE without an error where it was set. */
  gboolean (*evaluate) (QnOutcome *outcome, const gint *cancelled, GError **error);
  /* Ids that evaluate() reads beside the machine that build() makes, NULL-terminated. NULL: it may read any. What none of both contains has
   * no effect (qn-effect.h). */
  const char *const *beyond;
  const QnMonteCarlo *sampler;               /* NULL: it has no single runs */
  const QnPreset *presets;                /* end with {NULL} */
  const QnAboutSection *about;            /* ends with {NULL}; NULL: it says no more than its summary */
};

/* What labs/qn-lab-ID.c defines, and labs/qn-lab-ID-texts.c: presets, board, strip and what the lab says of itself. */
#define QN_LAB(id)                                                                                                    \
  extern const QnLab qn_lab_##id;                                                                                     \
  extern const QnPreset qn_lab_##id##_presets[];                                                                      \
  extern const char *const qn_lab_##id##_figures[], *const qn_lab_##id##_strip[];                                     \
  extern const QnAboutSection qn_lab_##id##_about[];
#include "lab/qn-labs.def"
#undef QN_LAB

const QnLab *const *qn_labs (gsize *n);
const QnLab *qn_lab_find (const char *id); /* NULL if there is none */
/* The error for a lab that does not exist: names it and those that do. `id` may be NULL. */
void qn_lab_set_unknown (const char *id, GError **error);
const char *qn_lab_bath_name (const QnLab *lab, int bath); /* translated; `lab` may be NULL */
gboolean qn_lab_has_figure (const QnLab *lab, const char *id);
int qn_lab_parameter_index (const QnLab *lab, const char *id); /* -1 if there is none */
int qn_lab_result_index (const QnLab *lab, const char *id);
const QnPreset *qn_lab_presets (const QnLab *lab, gsize *n);

/* What figures over parameters show (qn-over.h): the axes of a map, and a sweep's first and what a family of curves is for; results. */
typedef enum { QN_OVER_X, QN_OVER_Y, QN_OVER_VALUE, QN_OVER_SECOND, QN_OVER_FAMILY, QN_N_OVERS } QnOver;

/* One choice of parameter values of a lab: a plain value, copied with =. */
struct _QnExperiment
{
  const QnLab *lab;
  double value[QN_MAX_PARAMETERS];
  gint16 over[QN_N_OVERS]; /* 0: what the lab suggests; else the index of a parameter or result, plus 1 */
  char preset[40]; /* id of the preset it came from, also when values were changed since (qn_experiment_changed()); "" where it came from none */
};

#define QN_LAB_ERROR (qn_lab_error_quark ())
GQuark qn_lab_error_quark (void);
typedef enum { QN_LAB_ERROR_UNKNOWN, QN_LAB_ERROR_RANGE, QN_LAB_ERROR_SYNTAX, QN_LAB_ERROR_VERSION } QnLabError;

void     qn_experiment_init        (QnExperiment *experiment, const QnLab *lab);
gboolean qn_experiment_load_preset (QnExperiment *experiment, const QnLab *lab, const char *preset, GError **error);
double   qn_experiment_get         (const QnExperiment *experiment, const char *id);
/* Checked against the hard range; the message names parameter, value and range. Unchanged on error. */
gboolean qn_experiment_set         (QnExperiment *experiment, const char *id, double value, GError **error);
gboolean qn_experiment_set_text    (QnExperiment *experiment, const char *id, const char *text, GError **error);
/* The value as the file and --set write it (qn_number_text(), choice ids, true/false). */
char    *qn_experiment_get_text    (const QnExperiment *experiment, int index);
gboolean qn_experiment_equal       (const QnExperiment *a, const QnExperiment *b); /* the values and `over`; not where they come from */
/* The preset it came from, NULL if none; whether its values are others now; the experiment as the preset has it, itself if none. */
const QnPreset *qn_experiment_preset (const QnExperiment *experiment);
gboolean     qn_experiment_changed (const QnExperiment *experiment);
QnExperiment qn_experiment_origin  (const QnExperiment *experiment);
/* Ids of the figures and results that show its point: the preset's, then those of the lab that are not among them. Free the array only. */
GPtrArray *qn_experiment_figures   (const QnExperiment *experiment);
GPtrArray *qn_experiment_strip     (const QnExperiment *experiment);

/* The lab is a machine (QnLab.build). */
gboolean qn_experiment_machine     (const QnExperiment *experiment, QnMachine *machine, GError **error);

G_END_DECLS
