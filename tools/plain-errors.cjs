// Loaded into every Node that the engine starts: shows errors without colours.
//
// Node before the fix of nodejs/node#64011 (all of 20.19.6 to 20.20.2, among others) loops for ever when it colours an
// error with a stack line that ends within `node_modules/`. The source maps of the Pulumi SDK name such files, and the
// SDK colours each error of a program or a policy pack: without this, a refused setting would hang instead of failing.
const util = require("node:util");

util.inspect = new Proxy(util.inspect, {
    apply(inspect, self, [value, options, ...rest]) {
        const coloured = typeof options === "object" && options !== null && options.colors === true;
        const plain = coloured && util.types.isNativeError(value) ? { ...options, colors: false } : options;
        return Reflect.apply(inspect, self, [value, plain, ...rest]);
    },
});
