/** A `go build` that leaves a pulumi behind and notes its folder, its flags and what it was told to ignore. */
export const goodGo = `echo "$PWD CGO=$CGO_ENABLED GOFLAGS=$GOFLAGS GOWORK=$GOWORK $*" >> "$CALLS"
for word in "$@"; do [ "$last" = "-o" ] && output=$word; last=$word; done
/bin/mkdir -p "\${output%/*}" && echo built > "$output"`;
