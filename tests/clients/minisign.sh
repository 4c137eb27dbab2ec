#!/usr/bin/env bash
# minisign checks what `pressrum sign` has signed, and `pressrum verify` what minisign has.
#
#   tests/clients/minisign.sh PUBLIC PRESSRUM
#
# A copy of the finished press room is signed with keys that minisign makes on the spot, with and without a password. Checked: each program
# accepts the other's signature and neither accepts one of a manifest that was changed; what the page about it says to write is what leads to
# "verified"; and a line of manifest.json is what sha256sum says of its file.
# Exit status: 0 all is well or minisign is not installed (told), 1 something is wrong.
set -euo pipefail

public=$(readlink -f -- "${1:?the finished press room}")
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
pressrum=$(readlink -f -- "${2:-$root/build/release/bin/pressrum}")
export LC_ALL=C.UTF-8

if ! command -v minisign >/dev/null; then
  echo "skipped: minisign is not installed (apt-get install minisign)"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
failed=0
wrong() {
  printf '%s\n' "$*" >&2
  failed=1
}
# accepts WHAT COMMAND…, refuses WHAT COMMAND…: what the command says is shown when it is not as it should be.
accepts() { "${@:2}" >"$work/said" 2>&1 || { wrong "$1: refused"; cat -- "$work/said" >&2; }; }
refuses() { ! "${@:2}" >"$work/said" 2>&1 || { wrong "$1: accepted"; cat -- "$work/said" >&2; }; }

password='Räksmörgås 7'
minisign -G -W -p "$work/open.pub" -s "$work/open.key" </dev/null >/dev/null
printf '%s\n%s\n' "$password" "$password" | minisign -G -p "$work/locked.pub" -s "$work/locked.key" >/dev/null 2>&1

cp -r -- "$public" "$work/public"
cd -- "$work"    # where there is no site.yaml
manifest=$(cat public/manifest.json)
for name in open locked; do
  key=$(sed -n 2p "$name.pub")
  if [[ $name == locked ]]; then export PRESSRUM_KEY_PASSWORD=$password; fi
  accepts "$name: pressrum signs" "$pressrum" sign public --key "$name.key" --now 2026-11-24T12:00
  accepts "$name: minisign checks" minisign -Vm public/manifest.json -P "$key"
  grep -qF $'Trusted comment: timestamp:1795521600\tfile:manifest.json\thashed' said || wrong "$name: minisign shows another comment: $(cat said)"
  accepts "$name: pressrum checks its own" "$pressrum" verify public --public-key "$key"

  printf '%s \n' "$manifest" >public/manifest.json
  refuses "$name: minisign, a changed manifest" minisign -Vm public/manifest.json -P "$key"
  refuses "$name: pressrum, a changed manifest" "$pressrum" verify public --public-key "$key"
  printf '%s\n' "$manifest" >public/manifest.json

  accepts "$name: minisign signs" minisign -S -s "$name.key" -m public/manifest.json < <(printf '%s\n' "$password")
  accepts "$name: pressrum checks minisign's" "$pressrum" verify public --public-key "$key"
  refuses "$name: pressrum, with the key of another" "$pressrum" verify public --public-key RWRRVjNcKmkuS0FFufJ3VXluLaSjRHNFOkdH9zl5CRAUPT5hQE5cPyDB
done
unset PRESSRUM_KEY_PASSWORD
refuses "pressrum signs with a locked key and no password" "$pressrum" sign public --key locked.key

# As the page tells people to do it: the digest stands in the line of the file's name.
digest=$(sha256sum public/index.html)
grep -F '"path":"index.html"' public/manifest.json | grep -qF "\"sha256\":\"${digest%% *}\"" || wrong "index.html: its line in manifest.json is another"

# A press room that names the key: its own page has the command, and the command is right.
mkdir source
cp -r -- "$root/site" "$root/posts" "$root/layouts" source/
key=$(sed -n 2p open.pub)
printf 'signing_key: %s\n' "$key" >>source/site/site.yaml
accepts "build with signing_key" "$pressrum" build --root source --out signed --cache "$root/.pressrum-cache" --now 2026-11-24T12:00
accepts "sign with signing_key" "$pressrum" sign signed --root source --key open.key --now 2026-11-24T12:00
accepts "verify with signing_key" "$pressrum" verify signed --root source
command=$(grep -oE 'minisign -Vm manifest\.json -P [A-Za-z0-9+/]+' signed/akthet/index.html)
accepts "the command of the page" bash -c "cd signed && $command"
refuses "sign with another key than site.yaml names" env PRESSRUM_KEY_PASSWORD="$password" "$pressrum" sign signed --root source --key locked.key

[[ $failed == 0 ]] && echo "$(minisign -v): all is well"
exit "$failed"
