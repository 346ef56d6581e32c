#pragma once
#include <SDL2/SDL.h>

/* Macros and variadic functions that Swift does not import. */
static inline int effleurage_window_centered(void) { return (int)SDL_WINDOWPOS_CENTERED; }
static inline Uint32 effleurage_touch_mouse_id(void) { return SDL_TOUCH_MOUSEID; }
static inline SDL_TouchID effleurage_mouse_touch_id(void) { return SDL_MOUSE_TOUCHID; }
