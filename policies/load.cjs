// Without the preload of PulumiPolicy.yaml, as on an engine that does not know it, the SDK of the engine's runner is used.
require("../tools/bundles/load.cjs").load("policies/pack.ts", { besideSdk: true });
