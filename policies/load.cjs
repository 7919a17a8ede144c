require("../tools/lean-pulumi.cjs");
// Before tsx, which would look at each file of the SDK too.
require("@pulumi/policy");
require("tsx/cjs/api").register();
require("./pack.ts");
