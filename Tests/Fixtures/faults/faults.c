/*
 * Makes one call of the system fail, for tests: LD_PRELOAD, Linux.
 *
 * FAULT_FOLDER  only calls on files below this folder count (as their paths are after links)
 * FAULT_NUMBER  the number of the call that fails, from 1; 0 or nothing: none
 * FAULT_ERROR   ENOSPC (when left out) or EIO
 * FAULT_LASTING 1: all calls from that number on fail
 * FAULT_READS   1: reading of journals is counted, and nothing else
 * FAULT_LOG     a file to which a line is added when a call was made to fail: its name and path
 *
 * Counted are write, pwrite, writev, pwritev, fsync, fdatasync, rename, link, ftruncate and open
 * for writing (mkstemp too), each with what stands for it in the C library; with FAULT_READS only
 * pread on files whose names end in .attempt.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int calls;

/* Whether a path lies below the folder. */
static int is_watched(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  size_t length = folder ? strlen(folder) : 0;
  if (length == 0 || path == NULL) return 0;
  return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static void tell(const char *name, const char *path) {
  const char *log = getenv("FAULT_LOG");
  if (log == NULL) return;
  char line[PATH_MAX + 64];
  int count = snprintf(line, sizeof line, "%s %s\n", name, path);
  long file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, line, count);
  syscall(SYS_close, file);
}

static int is_journal(const char *path) {
  static const char ending[] = ".attempt";
  size_t length = strlen(path), count = sizeof ending - 1;
  return length >= count && strcmp(path + length - count, ending) == 0;
}

/* Counts a call on a path; whether it is to fail, which `errno` then says. */
static int fails(const char *name, const char *path) {
  if (!is_watched(path)) return 0;
  const char *reads = getenv("FAULT_READS");
  int is_read = strcmp(name, "pread") == 0;
  if (reads && reads[0] == '1' ? !is_read || !is_journal(path) : is_read) return 0;
  const char *number = getenv("FAULT_NUMBER");
  const char *lasting = getenv("FAULT_LASTING");
  int wanted = number ? atoi(number) : 0;
  int call = atomic_fetch_add(&calls, 1) + 1;
  if (wanted <= 0 || call < wanted) return 0;
  if (call > wanted && !(lasting && lasting[0] == '1')) return 0;
  tell(name, path);
  const char *error = getenv("FAULT_ERROR");
  errno = error && strcmp(error, "EIO") == 0 ? EIO : ENOSPC;
  return 1;
}

static int fails_on(const char *name, int file) {
  char link[64], path[PATH_MAX];
  int kept = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t count = readlink(link, path, sizeof path - 1);
  errno = kept;
  if (count < 0) return 0;
  path[count] = 0;
  return fails(name, path);
}

/* A path from a folder's descriptor; only whole paths and those of the working folder. */
static int fails_at(const char *name, int folder, const char *path) {
  if (path == NULL) return 0;
  if (path[0] == '/') return fails(name, path);
  char link[64], whole[2 * PATH_MAX];
  int kept = errno;
  if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
  else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  ssize_t count = readlink(link, whole, PATH_MAX - 1);
  errno = kept;
  if (count < 0) return 0;
  snprintf(whole + count, sizeof whole - count, "/%s", path);
  return fails(name, whole);
}

#define NEXT(type, name, ...)                                                        \
  static type (*next)(__VA_ARGS__);                                                  \
  if (next == NULL) next = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t write(int file, const void *bytes, size_t count) {
  NEXT(ssize_t, "write", int, const void *, size_t);
  return fails_on("write", file) ? -1 : next(file, bytes, count);
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  NEXT(ssize_t, "pread", int, void *, size_t, off_t);
  return fails_on("pread", file) ? -1 : next(file, bytes, count, offset);
}

ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
  NEXT(ssize_t, "pread64", int, void *, size_t, off64_t);
  return fails_on("pread", file) ? -1 : next(file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  NEXT(ssize_t, "pwrite", int, const void *, size_t, off_t);
  return fails_on("pwrite", file) ? -1 : next(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  NEXT(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  return fails_on("pwrite", file) ? -1 : next(file, bytes, count, offset);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  NEXT(ssize_t, "writev", int, const struct iovec *, int);
  return fails_on("writev", file) ? -1 : next(file, parts, count);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  NEXT(ssize_t, "pwritev", int, const struct iovec *, int, off_t);
  return fails_on("pwritev", file) ? -1 : next(file, parts, count, offset);
}

int fsync(int file) {
  NEXT(int, "fsync", int);
  return fails_on("fsync", file) ? -1 : next(file);
}

int fdatasync(int file) {
  NEXT(int, "fdatasync", int);
  return fails_on("fdatasync", file) ? -1 : next(file);
}

int ftruncate(int file, off_t length) {
  NEXT(int, "ftruncate", int, off_t);
  return fails_on("ftruncate", file) ? -1 : next(file, length);
}

int ftruncate64(int file, off64_t length) {
  NEXT(int, "ftruncate64", int, off64_t);
  return fails_on("ftruncate", file) ? -1 : next(file, length);
}

int rename(const char *from, const char *to) {
  NEXT(int, "rename", const char *, const char *);
  return fails_at("rename", AT_FDCWD, to) ? -1 : next(from, to);
}

int renameat(int folder, const char *from, int other, const char *to) {
  NEXT(int, "renameat", int, const char *, int, const char *);
  return fails_at("rename", other, to) ? -1 : next(folder, from, other, to);
}

int renameat2(int folder, const char *from, int other, const char *to, unsigned int flags) {
  NEXT(int, "renameat2", int, const char *, int, const char *, unsigned int);
  return fails_at("rename", other, to) ? -1 : next(folder, from, other, to, flags);
}

int link(const char *from, const char *to) {
  NEXT(int, "link", const char *, const char *);
  return fails_at("link", AT_FDCWD, to) ? -1 : next(from, to);
}

int linkat(int folder, const char *from, int other, const char *to, int flags) {
  NEXT(int, "linkat", int, const char *, int, const char *, int);
  return fails_at("link", other, to) ? -1 : next(folder, from, other, to, flags);
}

static int writes(int flags) { return (flags & O_ACCMODE) != O_RDONLY; }

#define MODE(flags)                                                                  \
  mode_t mode = 0;                                                                   \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                                             \
    va_list rest;                                                                    \
    va_start(rest, flags);                                                           \
    mode = va_arg(rest, mode_t);                                                     \
    va_end(rest);                                                                    \
  }

int open(const char *path, int flags, ...) {
  NEXT(int, "open", const char *, int, ...);
  MODE(flags)
  return writes(flags) && fails_at("open", AT_FDCWD, path) ? -1 : next(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  NEXT(int, "open64", const char *, int, ...);
  MODE(flags)
  return writes(flags) && fails_at("open", AT_FDCWD, path) ? -1 : next(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  NEXT(int, "openat", int, const char *, int, ...);
  MODE(flags)
  return writes(flags) && fails_at("open", folder, path) ? -1 : next(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  NEXT(int, "openat64", int, const char *, int, ...);
  MODE(flags)
  return writes(flags) && fails_at("open", folder, path) ? -1 : next(folder, path, flags, mode);
}

int mkstemp(char *path) {
  NEXT(int, "mkstemp", char *);
  return fails_at("open", AT_FDCWD, path) ? -1 : next(path);
}

int mkstemp64(char *path) {
  NEXT(int, "mkstemp64", char *);
  return fails_at("open", AT_FDCWD, path) ? -1 : next(path);
}
