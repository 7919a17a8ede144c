/** What a sentence of the README promises, by words that stand in it, and the test that fails when it stops being true. */
export const PROMISES: readonly (readonly [words: string, file: string, test: string])[] = [
    [
        "refuses any change that breaks a compliance guardrail",
        "test/e2e/guarded.test.ts",
        "is refused by a plain `npm run pulumi -- up`, which creates nothing",
    ],
    [
        "Every step retries, then parks what it cannot do, then alerts",
        "test/functions/park/handler.test.ts",
        "puts dead letters into the bucket, tells of them, and asks for none again",
    ],
    ["Nothing is dropped", "test/e2e/platform.test.ts", "accounts for everything that came in"],
    ["the sums are checked by identity", "test/e2e/platform.test.ts", "knows of each file apart what became of it"],
    [
        "`dev` and `prod` need the official CLI",
        "test/tools/setup/engine/choose.test.ts",
        "builds with our files in place of the clients of clouds, and leaves their source nowhere",
    ],
    ["has each scored by the", "test/e2e/platform.test.ts", "scores every transaction by the model"],
    [
        "answers with what became of that file",
        "test/operations/start/file-fates.test.ts",
        "is what was scored, refused and known before, and why it could not be read",
    ],
    [
        "from which the next model learns",
        "test/e2e/platform.test.ts",
        "shows a fraud in the console as it comes in, with its explanation, and learns from what is decided there",
    ],
    [
        "see the guardrails' answer at each save",
        "test/operations/guard/watch.test.ts",
        "shows what a saved file breaks, at the line that constructs it, and clears it when it is mended",
    ],
    ["under every guardrail, without credentials", "test/e2e/commands.test.ts", "offline, without a finding"],
    ["what no guardrail covers", "test/operations/controls/document.test.ts", "has every control and every rule"],
    [
        "without state and credentials",
        "test/operations/against/failures.test.ts",
        "of a fork finds no credentials, and is compared all the same",
    ],
    ["never without the guardrails", "test/tools/pulumi/arguments.test.ts", "cannot be got around: pulumi"],
    [
        "deletes nothing without `--delete`",
        "test/operations/retention/end.test.ts",
        "deletes nothing unless it is told to",
    ],
    [
        "changes nothing without `--send`",
        "test/operations/replay/replay-parked.test.ts",
        "shows what is parked, by queue and cause, and changes nothing unless told to",
    ],
    [
        "`--yes`, which passes no guardrail",
        "test/e2e/up.test.ts",
        "refuses queues without a customer-managed key, which --yes does not pass",
    ],
    [
        "compares the working tree with where it branched off",
        "test/operations/against/failures.test.ts",
        "is compared with where it branched off, not with what others merged since",
    ],
    [
        "writes its report whatever happens",
        "test/operations/against/failures.test.ts",
        "whose program throws gets a report that says so and where to look",
    ],
    [
        "take nothing that could switch a guardrail off",
        "test/tools/pulumi/arguments.test.ts",
        "cannot be got around: pulumi",
    ],
    [
        "so they have nothing to check",
        "test/tools/pulumi/arguments.test.ts",
        "are there already, or have nothing to check: pulumi",
    ],
    [
        "holds nobody up and changes nothing",
        "test/operations/drift/look/look.test.ts",
        "sees everything of a clean stack, changes nothing and takes no lock",
    ],
    [
        "a failure to look is never 0",
        "test/operations/drift/report.test.ts",
        "ends with 1 where it could not look, and never with 0",
    ],
    ["0 nothing differs", "test/operations/drift/report.test.ts", "ends with 0 where nothing differs"],
    ["needs nothing but Node", "test/tools/run/help.test.ts", "in a fresh clone, and leaves it as it was"],
    [
        "every alarm fires, reaches its subscriber and clears",
        "test/operations/proof/alarms.test.ts",
        "and its subscriber is told of both",
    ],
    [
        "no role has a permission too many or too few",
        "test/operations/proof/least-privilege/faults.test.ts",
        "is found: a permission that nobody needs, and one that is wider than anybody needs",
    ],
    [
        "killed at any time, leaves nothing and recovers",
        "test/e2e/killed.test.ts",
        "comes up again out of what that left, says what to do when its engine is killed, and then leaves nothing",
    ],
    [
        "nothing is lost or done twice, whatever fails",
        "test/operations/proof/conservation/conservation.test.ts",
        "again, once, and after replays each transaction scored and loaded",
    ],
];

/** What makes a sentence a promise. */
export const PROMISING = /\b(?:never|nothing|nobody|refuses|always|whatever|cannot|without|passes no|every)\b/i;
