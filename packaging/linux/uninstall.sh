#!/bin/sh
# Takes the program away that install.sh put there. Projects, preferences and logs stay.
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}
target=$data/winnow-program
if [ ! -f "$target/installed-files" ]; then
    echo "Winnow is not installed in $target." >&2
    exit 1
fi
while read -r file; do rm -f "$data/$file"; done < "$target/installed-files"
if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime" || true; fi
if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications" || true; fi
# Folders, too, that nothing is in any more.
while read -r file; do
    (cd "$data" && rmdir -p "$(dirname "$file")" 2> /dev/null) || true
done < "$target/installed-files"
if [ "$(readlink "$HOME/.local/bin/winnow" || true)" = "$target/winnow" ]; then rm -f "$HOME/.local/bin/winnow"; fi
rm -rf "$target"
echo "Winnow is gone. Your projects are where they were."
