import { holdsRestricted } from "../../checks/held-to/restricted.ts";
import { ENDPOINT_CONFIGURATION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const CAPTURE = "dataCaptureConfig";

export const sagemakerCaptured: ResourceRule = {
    name: "sagemaker-captured",
    scope: "resource",
    why: "A regulator asks why the model decided as it did, and without its requests and answers nobody can say.",
    severity: "high",
    controls: ["pci:10.2.1", "nist:AU-2", "nist:AU-12", "iso:A.8.15"],
    fix: "Set dataCaptureConfig with enableCapture, a percentage above 0 and the capture of Input and Output",
    types: [ENDPOINT_CONFIGURATION],
    check(configuration, judge) {
        if (!holdsRestricted(configuration)) return;
        judge(configuration.at(`${CAPTURE}.enableCapture`), (on) => (on.flag() === true ? undefined : "is not on"));
        judge(configuration.at(`${CAPTURE}.initialSamplingPercentage`), (percent) =>
            (percent.number() ?? 0) > 0 ? undefined : "keeps nothing",
        );
        judge(configuration.at(`${CAPTURE}.captureOptions`), (options) => {
            const modes = options.items().map((option) => option.at("captureMode").text());
            const kept = modes.includes("InputAndOutput") || (modes.includes("Input") && modes.includes("Output"));
            return kept ? undefined : "does not keep both Input and Output";
        });
    },
};
