/**
 * A `go` whose `mod download` finds the module of `createRepository`, and whose `build` leaves a pulumi behind, noting its
 * folder, its flags, what it was told to ignore, and the files that it was given.
 */
export const goodGo = `if [ "$1" = mod ]; then
    printf '{\\n\\t"Path": "example.com/engine",\\n\\t"Dir": "%s",\\n\\t"Sum": "h1:good"\\n}\\n' "\${CALLS%/*}/downloaded"
    exit
fi
echo "$PWD CGO=$CGO_ENABLED GOFLAGS=$GOFLAGS GOWORK=$GOWORK $*" >> "$CALLS"
/usr/bin/find . -type f | /usr/bin/sort > "$CALLS.source"
/bin/cat trimmed/clouds/s3.go >> "$CALLS.source"
for word in "$@"; do [ "$last" = "-o" ] && output=$word; last=$word; done
/bin/mkdir -p "\${output%/*}" && echo built > "$output"`;
