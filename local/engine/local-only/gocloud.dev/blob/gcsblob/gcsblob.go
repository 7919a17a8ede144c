// Package gcsblob stands where the client of gs:// would be.
package gcsblob

import "gocloud.dev/lacking"

// Scheme of the state that is refused.
const Scheme = "gs"

func init() { lacking.RegisterState(Scheme) }
