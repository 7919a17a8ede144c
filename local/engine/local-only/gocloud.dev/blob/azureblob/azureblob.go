// Package azureblob stands where the client of azblob:// would be.
package azureblob

import "gocloud.dev/lacking"

// Scheme of the state that is refused.
const Scheme = "azblob"

func init() { lacking.RegisterState(Scheme) }
