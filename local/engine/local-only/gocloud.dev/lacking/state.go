package lacking

import (
	"context"
	"fmt"
	"net/url"

	"gocloud.dev/blob"
)

// RegisterState has every URL of a scheme answered with the reason why its state cannot be opened.
func RegisterState(scheme string) {
	blob.DefaultURLMux().RegisterBucket(scheme, State{})
}

// State opens no bucket.
type State struct{}

// OpenBucketURL refuses, and names the scheme.
func (State) OpenBucketURL(_ context.Context, u *url.URL) (*blob.Bucket, error) {
	return nil, Client(fmt.Sprintf("state in %s://", u.Scheme))
}
