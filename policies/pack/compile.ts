import type {
    Policies,
    PolicyProviderResource,
    PolicyResource,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";
import type { Graph } from "../core/graph.ts";
import type { ResourceRecord } from "../core/resource.ts";
import type { ResourceRule, Rule, StackRule } from "../core/rule.ts";
import { graphOf, judgeResource, judgeStack, resourceOf } from "../core/run-rule.ts";
import { EXCEPTIONS_RULE } from "../exceptions/register.ts";
import { describeRule } from "./describe-rule.ts";
import { NOT_IN_STACK, NOT_OF_TYPE, type PackContext, type Report, reportFinding, reportJudged } from "./report.ts";

/**
 * The rules as CrossGuard policies, and one more that reports what is wrong with the exceptions themselves. `OnePass`
 * answers the engine in their place; whoever asks the policies themselves gets the same answers.
 */
export function compile(rules: readonly Rule[], context: PackContext): Policies {
    const graphs = new SharedGraph();
    return [
        ...rules.map((rule) =>
            rule.scope === "stack" ? stackPolicy(rule, context, graphs) : resourcePolicy(rule, context),
        ),
        exceptionsPolicy(context, graphs),
    ];
}

function resourcePolicy(rule: ResourceRule, context: PackContext): ResourceValidationPolicy {
    const validateResource = (args: ResourceValidationArgs, report: ReportViolation) => {
        const judged = judgeResource(rule, resourceOf(resourceRecord(args)));
        if (!judged) args.notApplicable(NOT_OF_TYPE);
        for (const one of reportJudged(rule, judged, context)) send(one, report);
    };
    // With this mark the SDK skips resources of other types without reading them.
    const only = onlyType(rule);
    return {
        ...describeRule(rule),
        validateResource:
            only === undefined ? validateResource : Object.assign(validateResource, { __pulumiType: only }),
    };
}

function stackPolicy(rule: StackRule, context: PackContext, graphs: SharedGraph): StackValidationPolicy {
    return {
        ...describeRule(rule),
        validateStack: ({ resources, notApplicable }, report) => {
            const judged = judgeStack(rule, graphs.of(resources));
            if (judged.length === 0) notApplicable(NOT_IN_STACK);
            for (const one of judged.flatMap((each) => reportJudged(rule, each, context))) send(one, report);
        },
    };
}

/** It comes last, when each use of an exception is known. */
function exceptionsPolicy({ exceptions }: PackContext, graphs: SharedGraph): StackValidationPolicy {
    return {
        name: EXCEPTIONS_RULE,
        description: "An exception that is malformed, expired or of no use hides what the bank really accepted.",
        severity: "high",
        enforcementLevel: "mandatory",
        remediationSteps: "Correct or remove the entry in policies/exceptions.yaml.",
        validateStack: ({ resources }, report) => {
            const [first] = graphs.of(resources).resources;
            graphs.forget();
            for (const finding of exceptions.findings(first)) send(reportFinding(finding, "mandatory"), report);
        },
    };
}

/**
 * Reports with a level for this one finding: the SDK takes an object, which its types do not tell, and the level in it
 * wins over the policy's.
 */
function send({ message, urn, level }: Report, report: ReportViolation): void {
    report({ message, urn, enforcementLevel: level } as unknown as string);
}

/** The SDK gives every policy its own copy of all resources; one graph serves all rules of a run. */
class SharedGraph {
    private graph: Graph | undefined;

    of(resources: readonly PolicyResource[]): Graph {
        this.graph ??= graphOf(resources.map(stackRecord));
        return this.graph;
    }

    forget(): void {
        this.graph = undefined;
    }
}

function resourceRecord({ urn, type, name, props, opts, provider }: ResourceValidationArgs): ResourceRecord {
    return { urn, type, name, props, opts: { protect: opts.protect }, ...providerOf(provider) };
}

function stackRecord({ urn, type, name, props, opts, provider, propertyDependencies }: PolicyResource): ResourceRecord {
    const dependencies = Object.entries(propertyDependencies).map(([property, on]) => [property, on.map((r) => r.urn)]);
    return {
        ...{ urn, type, name, props, opts: { protect: opts.protect }, ...providerOf(provider) },
        propertyDependencies: Object.fromEntries(dependencies),
    };
}

function providerOf(provider: PolicyProviderResource | undefined): Pick<ResourceRecord, "provider"> {
    return provider ? { provider: { type: provider.type, props: provider.props } } : {};
}

/** The one exact token of a rule, when no other form of the type exists. */
function onlyType({ types }: ResourceRule): string | undefined {
    const [type, ...others] = typeof types === "function" ? [] : types;
    const hasOtherForms = type === undefined || type.startsWith("azure-native:") || type.startsWith("aws:s3/");
    return others.length > 0 || hasOtherForms ? undefined : type;
}
