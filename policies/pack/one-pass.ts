import type { Graph } from "../core/graph.ts";
import type { ResourceRecord } from "../core/resource.ts";
import { appliesTo, type ResourceRule, type Rule } from "../core/rule.ts";
import { graphOf, type Judged, judgeResource, judgeStack, resourceOf } from "../core/run-rule.ts";
import { EXCEPTIONS_RULE } from "../exceptions/register.ts";
import { NOT_IN_STACK, NOT_OF_TYPE, type PackContext, type Report, reportFinding, reportJudged } from "./report.ts";

/** What the guardrails say: what they found, and which of them had nothing to judge. */
export interface Answer {
    found: Report[];
    notApplicable: readonly NotApplicable[];
}

export interface NotApplicable {
    rule: string;
    reason: string;
}

/**
 * The same rules as the policies of `compile`, over one resource or one graph at a time: each resource is read once, and
 * a rule that is not about its type is not asked. The policy SDK's own server reads each resource anew for each rule.
 */
export class OnePass {
    private readonly rules: readonly Rule[];
    private readonly context: PackContext;
    private readonly byType = new Map<string, { rules: ResourceRule[]; others: NotApplicable[] }>();
    private disabled: ReadonlySet<string> = new Set();

    constructor(rules: readonly Rule[], context: PackContext) {
        this.rules = rules;
        this.context = context;
    }

    /** Rules that the engine's configuration of the pack switches off. */
    disable(names: ReadonlySet<string>): void {
        this.disabled = names;
        this.byType.clear();
    }

    resource(record: ResourceRecord): Answer {
        const resource = resourceOf(record);
        const { rules, others } = this.about(resource.type);
        const found = rules.flatMap((rule) => {
            const judged = this.guarded(rule.name, () => judgeResource(rule, resource));
            return judged ? reportJudged(rule, judged, this.context) : [];
        });
        return { found, notApplicable: others };
    }

    stack(records: readonly ResourceRecord[]): Answer {
        const graph = graphOf(records);
        const answer = { found: [] as Report[], notApplicable: [] as NotApplicable[] };
        for (const rule of this.rules) {
            if (rule.scope !== "stack" || this.disabled.has(rule.name)) continue;
            const judged: Judged[] = this.guarded(rule.name, () => judgeStack(rule, graph));
            if (judged.length === 0) answer.notApplicable.push({ rule: rule.name, reason: NOT_IN_STACK });
            for (const one of judged) answer.found.push(...reportJudged(rule, one, this.context));
        }
        if (!this.disabled.has(EXCEPTIONS_RULE)) answer.found.push(...this.exceptions(graph));
        return answer;
    }

    /** They come last, when each use of one is known. */
    private exceptions(graph: Graph): Report[] {
        return this.context.exceptions
            .findings(graph.resources[0])
            .map((finding) => reportFinding(finding, "mandatory"));
    }

    private about(type: string): { rules: ResourceRule[]; others: NotApplicable[] } {
        let about = this.byType.get(type);
        if (about) return about;
        about = { rules: [], others: [] };
        for (const rule of this.rules) {
            if (rule.scope !== "resource" || this.disabled.has(rule.name)) continue;
            if (appliesTo(rule, type)) about.rules.push(rule);
            else about.others.push({ rule: rule.name, reason: NOT_OF_TYPE });
        }
        this.byType.set(type, about);
        return about;
    }

    /** A fault of a rule names the rule. */
    private guarded<T>(rule: string, work: () => T): T {
        try {
            return work();
        } catch (error) {
            const reason = error instanceof Error ? error.stack : String(error);
            throw new Error(`Error validating resource with policy '${rule}':\n${reason}`);
        }
    }
}
