import { FUNCTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Runtimes that AWS still patches. */
const SUPPORTED = ["nodejs22.x", "nodejs24.x", "python3.12", "python3.13", "python3.14", "provided.al2023"];

export const lambdaSupportedRuntime: ResourceRule = {
    name: "lambda-supported-runtime",
    scope: "resource",
    why: "A runtime past its end gets no security patches any more.",
    severity: "high",
    controls: ["pci:6.3.3", "nist:SA-22", "iso:A.8.8"],
    fix: `Set runtime to one of ${SUPPORTED.join(", ")}`,
    types: [FUNCTION],
    check(fn, judge) {
        judge(fn.at("runtime"), (value) => {
            if (fn.at("packageType").text() === "Image") return "comes in an image, whose patches nobody here follows";
            const runtime = value.text();
            if (runtime === undefined) return "is not set";
            return SUPPORTED.includes(runtime) ? undefined : `is ${runtime}, which is not among the supported ones`;
        });
    },
};
