#!/usr/bin/env bash
# Two calendar programs import what the example press room publishes: khal (icalendar, a folder of files) and calcurse (a parser of its own).
#
#   tests/clients/khal_calcurse.sh PUBLIC PRESSRUM      PUBLIC is not used: it builds press rooms of its own with PRESSRUM
#
# Checked: events are listed at the right local time; what is moved or cancelled says so; after an entry under `changes` a second import
# replaces what the first brought, and doubles nothing. calcurse 4.7 knows no RECURRENCE-ID and no UIDs: one changed time of a series
# stands beside the usual one there, and a second import is for an empty calendar; so of it less is asked.
# Exit status: 0 all is well or a program is not installed (told), 1 something is wrong.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
pressrum=$(readlink -f -- "${2:-$root/build/release/bin/pressrum}")
export LC_ALL=C.UTF-8 TZ=Europe/Stockholm

for program in khal calcurse; do
  if ! command -v "$program" >/dev/null; then
    echo "skipped: $program is not installed (apt-get install khal calcurse)"
    exit 0
  fi
done
if [[ ! -x $pressrum ]]; then
  echo "no program at $pressrum: build it first" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
failed=0

# has WHAT WHERE TEXT, lacks WHAT WHERE TEXT: a line of TEXT that holds WHERE, or none.
has() { grep -qF -- "$2" <<<"$3" || wrong "$1: \"$2\" is missing in" "$3"; }
lacks() { ! grep -qF -- "$2" <<<"$3" || wrong "$1: \"$2\" should not be in" "$3"; }
wrong() {
  printf '%s\n%s\n' "$1" "$2" | sed '2,$s/^/    /' >&2
  failed=1
}
# same WHAT EXPECTED ACTUAL
same() { [[ $2 == "$3" ]] || wrong "$1: expected $2, got" "$3"; }

build() { "$pressrum" build --root "$work/source" --out "$work/public" --now "$1" >"$work/log" 2>&1 || { cat -- "$work/log" >&2; exit 1; }; }

mkdir -p "$work/source" "$work/vdir"
cp -r -- "$root/site" "$root/posts" "$root/layouts" "$work/source/"
# One meeting of the weekly series is moved, another is off.
sed -i -e '/^      except: /a\      moved:\n        - {date: 2027-01-12, start: 2027-01-13T17:00}\n      cancelled:\n        - date: 2026-12-15' \
  -e '/^links:/i\changes:\n  - {at: 2026-11-23T15:20, kind: cancelled, event: sprakkafe, note: Den 15 december ställs in.}\n  - {at: 2026-11-23T15:25, kind: moved, event: sprakkafe, note: Den 12 januari flyttas.}' \
  "$work/source/posts/2026/11/vinter-pa-biblioteket.md"
build 2026-11-24T12:00
calendar=$work/public/kalender.ics

# ---------------------------------------------------------------- khal

cat >"$work/khal.conf" <<CONF
[calendars]
[[press]]
path = $work/vdir
[sqlite]
path = $work/khal.db
[locale]
local_timezone = Europe/Stockholm
default_timezone = Europe/Stockholm
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
CONF
khal() { HOME=$work command khal -c "$work/khal.conf" "$@"; }
listed() { khal list --notstarted --format '{start-date} {start-time}-{end-time} {title} [{status}]' "$1" "$2"; }

khal import --batch -a press "$calendar"
december=$(listed 2026-12-01 31d)
has khal '2026-12-01 17:00-18:30 Språkkafé [CONFIRMED' "$december"
has khal '2026-12-08 18:00-20:00 NY TID: Dialogmöte om Kvarnholmens strand' "$december"
has khal '2026-12-12 12:00-15:00 INSTÄLLT: Prova på att hugga isskulpturer [CANCELLED' "$december"
has khal '2026-12-15 17:00-18:30 INSTÄLLT: Språkkafé [CANCELLED' "$december"
lacks khal '2026-12-15 17:00-18:30 Språkkafé' "$december"
lacks khal '2026-12-22' "$(grep Språkkafé <<<"$december")"
january=$(listed 2027-01-11 4d)
has khal '2027-01-13 17:00-18:30 NY TID: Språkkafé' "$january"
lacks khal '2027-01-12 17:00' "$january"
has khal '2027-01-12 19:00-20:30 Berättarkväll' "$january"
same 'khal: one event in two releases' 1 "$(grep -c Berättarkväll <<<"$january")"
# In Auckland the same moments have other times of day.
has 'khal far away' '2026-12-02 05:00' "$(sed 's/^local_timezone = .*/local_timezone = Pacific\/Auckland/' "$work/khal.conf" >"$work/far.conf" &&
  sed -i "s|khal.db|far.db|" "$work/far.conf" && HOME=$work command khal -c "$work/far.conf" list --format '{start-date} {start-time} {title}' 2026-12-01 3d)"

