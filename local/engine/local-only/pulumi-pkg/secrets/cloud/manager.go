// Package cloud stands where the clients of key management services would be.
package cloud

import (
	"encoding/json"
	"strings"

	"gocloud.dev/lacking"

	"github.com/pulumi/pulumi/pkg/v3/secrets"
	"github.com/pulumi/pulumi/sdk/v3/go/common/workspace"
)

// Type is how a state names secrets that a key management service keeps.
const Type = "cloud"

// EditProjectStack would bring the settings of a stack in line with the secrets of its state.
func EditProjectStack(_ *workspace.ProjectStack, state json.RawMessage) error {
	return refuse(urlIn(state))
}

// NewCloudSecretsManagerFromState would read the secrets of a state.
func NewCloudSecretsManagerFromState(state json.RawMessage) (secrets.Manager, error) {
	return nil, refuse(urlIn(state))
}

// NewCloudSecretsManager would make or read the key of a stack.
func NewCloudSecretsManager(_ *workspace.ProjectStack, secretsProvider string, _ bool) (secrets.Manager, error) {
	return nil, refuse(secretsProvider)
}

func refuse(provider string) error {
	scheme, _, _ := strings.Cut(provider, "://")
	return lacking.Client("secrets under " + scheme + "://")
}

func urlIn(state json.RawMessage) string {
	var kept struct {
		URL string `json:"url"`
	}
	if err := json.Unmarshal(state, &kept); err != nil || kept.URL == "" {
		return "a key management service"
	}
	return kept.URL
}
