// Package authhelpers stands where Google's credentials would be looked for.
package authhelpers

import (
	"context"

	"gocloud.dev/blob"
)

// GoogleCredentialsMux knows no credentials: the opener of gs:// itself says why it refuses.
func GoogleCredentialsMux(context.Context) (*blob.URLMux, error) {
	return blob.DefaultURLMux(), nil
}
