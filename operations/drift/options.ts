import { parseArgs } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, localStack, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";
import { FORMATS, type Format } from "./formats/index.ts";

export interface DriftOptions {
    stack: string;
    format: Format;
    out: string[];
    history: string | undefined;
    topic: string | undefined;
    timeoutSeconds: number;
    undeployed: boolean;
    managedOnly: boolean;
}

export function driftOptions(args: string[]): DriftOptions {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            format: { type: "string", default: "text" },
            out: { type: "string", multiple: true, default: [] },
            history: { type: "string" },
            notify: { type: "string" },
            timeout: { type: "string", default: "1800" },
            undeployed: { type: "boolean", default: false },
            "managed-only": { type: "boolean", default: false },
        },
    });
    const { stack, out, history, notify: topic, undeployed } = values;
    const format = FORMATS.find((name) => name === values.format);
    if (format === undefined) throw new UserError(`Unknown format "${values.format}": choose ${FORMATS.join(", ")}.`);
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if (topic !== undefined && !/^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w.-]+$/.test(topic)) {
        throw new UserError(`--notify takes the ARN of an SNS topic, got "${topic}".`);
    }
    if (topic !== undefined && stack === localStack) {
        throw new UserError("The stack local has nobody to notify: leave --notify out.");
    }
    const timeoutSeconds = Number(values.timeout);
    if (!(timeoutSeconds >= 1 && timeoutSeconds <= 86_400)) {
        throw new UserError(`--timeout must be 1 to 86400 seconds, got "${values.timeout}".`);
    }
    return { stack, format, out, history, topic, timeoutSeconds, undeployed, managedOnly: values["managed-only"] };
}
