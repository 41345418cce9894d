#!/usr/bin/env bash
# Makes the Debian package of the server: builds a release of it, then packs what is installed.
#   scripts/package-server.sh [--version VERSION] [--output FOLDER] [--no-build]
#     --version VERSION  instead of the project's, for a build of one's own
#     --output FOLDER    default: build/packages
#     --no-build         packs what the build tree has
# FILM_PRESET chooses the build (default release), FILM_BINARY_DIR where it lies.
# Prints the path of the package. Exit code: 0 made, 1 not, 2 not understood.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() { sed -n '2,8s/^# \{0,1\}//p' "$0"; }
version=
output=$PWD/build/packages
build=yes
while (($#)); do
    case $1 in
        --help) usage; exit 0 ;;
        --version) version=${2:?--version needs one}; shift ;;
        --output) output=$(realpath -m "${2:?--output needs a folder}"); shift ;;
        --no-build) build= ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done
if [[ -n $version && ! $version =~ ^[0-9][0-9A-Za-z.+~]*$ ]]; then
    echo "package-server.sh: \"$version\" is no version" >&2
    exit 2
fi
preset=${FILM_PRESET:-release}
tree=${FILM_BINARY_DIR:-$PWD/build/$preset}
if [[ -n $build ]]; then
    cmake --preset "$preset" >&2
    cmake --build --preset "$preset" --target filmtracker-server filmtracker-admin >&2
fi
mkdir -p "$output"
# In a folder of its own, so that what is printed is what was made now.
made=$(mktemp -d "$output/.making.XXXXXX")
trap 'rm -rf "$made"' EXIT
arguments=(-G DEB --config "$tree/CPackConfig.cmake" -B "$made")
[[ -z $version ]] || arguments+=(-R "$version")
cpack "${arguments[@]}" >&2
for package in "$made"/*.deb; do
    [[ -f $package ]] || { echo "package-server.sh: no package was made" >&2; exit 1; }
    mv "$package" "$output/"
    echo "$output/${package##*/}"
done
