import { mendFor } from "../eligibility/setting.ts";
import type { PreviewReport } from "./report.ts";

/** What the engine and the clouds' clients say, and the one line that helps. The first that fits an error counts. */
const KNOWN: readonly (readonly [RegExp, (stack: string) => string])[] = [
    [/AWS Data Pipeline takes no new customers/, mendFor],
    [
        /engine was built for the stack local/,
        () => "Install the official Pulumi CLI (https://www.pulumi.com/docs/install/), or add --offline.",
    ],
    [/git is not installed/, () => "Install git, or preview without --against."],
    [
        /not a revision|not a git repository/i,
        () => "Fetch the revision first: git fetch origin, or actions/checkout with fetch-depth: 0.",
    ],
    [
        /passphrase|incorrect key|secrets provider|decrypt/i,
        (stack) =>
            `Let the engine open the secrets of ${stack} (rights on its key, PULUMI_CONFIG_PASSPHRASE), or add --offline.`,
    ],
    [
        /az login|AADSTS|azure.*(credential|authoriz)|subscription .*not found|ARM_/i,
        () => "Log in to Azure: az login, or OIDC in a workflow; or add --offline.",
    ],
    [
        /credential|ExpiredToken|InvalidClientTokenId|AccessDenied|not authorized|UnauthorizedOperation|sso|NoSuchBucket|s3:\/\/|failed to (open|load).*(bucket|backend)|could not (list|open) bucket/i,
        (stack) => `Log in to the account of ${stack}: aws sso login, or OIDC in a workflow; or add --offline.`,
    ],
    [
        /currently locked|the stack is .*lock/i,
        (stack) => `Wait for the other update, or end what it left: npm run pulumi -- cancel --stack ${stack}.`,
    ],
    [/pending.operations|interrupted/i, (stack) => `Tidy up first: npm run pulumi -- refresh --stack ${stack}.`],
    [
        /no (resource|language|analyzer) plugin|could not (find|load) plugin|plugin .*(not found|missing)|ENOENT.*pulumi|pulumi ENOENT/i,
        () => "Install what is missing: npm run setup, and npm run pulumi -- plugin install; or add --offline.",
    ],
    [
        /no such host|ECONNREFUSED|ENOTFOUND|i\/o timeout|dial tcp|network is unreachable/i,
        () => "Find out what keeps this machine from the network, or add --offline.",
    ],
];

/** The one line that says what to do about the errors of a preview; where nothing better is known, where to look. */
export function adviceFor({ errors, stack, offline }: Pick<PreviewReport, "errors" | "stack" | "offline">): string[] {
    if (errors.length === 0) return [];
    const known = errors
        .filter((error) => !isProgram(error))
        .flatMap((error) => KNOWN.find(([pattern]) => pattern.test(error))?.[1](stack) ?? []);
    const [line = `See the line that fails: npm run guard -- --stack ${stack}.`] = known;
    return [offline ? line.replace(/[;,] or add --offline\.$/, ".") : line];
}

/** An exception of the program may say anything, and no log-in helps. */
function isProgram(error: string): boolean {
    return /unhandled exception|Running program|has a problem:|\bTypeError\b|settings of /.test(error);
}
