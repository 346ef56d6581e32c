"""Records scored on many machines, by Spark or as a Slurm job array. See docs/cluster.md."""
