// Package packet has what callers of openpgp name of it.
package packet

// Config would say how to sign.
type Config struct{}
