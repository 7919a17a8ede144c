import { FEDERATED_CREDENTIAL } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Entra takes this one only; it is the same for every tenant, so issuer and subject say who is meant. */
const AUDIENCE = "api://AzureADTokenExchange";
/** Who signs the tokens of one AWS account; its id is in no other account's. */
const ISSUER = /^https:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tokens\.sts\.global\.api\.aws$/;
/** Who signs the tokens of every repository on GitHub; only the subject tells ours from others'. */
const GITHUB = "https://token.actions.githubusercontent.com";
const ONE_ROLE = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const ONE_KIND_OF_RUN =
    /^repo:[\w-]+(@\d+)?\/[\w.-]+(@\d+)?:(pull_request|ref:refs\/heads\/[\w./-]+|environment:[\w-]+)$/;

export const azureFederationPinned: ResourceRule = {
    name: "azure-federation-pinned",
    scope: "resource",
    why: "Who can get a token that fits a federated credential is that identity; every account of AWS can get tokens.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "iso:A.5.18"],
    fix: "Name the account's own issuer and one role, or GitHub and one kind of run, and Entra's one audience",
    types: [FEDERATED_CREDENTIAL],
    check(credential, judge) {
        const byGitHub = credential.at("issuer").text() === GITHUB;
        judge(credential.at("issuer"), (issuer) =>
            byGitHub || ISSUER.test(issuer.text() ?? "") ? undefined : "is not the issuer of one AWS account",
        );
        judge(credential.at("subject"), (subject) => {
            const name = subject.text() ?? "";
            if (byGitHub) return ONE_KIND_OF_RUN.test(name) ? undefined : "is not one kind of run of one repository";
            return ONE_ROLE.test(name) ? undefined : "is not one role of AWS";
        });
        judge(credential.at("audiences"), (audiences) => {
            const all = audiences.texts();
            return all.length === 1 && all[0] === AUDIENCE ? undefined : `is not ${AUDIENCE} alone`;
        });
    },
};
