// Package otelreceiver stands where traces would be passed on to an OpenTelemetry collector.
package otelreceiver

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// SpanExporter would pass spans on.
type SpanExporter interface {
	Shutdown(ctx context.Context) error
}

// Receiver would take spans in.
type Receiver struct{}

// AppDashBridge would translate the spans of older plugins.
type AppDashBridge struct{}

var errLacking = errors.New("this Pulumi engine was built for the stack local alone and passes no traces on to " +
	"OpenTelemetry: install the official Pulumi CLI, https://www.pulumi.com/docs/install/, or use --tracing")

// NewExporter refuses, aloud: its caller goes on without traces and says nothing.
func NewExporter(string) (SpanExporter, error) {
	fmt.Fprintf(os.Stderr, "warning: %v\n", errLacking)
	return nil, errLacking
}

// Start refuses.
func Start(SpanExporter) (*Receiver, error) { return nil, errLacking }

// StartAppDashBridge refuses.
func StartAppDashBridge(SpanExporter) (*AppDashBridge, error) { return nil, errLacking }

// Endpoint is nowhere.
func (*Receiver) Endpoint() string { return "" }

// Shutdown has nothing to end.
func (*Receiver) Shutdown(context.Context) error { return nil }

// Endpoint is nowhere.
func (*AppDashBridge) Endpoint() string { return "" }

// SetTraceParent has nothing to set.
func (*AppDashBridge) SetTraceParent([16]byte, [8]byte) {}

// Shutdown has nothing to end.
func (*AppDashBridge) Shutdown(context.Context) error { return nil }
