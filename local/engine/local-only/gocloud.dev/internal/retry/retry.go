// Package retry has what the state in a folder needs of the package of this name: nothing is tried again there, since
// nothing is on a network.
package retry

import "fmt"

// ContextError says that a call was given up because its context ended.
type ContextError struct {
	CtxErr  error
	FuncErr error
}

func (e *ContextError) Error() string {
	return fmt.Sprintf("%v; last error: %v", e.CtxErr, e.FuncErr)
}

// Is tells whether the context ended in that way.
func (e *ContextError) Is(target error) bool {
	return e.CtxErr == target || e.FuncErr == target
}

// Unwrap gives the error of the call.
func (e *ContextError) Unwrap() error {
	return e.FuncErr
}
