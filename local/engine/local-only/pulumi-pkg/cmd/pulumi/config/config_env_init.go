package config

import (
	"github.com/spf13/cobra"
	"gocloud.dev/lacking"
)

// newConfigEnvInitCmd is the command "config env init", which refuses.
func newConfigEnvInitCmd(*configEnvCmd) *cobra.Command {
	return &cobra.Command{
		Use:                "init",
		Short:              "Creates an environment for a stack (not in this engine)",
		DisableFlagParsing: true,
		RunE:               func(*cobra.Command, []string) error { return lacking.Client("environments in Pulumi Cloud") },
	}
}
