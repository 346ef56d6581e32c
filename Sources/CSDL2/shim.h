#pragma once
#include <SDL2/SDL.h>
#include <dlfcn.h>

/* Macros and variadic functions that Swift does not import. */
static inline int effleurage_window_centered(void) { return (int)SDL_WINDOWPOS_CENTERED; }
static inline Uint32 effleurage_touch_mouse_id(void) { return SDL_TOUCH_MOUSEID; }
static inline SDL_TouchID effleurage_mouse_touch_id(void) { return SDL_MOUSE_TOUCHID; }

/* When the connection to an X server breaks, Xlib ends the program; when a request fails, too. SDL
   loads Xlib itself and, when it closes, gives back the handler of failed requests that it found.
   What was sent to a window that is gone by then fails only after that, and the handler that was
   found must not be the one that ends the program: so ours is set before SDL is begun. */
typedef struct {
  int type;
  void *display;
  unsigned long resource;
  unsigned long serial;
  unsigned char code;
} effleurage_x11_error; /* The first fields of XErrorEvent. */
enum { effleurage_x11_bad_drawable = 9 };
typedef int (*effleurage_x11_lost)(void *display);
typedef int (*effleurage_x11_failed)(void *display, const effleurage_x11_error *error);
/* The library stays loaded with the handler that is in it. Answers whether there is one. */
static inline int effleurage_prepare_x11(effleurage_x11_failed failed) {
  void *library = dlopen("libX11.so.6", RTLD_NOW);
  if (!library) return 0;
  void *(*set_failed)(effleurage_x11_failed);
  *(void **)&set_failed = dlsym(library, "XSetErrorHandler");
  if (set_failed) set_failed(failed);
  return set_failed != 0;
}
/* Answers whether Xlib is in use. */
static inline int effleurage_watch_x11(effleurage_x11_lost lost, effleurage_x11_failed failed) {
  void *library = dlopen("libX11.so.6", RTLD_NOW | RTLD_NOLOAD);
  if (!library) return 0;
  void *(*set_lost)(effleurage_x11_lost);
  void *(*set_failed)(effleurage_x11_failed);
  *(void **)&set_lost = dlsym(library, "XSetIOErrorHandler");
  *(void **)&set_failed = dlsym(library, "XSetErrorHandler");
  if (set_lost) set_lost(lost);
  if (set_failed) set_failed(failed);
  dlclose(library);
  return set_lost != 0;
}
