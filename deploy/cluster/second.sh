#!/bin/sh
# The first start takes the keys of the first server over: all sign with the same, and one access key opens the dashboard.
set -eu

for key in "${FIRST:-/first}"/log-keys.json "${FIRST:-/first}"/access-key "${FIRST:-/first}"/*-secret; do
  cp -n "$key" "${DATA:-/data}/"
done
exec avowal "$@"
