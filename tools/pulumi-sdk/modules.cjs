// What the bundle of Pulumi's SDK is made of; tools/bundles/pulumi-sdk.mjs lists it.
require("../wire/quick-structs.mjs").quickenStructs();
// @ts-expect-error
module.exports = require("modules of Pulumi's SDK");
