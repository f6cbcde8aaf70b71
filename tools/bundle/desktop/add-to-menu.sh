#!/bin/sh
# Puts Painmap, where it lies now, among the programs of this desktop. Run it again after moving the folder.
set -e
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$share/applications" "$share/icons/hicolor/scalable/apps"
cp "$here/share/painmap.svg" "$share/icons/hicolor/scalable/apps/painmap.svg"
while IFS= read -r line; do
  case $line in Exec=*) line="Exec=\"$here/painmap\"" ;; esac
  printf '%s\n' "$line"
done <"$here/share/painmap.desktop" >"$share/applications/painmap.desktop"
echo "Painmap is among your programs now. To take it out again, delete $share/applications/painmap.desktop."
