import { Config, RunError } from "@pulumi/pulumi";
import * as z from "zod/mini";
import { faultsIn, tell } from "../../stacks/fault.ts";
import { settingsOf } from "../../stacks/settings-of.ts";
import type { StateBackendArgs } from "./state-backend.ts";

/** A state that a bad update wrote over is noticed within weeks; auditors ask for a year. */
const OLDER_VERSION_DAYS = 400;

const account = "a list of exactly one AWS account, 12 digits in quotes";
const region = "an AWS region such as eu-west-1";

const StackConfiguration = z.strictObject({
    "aws:region": z.string({ error: region }).check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: region })),
    "aws:allowedAccountIds": z.tuple([z.string({ error: account }).check(z.regex(/^\d{12}$/, { error: account }))], {
        error: account,
    }),
});

/** What the state backend of a stack is made from; all faults of its configuration come together. */
export function bootstrapConfiguration(stack: string): StateBackendArgs {
    const { tags, retention } = settingsOf(stack);
    const aws = new Config("aws");
    const written = { "aws:region": aws.get("region"), "aws:allowedAccountIds": list(aws.get("allowedAccountIds")) };
    const faults = faultsIn(StackConfiguration, written).map(tell);
    if (faults.length > 0) throw new RunError([`In infra/bootstrap/Pulumi.${stack}.yaml:`, ...faults].join("\n  "));
    const checked = StackConfiguration.parse(written);
    return {
        accountId: checked["aws:allowedAccountIds"][0],
        region: checked["aws:region"],
        olderVersionDays: OLDER_VERSION_DAYS,
        accessLogDays: retention.accessLogDays,
        tags: { environment: stack, ...tags },
    };
}

/** Pulumi hands lists over as JSON text. */
function list(text: string | undefined): unknown {
    try {
        return text === undefined ? undefined : JSON.parse(text);
    } catch {
        return text;
    }
}
