package operations

import (
	"gocloud.dev/lacking"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/config"
)

// GCPOperationsProvider would read the logs of Google Cloud.
func GCPOperationsProvider(map[config.Key]string, *Resource) (Provider, error) {
	return nil, lacking.Client("the logs of Google Cloud")
}
