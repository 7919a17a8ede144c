import { join } from "node:path";
import type { Finding } from "../figure.ts";
import { asText, inTurn } from "../in-turn.ts";
import { GUARD, PREVIEW } from "../our-commands.ts";
import { previewedResources } from "../previewed-resources.ts";
import { bringPeers } from "./bring-peers.ts";
import { PEERS } from "./versions.ts";

/** What AWS's own toolkit takes for as many resources of like kinds with the packs of guardrails that it has. */
export async function benchCdk(): Promise<Finding[]> {
    const cwd = await bringPeers();
    const resources = await previewedResources("prod");
    const env = { ...process.env, RESOURCES: String(resources), CDK_DISABLE_VERSION_CHECK: "1", CI: "true" };
    const cli = join(cwd, "node_modules", "aws-cdk", "bin", "cdk");
    const args = [process.execPath, cli, "synth", "--quiet", "--app", `${process.execPath} cdk-app.mjs`];
    const { preview, guard, cdk } = await inTurn({ preview: PREVIEW, guard: GUARD, cdk: { args, cwd, env } });
    const peer = `CDK synth with cdk-nag's three packs, ${resources} resources`;
    return [
        {
            ratio: `offline preview of prod beside ${peer}`,
            value: preview.seconds / cdk.seconds,
            atMost: 0.8,
            why: WHY,
        },
        { ratio: `\`guard\` beside ${peer}`, value: guard.seconds / cdk.seconds },
        {
            what: `${peer} (aws-cdk-lib ${PEERS["aws-cdk-lib"]}, cdk-nag ${PEERS["cdk-nag"]})`,
            figure: asText(cdk),
            target: "",
        },
        { what: "the preview beside it", figure: asText(preview), target: "" },
        { what: "`guard` beside it", figure: asText(guard), target: "" },
    ];
}

const WHY =
    "the CDK answers out of one process; the engine starts eight, and asks program, providers and guardrails of each resource " +
    "by itself. Where that matters, `guard` gives the same answer in one process";

export const LEFT_OUT = [
    "`terraform plan` with checkov: AWS's provider for Terraform is a program that its own registry hands out, and the Go proxy did not serve its module, so it could not be brought as a package.",
];
