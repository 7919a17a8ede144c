// Package env stands where the client of environments in Pulumi Cloud would be.
package env

import (
	"github.com/spf13/cobra"
	"gocloud.dev/lacking"
)

// NewEnvCmd is the command "env", which refuses.
func NewEnvCmd() *cobra.Command {
	return &cobra.Command{
		Use:                "env",
		Aliases:            []string{"esc"},
		Short:              "Manage environments in Pulumi Cloud (not in this engine)",
		DisableFlagParsing: true,
		RunE:               func(*cobra.Command, []string) error { return lacking.Client("environments in Pulumi Cloud") },
	}
}
