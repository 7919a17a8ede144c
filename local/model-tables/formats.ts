import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Patterns by the name that a schema gives a format: `AWS::EC2::VPC.Id`. */
export type Formats = Readonly<Record<string, string>>;

const ARN_PREFIX = "^arn:[a-z0-9-]+:";
/** Of an address with its mask; whether bits stand behind the mask is a check of its own. */
const NETWORK = "^\\d{1,3}(\\.\\d{1,3}){3}/([0-9]|[12][0-9]|3[0-2])$";

/** The formats that cfn-lint knows are classes of its own, of which only name and pattern are read. */
export function formatsOf(folder: string): Formats {
    const found = readdirSync(folder).flatMap((file): [string, string][] => {
        const text = file.endsWith(".py") ? readFileSync(join(folder, file), "utf8") : "";
        const [, name] = /format="([^"]+)"/.exec(text) ?? [];
        const [, prefix, pattern] = /pattern=\s*(self\.ARN_PREFIX \+ )?r"([^"]+)"/.exec(text) ?? [];
        return name === undefined || pattern === undefined ? [] : [[name, `${prefix ? ARN_PREFIX : ""}${pattern}`]];
    });
    return { ...Object.fromEntries(found), "ipv4-network": NETWORK };
}
