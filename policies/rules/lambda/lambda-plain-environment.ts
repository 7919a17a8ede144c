import { oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import { FUNCTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Variables by which the runtime would trust anybody's certificate, or load what no guardrail saw. */
const LOOSENING: Readonly<Record<string, RegExp>> = {
    NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
    PYTHONHTTPSVERIFY: /^0$/,
    NODE_OPTIONS: /--(inspect|tls-min-v1\.[01]|tls-cipher-list|openssl-(legacy|shared)|use-openssl-ca|insecure)/,
    NODE_EXTRA_CA_CERTS: /./,
    SSL_CERT_FILE: /./,
    SSL_CERT_DIR: /./,
    AWS_CA_BUNDLE: /./,
    REQUESTS_CA_BUNDLE: /./,
    LD_PRELOAD: /./,
    AWS_ACCESS_KEY_ID: /./,
    POWERTOOLS_LOGGER_LOG_EVENT: /^(true|1|y|yes|t|on)$/i,
    POWERTOOLS_DEV: /^(true|1|y|yes|t|on)$/i,
};
const PROXY = /^(https?|all|ftp)_proxy$/i;

export const lambdaPlainEnvironment: ResourceRule = {
    name: "lambda-plain-environment",
    scope: "resource",
    why: "One variable makes a function believe any certificate, speak through a stranger, or log what it was sent.",
    severity: "high",
    controls: ["pci:4.2.1", "pci:2.2.1", "nist:SC-8", "nist:CM-6", "iso:A.8.9"],
    fix: `Leave the variable out; a proxy of the bank stands with a reason in hosts of ${TRUSTED}`,
    types: [FUNCTION],
    check(fn, judge) {
        const variables = fn.at("environment.variables");
        for (const name of variables.keys()) {
            judge(variables.named(name), (value) => {
                const text = value.text() ?? "";
                if (LOOSENING[name]?.test(text)) return "loosens what the runtime checks or hides";
                if (!PROXY.test(name) || text === "") return undefined;
                const host = text
                    .replace(/^[\w+]+:\/\//, "")
                    .replace(/^.*@/, "")
                    .replace(/[:/].*$/, "")
                    .toLowerCase();
                return oursOf(fn)?.hosts.has(host) === false ? `leads to ${host}, none of our hosts` : undefined;
            });
        }
    },
};
