/* How many distances a second GEOS measures: geos_distance FOLDER TIMES

   FOLDER holds guides.csv (guide, x, y: a row a vertex) and samples.csv (guide, x, y: a row a sample) as
   `measure places` writes them. Each guide is prepared once; each sample becomes a point, is measured
   to its guide and destroyed. Nanoseconds of processor time a sample, one figure a time, leave as a line
   of JSON. Standard error says what is wrong; the exit code is that of sysexits.h. */

#include <geos_c.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>
#include <time.h>

struct row {
  long guide;
  double x, y;
};

struct rows {
  struct row *all;
  size_t count, room;
};

static void complain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("geos_distance: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
}

static struct rows read_rows(const char *folder, const char *name) {
  char path[4096];
  struct rows rows = {NULL, 0, 0};
  struct row row;
  int length = snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = length > 0 && (size_t)length < sizeof path ? fopen(path, "r") : NULL;
  if (file == NULL) {
    complain("%s/%s cannot be read", folder, name);
    exit(EX_NOINPUT);
  }
  int fields;
  while ((fields = fscanf(file, "%ld,%lf,%lf", &row.guide, &row.x, &row.y)) == 3) {
    if (rows.count == rows.room) {
      rows.room = rows.room == 0 ? 1 << 16 : rows.room * 2;
      rows.all = realloc(rows.all, rows.room * sizeof row);
      if (rows.all == NULL) {
        complain("no memory for %s", path);
        exit(EX_OSERR);
      }
    }
    rows.all[rows.count++] = row;
  }
  fclose(file);
  if (fields != EOF || rows.count == 0) {
    complain("%s: row %zu is not: guide,x,y", path, rows.count + 1);
    exit(EX_DATAERR);
  }
  return rows;
}

static double processor_nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* The line of the vertices that belong to one guide. */
static GEOSGeometry *line(GEOSContextHandle_t context, struct rows vertices, long guide) {
  unsigned count = 0;
  for (size_t index = 0; index < vertices.count; index++) count += vertices.all[index].guide == guide;
  if (count < 2) return NULL;
  GEOSCoordSequence *sequence = GEOSCoordSeq_create_r(context, count, 2);
  if (sequence == NULL) return NULL;
  unsigned next = 0;
  for (size_t index = 0; index < vertices.count; index++) {
    struct row row = vertices.all[index];
    if (row.guide == guide) GEOSCoordSeq_setXY_r(context, sequence, next++, row.x, row.y);
  }
  return GEOSGeom_createLineString_r(context, sequence);
}

int main(int argument_count, char **arguments) {
  long times = argument_count == 3 ? strtol(arguments[2], NULL, 10) : 0;
  if (times < 1) {
    complain("usage: geos_distance FOLDER TIMES");
    return EX_USAGE;
  }
  struct rows vertices = read_rows(arguments[1], "guides.csv");
  struct rows samples = read_rows(arguments[1], "samples.csv");
  long guides = vertices.all[vertices.count - 1].guide + 1;
  for (size_t index = 0; index < samples.count; index++) {
    if (samples.all[index].guide < 0 || samples.all[index].guide >= guides) {
      complain("samples.csv: row %zu has a guide that is not there", index + 1);
      return EX_DATAERR;
    }
  }
  GEOSContextHandle_t context = GEOS_init_r();
  const GEOSPreparedGeometry **prepared = calloc((size_t)guides, sizeof *prepared);
  GEOSGeometry **lines = calloc((size_t)guides, sizeof *lines);
  if (context == NULL || prepared == NULL || lines == NULL) {
    complain("no memory for %ld guides", guides);
    return EX_OSERR;
  }
  for (long guide = 0; guide < guides; guide++) {
    lines[guide] = line(context, vertices, guide);
    prepared[guide] = lines[guide] == NULL ? NULL : GEOSPrepare_r(context, lines[guide]);
    if (prepared[guide] == NULL) {
      complain("guides.csv: guide %ld is no line", guide);
      return EX_DATAERR;
    }
  }
  printf("{\"version\":\"%s\",\"samples\":%zu,\"nanoseconds\":[", GEOSversion(), samples.count);
  double mean = 0;
  /* The first time brings code and data into memory, and makes the index of each guide. */
  for (long time = 0; time <= times; time++) {
    double sum = 0;
    double before = processor_nanoseconds();
    for (size_t index = 0; index < samples.count; index++) {
      struct row sample = samples.all[index];
      GEOSGeometry *point = GEOSGeom_createPointFromXY_r(context, sample.x, sample.y);
      double distance;
      if (point == NULL
          || GEOSPreparedDistance_r(context, prepared[sample.guide], point, &distance) != 1) {
        complain("sample %zu cannot be measured", index + 1);
        return EX_SOFTWARE;
      }
      GEOSGeom_destroy_r(context, point);
      sum += distance;
    }
    double spent = processor_nanoseconds() - before;
    mean = sum / (double)samples.count;
    if (time > 0) printf("%s%.3f", time > 1 ? "," : "", spent / (double)samples.count);
  }
  printf("],\"meanDistance\":%.6f}\n", mean);
  for (long guide = 0; guide < guides; guide++) {
    GEOSPreparedGeom_destroy_r(context, prepared[guide]);
    GEOSGeom_destroy_r(context, lines[guide]);
  }
  free(prepared);
  free(lines);
  free(vertices.all);
  free(samples.all);
  GEOS_finish_r(context);
  return EX_OK;
}
