#!/usr/bin/env bash
# Whether finished programs are built as CMakeLists.txt says of what is used:
#
#     tests/support/hardened.sh PROGRAM…
#
# Each may be loaded at any address (PIE), has all addresses of other libraries looked up before it begins and then closed to writing (BIND_NOW,
# RELRO), a stack and data that cannot be run, guarded stack frames, and checked calls of the C library. Exit status: 0 all of it, 1 not.
set -euo pipefail
export LC_ALL=C

faults=0
expect() {  # WHAT PATTERN TEXT
  if grep -qE -- "$2" <<<"$3"; then return; fi
  printf '%s: %s\n' "$program" "$1"
  faults=$((faults + 1))
}
refuse() {  # WHAT PATTERN TEXT
  if ! grep -qE -- "$2" <<<"$3"; then return; fi
  printf '%s: %s\n' "$program" "$1"
  faults=$((faults + 1))
}

[[ $# != 0 ]] || { echo "usage: hardened.sh PROGRAM…"; exit 1; }
for program; do
  header=$(readelf -hW -- "$program")
  segments=$(readelf -lW -- "$program")
  dynamic=$(readelf -dW -- "$program")
  symbols=$(readelf --dyn-syms -W -- "$program")
  expect "is loaded at one address only" 'Type: +DYN' "$header"
  expect "is no position-independent program" 'FLAGS_1.* PIE' "$dynamic"
  expect "looks addresses up while it runs" 'FLAGS_1.*\bNOW\b' "$dynamic"
  expect "has no part that is closed to writing after the start" 'GNU_RELRO' "$segments"
  expect "does not say that its stack is not run" 'GNU_STACK .* RW +0x' "$segments"
  refuse "has a part that may be both written and run" 'LOAD .* RWE ' "$segments"
  refuse "has code that is written to at the start" 'TEXTREL' "$dynamic"
  expect "has no guarded stack frames" ' __stack_chk_fail(@|$)' "$symbols"
  expect "has no checked calls" ' __[a-z]+_chk(@|$)' "$symbols"
done
[[ $faults == 0 ]]
