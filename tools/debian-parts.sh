#!/bin/sh
# What the tests use from Debian: a browser to look at the dossier, tesseract to read scans.
# Installed when this user can; otherwise one clear sentence, and the tests that need it skip.
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v tesseract >/dev/null 2>&1 || missing="$missing tesseract-ocr tesseract-ocr-rus tesseract-ocr-ukr"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq >/dev/null 2>&1
  # shellcheck disable=SC2086
  if DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null 2>&1; then exit 0; fi
fi
echo "Not installed:$missing. The tests that need them will be skipped; on Debian: sudo apt-get install$missing"
exit 0
