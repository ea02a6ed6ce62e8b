/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-wakeup.h"

G_BEGIN_DECLS

/* A computation beside the thread that asks for it: begun on one of a few threads, told as it goes, dropped when something newer
 * matters. Nothing here waits. A job that is dropped before it has begun never begins; one that is under way ends as soon as it
 * looks at its flag, at least every few milliseconds of work, and what it has is freed by whoever lets go last. */
typedef struct _QnJob QnJob;

/* Each lane has QN_JOB_THREADS threads at most, so that what takes long does not keep what is waited for. Threads are started
 * for jobs that wait and end when there are none. */
typedef enum
{
  QN_JOB_PROMPT,     /* somebody waits for it */
  QN_JOB_BACKGROUND, /* somebody likes to see it grow */
  QN_N_JOB_LANES,
} QnJobLane;

#define QN_JOB_THREADS 2

typedef struct
{
  QnJobLane lane;
  gsize size; /* of a question, a plain value */
  void (*run) (QnJob *job, gconstpointer question); /* on a thread of the pool */
  GDestroyNotify free_result;
} QnJobClass;

/* The asker's side; `wakeup` is sent whenever there is a result to take. */
QnJob      *qn_job_start   (const QnJobClass *klass, gconstpointer question, QnWakeup *wakeup);
gpointer    qn_job_take    (QnJob *job); /* the newest result that has not been taken, or NULL; transfer full */
void        qn_job_drop    (QnJob *job); /* cancels it and lets go of it, at once */

/* The computation's side. */
const gint *qn_job_cancelled (QnJob *job); /* atomic */
void        qn_job_publish   (QnJob *job, gpointer result_taken); /* replaces one that has not been taken */

/* For tests, any thread: jobs that have not been freed, and threads of both lanes. */
guint qn_job_count   (void);
guint qn_job_threads (void);

G_END_DECLS
