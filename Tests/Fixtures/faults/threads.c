/*
 * Gives a program only so many threads, for tests: LD_PRELOAD, Linux. THREADS_GIVEN says how many; after
 * those the system has no more, as under a limit of processes or of memory.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static atomic_int given;

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *),
                   void *argument) {
  static int (*next)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
  if (next == NULL)
    next = (int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))dlsym(
        RTLD_NEXT, "pthread_create");
  const char *limit = getenv("THREADS_GIVEN");
  if (limit != NULL && atomic_fetch_add(&given, 1) >= atoi(limit)) return EAGAIN;
  return next(thread, attributes, body, argument);
}
