import { type Ours, oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import { askedBy } from "../../checks/statements/narrowing.ts";
import { allowed } from "../../checks/statements/policy-document.ts";
import { API_AUTHORIZER, FEDERATED_CREDENTIAL, OIDC_PROVIDER, OUTBOUND_FEDERATION, ROLE } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { Judge } from "../../core/judge.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Who signs the tokens of one AWS account; only the account itself knows which account. */
const OF_AN_ACCOUNT = /\.tokens\.sts\.global\.api\.aws$/;
const REPOSITORY = /^repo:([^:]+):/;
const OF_A_ROLE = /^arn:aws[\w-]*:iam::(\d{12}):role\//;

export const federationOurs: StackRule = {
    name: "federation-ours",
    scope: "stack",
    why: "Who vouches for an identity decides who it is: another tenant, account or repository would be let in as ours.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "sox:404-access-2", "iso:A.5.17", "iso:A.5.18"],
    fix: `Name the issuer of this program, or one with a reason in ${TRUSTED}, and an identity of ours`,
    types: [API_AUTHORIZER, FEDERATED_CREDENTIAL, OIDC_PROVIDER, ROLE],
    check(resource, judge, graph) {
        const ours = oursOf(resource);
        if (!ours) return;
        if (resource.type === OIDC_PROVIDER) {
            judge(resource.at("url"), (url) => foreignIssuer(addressOf(url), ours));
            judge(resource.at("thumbprintLists"), (given) =>
                given.texts().length > 5 ? "names more certificates than an issuer has" : undefined,
            );
            return;
        }
        if (resource.type === ROLE) {
            judgeTrust(resource, judge, ours);
            return;
        }
        if (resource.type === API_AUTHORIZER) {
            judge(resource.at("jwtConfiguration.issuer"), (issuer) => foreignIssuer(issuer.text() ?? "", ours));
            return;
        }
        judge(resource.at("issuer"), (issuer) => {
            const address = issuer.text() ?? "";
            return OF_AN_ACCOUNT.test(address) && isMadeHere(address, graph) ? undefined : foreignIssuer(address, ours);
        });
        judge(resource.at("subject"), (subject) => foreignSubject(subject.text() ?? "", ours));
    },
};

function foreignIssuer(address: string, ours: Ours): string | undefined {
    return ours.issuers.has(address) ? undefined : `is ${address || "not set"}, none of our issuers`;
}

/** One provider of GitHub vouches for every repository there is; only the subject tells ours from others'. */
function judgeTrust(role: Resource, judge: Judge, ours: Ours): void {
    for (const statement of allowed(role.at("assumeRolePolicy"))) {
        judge(statement.at("Condition"), () => {
            const subjects = askedBy(statement)
                .filter(({ key }) => key.endsWith(":sub"))
                .flatMap(({ values }) => values)
                .filter((subject) => subject.startsWith("repo:"));
            return subjects.map((subject) => foreignSubject(subject, ours)).find((what) => what !== undefined);
        });
    }
}

/** AWS gives the address of a provider back without its beginning. */
function addressOf(url: Value): string {
    const text = url.text() ?? "";
    return text === "" || /^https?:/.test(text) ? text : `https://${text}`;
}

function isMadeHere(address: string, graph: Graph): boolean {
    return graph.ofType(OUTBOUND_FEDERATION).some((issuer) => issuer.at("issuerIdentifier").text() === address);
}

function foreignSubject(subject: string, ours: Ours): string | undefined {
    const [, repository] = REPOSITORY.exec(subject) ?? [];
    if (repository !== undefined) {
        return ours.repositories.has(repository) ? undefined : `is of ${repository}, no repository of ours`;
    }
    const [, account] = OF_A_ROLE.exec(subject) ?? [];
    if (account === undefined) return "is neither a role of AWS nor a run of a repository";
    return ours.accounts.has(account) ? undefined : `is of the account ${account}, none of ours`;
}