# ---------------------------------------------------------------- a change

post=$work/source/posts/2026/11/dialog-om-kvarnholmen.md
sed -i -e 's/start: 2026-12-08T18:00/start: 2026-12-09T19:00/' -e 's/end: 2026-12-08T20:00/end: 2026-12-09T21:00/' \
  -e '/^changes:/a\  - at: 2026-11-25T09:00\n    kind: moved\n    event: forsta-motet\n    note: Mötet flyttas en dag till.' \
  -e 's/till den 8 december/till den 9 december/' -e 's/8 december 2026 klockan 18.00/9 december 2026 klockan 19.00/' \
  -e 's/[Tt]isdag 9 december/onsdag 9 december/' "$post"
sed -i -e '/- date: 2026-12-15/i\        - date: 2026-12-08\n          note: Också den är på utbildning.' \
  -e '/^changes:/a\  - at: 2026-11-25T09:00\n    kind: cancelled\n    event: sprakkafe\n    note: Också den 8 december ställs in.' "$work/source/posts/2026/11/vinter-pa-biblioteket.md"
build 2026-11-25T12:00
before=$(find "$work/vdir" -name '*.ics' | wc -l)
khal import --batch -a press "$calendar"
same 'khal: events after a second import' "$before" "$(find "$work/vdir" -name '*.ics' | wc -l)"
december=$(listed 2026-12-01 31d)
has 'khal after the change' '2026-12-09 19:00-21:00 NY TID: Dialogmöte om Kvarnholmens strand' "$december"
same 'khal: the moved meeting' 1 "$(grep -c 'Dialogmöte om Kvarnholmens strand' <<<"$december")"
has 'khal after the change' '2026-12-08 17:00-18:30 INSTÄLLT: Språkkafé' "$december"
lacks 'khal after the change' '2026-12-08 17:00-18:30 Språkkafé' "$december"
sequences=$(sed -n '/^UID:2026-11-dialog-om-kvarnholmen.forsta-motet/,/^END:VEVENT/s/^SEQUENCE://p' "$calendar" | tr -d '\r')
same 'SEQUENCE after two changes' 2 "$sequences"

# ---------------------------------------------------------------- calcurse

report=$(calcurse -D "$work/calcurse" -i "$calendar" 2>&1)
has calcurse ' 0 skipped' "$report"
day() { calcurse -D "$work/calcurse" -d "$1" --format-apt '%S-%E %m\n' --format-recur-apt '%S-%E %m\n' 2>&1; }
has calcurse '17:00-18:30 Språkkafé' "$(day 12/01/2026)"
has calcurse '19:00-21:00 NY TID: Dialogmöte om Kvarnholmens strand' "$(day 12/09/2026)"
has calcurse '17:00-18:30 INSTÄLLT: Språkkafé' "$(day 12/15/2026)"
has calcurse '12:00-15:00 INSTÄLLT: Prova på att hugga isskulpturer' "$(day 12/12/2026)"
lacks calcurse 'Språkkafé' "$(day 12/22/2026)"
has calcurse '17:00-18:30 NY TID: Språkkafé' "$(day 01/13/2027)"

[[ $failed == 0 ]] && echo "khal $(command khal --version 2>&1 | grep -oE '[0-9]+\.[0-9.]+' | head -1) and calcurse $(calcurse --version | grep -oE '[0-9]+\.[0-9.]+' | head -1): all is well"
exit "$failed"
