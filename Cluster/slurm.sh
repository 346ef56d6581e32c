#!/bin/bash
# Scores a folder of records as a job array of Slurm: Cluster/slurm.sh RECORDS WORK SHARES [OPTIONS]
#
#   RECORDS  a folder that every node sees; every *.inkml below it is a record
#   WORK     a folder to make, that every node sees too; when it is there, what is missing in it is done
#   SHARES   how many parts the records are divided into, each a task of the array
#   OPTIONS  --scenario, --phase, --mm-per-pixel, --rules and --largest, as Cluster/score.py --help has them
#
# Variables: EFFLEURAGE_PROGRAM is where effleurage is on the nodes (default: in the path); SBATCH_OPTIONS are words
# for sbatch, as in SBATCH_OPTIONS='--cpus-per-task=8 --time=2:00:00'. Waits for the end when WAIT is set.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

fail() {
  printf 'Cluster/slurm.sh: error: %s\n' "$2" >&2
  exit "$1"
}

case "${1-}" in
  -h | --help)
    awk 'NR > 1 && /^#/ { sub(/^# ?/, ""); print; next } NR > 1 { exit }' "$0"
    exit 0
    ;;
esac
[ $# -ge 3 ] || fail 64 'say RECORDS, WORK and SHARES; --help says the rest'
command -v sbatch >/dev/null 2>&1 || fail 69 'sbatch is not here: run this where jobs of Slurm are submitted'

records=$1
work=$2
shares=$3
shift 3
[ -e "$work/manifest.jsonl" ] || "$here/shares.py" prepare "$records" "$work" --shares "$shares" "$@"
work=$(CDPATH='' cd -- "$work" && pwd)
program=${EFFLEURAGE_PROGRAM:-effleurage}

# A command line that a shell reads as these words.
words() {
  printf '%q ' "$@"
}

read -ra options <<<"${SBATCH_OPTIONS-}"
submit() {
  local log=$1
  shift
  sbatch --parsable --output="$work/$log.txt" "$@"
}

missing=$("$here/shares.py" missing "$work")
after=()
if [ -n "$missing" ]; then
  # The shares' numbers and processors reach the task through Slurm's own variables.
  job=$(submit log-%A-%a --job-name=effleurage --requeue --array="$missing" "${options[@]}" \
    --wrap="exec $(words "$here/shares.py" score "$work" --program "$program")")
  job=${job%%;*}
  printf 'Cluster/slurm.sh: array %s scores the shares %s\n' "$job" "$missing" >&2
  # Also after shares that failed: what is missing is then said.
  after=(--dependency="afterany:$job")
fi
merge=$(submit log-%j-merge --job-name=effleurage-merge "${after[@]}" ${WAIT:+--wait} \
  --wrap="exec $(words "$here/shares.py" merge "$work")") || code=$?
printf 'Cluster/slurm.sh: job %s puts them together into %s\n' "${merge%%;*}" "$work/results.jsonl" >&2
exit "${code:-0}"
