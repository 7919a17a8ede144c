// Package s3blob stands where the client of s3:// would be.
package s3blob

import "gocloud.dev/lacking"

// Scheme of the state that is refused.
const Scheme = "s3"

func init() { lacking.RegisterState(Scheme) }
