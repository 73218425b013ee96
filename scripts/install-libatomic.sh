#!/bin/sh
# The pinned Node for Linux needs libatomic, which small images lack. Runs only when that Node does not start.
set -e
echo "The pinned Node does not start on this machine. Installing libatomic, which it needs …" >&2
root=""
[ "$(id -u)" = 0 ] || root="sudo"
if command -v apt-get >/dev/null; then
  $root apt-get update -qq && $root apt-get install -y -qq libatomic1 >/dev/null
elif command -v dnf >/dev/null; then
  $root dnf install -y -q libatomic
elif command -v zypper >/dev/null; then
  $root zypper --non-interactive --quiet install libatomic1
else
  echo "Install libatomic by hand, then run the command again." >&2
  exit 1
fi
node --version >/dev/null
