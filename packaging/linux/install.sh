#!/bin/sh
# Installs Winnow for this person alone: into ~/.local, without an administrator.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
target=$data/winnow-program
# Beside the old one first: a copy that breaks off leaves what was there.
rm -rf "$target.new"
mkdir -p "$data" "$bin"
cp -a "$here/winnow" "$target.new"
rm -rf "$target"
mv "$target.new" "$target"
(cd "$here/share" && find . -type f) | while read -r file; do
    mkdir -p "$data/$(dirname "$file")"
    cp "$here/share/$file" "$data/$file"
done
sed -i "s|^Exec=winnow|Exec=\"$target/winnow\"|" "$data/applications/winnow.desktop"
ln -sfn "$target/winnow" "$bin/winnow"
cp "$here/uninstall.sh" "$target/uninstall.sh"
(cd "$here/share" && find . -type f) > "$target/installed-files"
if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime" || true; fi
if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications" || true; fi
echo "Winnow is installed. Start it from the menu, or as $bin/winnow; $target/uninstall.sh takes it away."
