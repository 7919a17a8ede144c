import { PolicyPack } from "@pulumi/policy";
import { loadExceptions } from "./exceptions/load-exceptions.ts";
import { compile } from "./pack/compile.ts";
import { OnePass } from "./pack/one-pass.ts";
import { Run } from "./pack/phase.ts";
import { answerInOnePass } from "./pack/serve.ts";
import { rules } from "./rules/index.ts";

const run = new Run();
run.listen();

// The engine runs a pack in its own folder, and the SDK reads the pack's version there too.
const exceptions = loadExceptions({ folder: process.cwd(), rules: rules.map(({ name }) => name) });

const context = { phase: () => run.phase(), exceptions };
answerInOnePass(new OnePass(rules, context));

new PolicyPack("compliance-guardrails", {
    description: "Guardrails of the compliance platform over AWS and Azure.",
    enforcementLevel: "mandatory",
    policies: compile(rules, context),
});
