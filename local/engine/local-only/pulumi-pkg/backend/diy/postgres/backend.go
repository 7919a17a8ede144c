// Package postgres stands where the client of postgres:// would be.
package postgres

import "gocloud.dev/lacking"

// PostgresScheme is the scheme of the state that is refused.
const PostgresScheme = "postgres"

func init() { lacking.RegisterState(PostgresScheme) }
