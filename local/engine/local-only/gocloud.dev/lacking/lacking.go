// Package lacking says what an engine that was built for the local cloud cannot do, and what to do about it.
package lacking

import "fmt"

// Client is the error of whoever asks for a client that was left out.
func Client(purpose string) error {
	return fmt.Errorf("this Pulumi engine was built for the stack local alone and has no client for %s. "+
		"Install the official Pulumi CLI, which has all of them: https://www.pulumi.com/docs/install/. "+
		"The next command of this repository finds it on PATH", purpose)
}
