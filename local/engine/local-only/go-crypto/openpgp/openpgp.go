// Package openpgp stands where the signatures of commits would be made and checked. The engine reads from a repository
// only which commit is checked out.
package openpgp

import (
	"errors"
	"io"

	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

var errLacking = errors.New("this Pulumi engine was built for the stack local alone and knows no OpenPGP: " +
	"install the official Pulumi CLI, https://www.pulumi.com/docs/install/")

// Entity is a key and who has it.
type Entity struct{}

// KeyRing holds keys.
type KeyRing interface{ Keys() []*Entity }

// EntityList is the KeyRing that nothing can be read into.
type EntityList []*Entity

// Keys gives the keys of the list.
func (l EntityList) Keys() []*Entity { return l }

// ReadArmoredKeyRing would read keys.
func ReadArmoredKeyRing(io.Reader) (EntityList, error) { return nil, errLacking }

// CheckArmoredDetachedSignature would check a signature.
func CheckArmoredDetachedSignature(KeyRing, io.Reader, io.Reader, *packet.Config) (*Entity, error) {
	return nil, errLacking
}

// ArmoredDetachSign would sign.
func ArmoredDetachSign(io.Writer, *Entity, io.Reader, *packet.Config) error { return errLacking }
