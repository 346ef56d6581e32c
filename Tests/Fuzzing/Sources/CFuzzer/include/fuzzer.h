// What libFuzzer, which is linked to each program, offers to one that has an entry point of its own.
int LLVMFuzzerRunDriver(
  int *argc, char ***argv, int (*take)(const unsigned char *data, unsigned long count));
