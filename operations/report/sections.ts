import { localStack } from "../../tools/pulumi/stacks.mjs";
import type { Danger, Permission } from "../changes/dangers/danger.ts";
import { groupBy } from "../cli/group-by.ts";
import type { EnvironmentReport, ReportedFinding } from "../preview/environment.ts";
import { exceptionsUsed } from "../preview/exceptions-used.ts";
import { type Finding, withStatus } from "../preview/report.ts";
import { changeSections } from "./change-sections.ts";
import { costSection } from "./cost-section.ts";
import { code, type Line, line, lineOf, type Piece, type Section } from "./line.ts";

/** Everything that a report says of an environment, what is dangerous first. Sections without a line are left out. */
export function sectionsOf(report: EnvironmentReport): Section[] {
    const { dangers, errors, advice, notes } = report;
    const sections: Section[] = [
        {
            title: "It could not be previewed",
            rank: 0,
            lines: [...errors.map((error) => lineOf([code(error)])), ...advice.map((text) => line(`→ ${text}`))],
        },
        { title: "What the comparison lacks", rank: 1, lines: notes.map((note) => line(note)) },
        { title: "Data deleted, replaced or kept for less", rank: 2, lines: dangerLines(dangers.data) },
        { title: "Permissions gained", rank: 4, lines: dangers.permissions.map(permissionLine) },
        { title: "Exposure gained", rank: 3, lines: dangerLines(dangers.exposure) },
        { title: "Guardrails broken", rank: 2, lines: findingLines(report, "violation") },
        { title: "Inconclusive", rank: 5, lines: findingLines(report, "inconclusive") },
        { title: "Exceptions used", rank: 6, lines: exceptionLines(report) },
        // A preview that failed knows a part, which would pass for the whole.
        ...(errors.length > 0 ? [] : consequences(report)),
    ];
    return sections.filter(({ lines }) => lines.length > 0);
}

function consequences(report: EnvironmentReport): Section[] {
    return [
        ...changeSections(report),
        // What runs on a laptop is on nobody's bill.
        ...(report.stack === localStack ? [] : [costSection(report)]),
        { title: "What depends on what is touched", rank: 9, isFolded: true, lines: reachLines(report) },
    ];
}

function permissionLine({ severity, principal, actions, on, conditions, how }: Permission): Line {
    const may = {
        allowed: " may now ",
        "no longer denied": " is no longer denied ",
        "within the limit": " may now be allowed ",
    };
    const when = conditions.length > 0 ? [" when ", code(conditions.join(" and "))] : [];
    return lineOf([`${severity}: `, code(principal), may[how], code(actions.join(", ")), " on ", code(on), ...when]);
}

/** What is the same about several resources is told once. */
function dangerLines(dangers: readonly Danger[]): Line[] {
    return [...groupBy(dangers, ({ severity, what }) => `${severity} ${what}`).values()].map((same) => {
        const [{ severity, what, resource }] = same as [Danger];
        if (same.length === 1) return lineOf([`${severity}: `, code(resource), ` ${what}`]);
        return lineOf([`${severity}: ${what}`], [lineOf(listed(same.map((one) => one.resource)))]);
    });
}

/** The same finding about several resources is one entry; what was there before the change comes last. */
function findingLines(report: EnvironmentReport, status: Finding["status"]): Line[] {
    const findings = withStatus(report, status) as ReportedFinding[];
    const groups = groupBy(findings, ({ rule, property, message, isOld }) =>
        JSON.stringify([isOld ?? false, rule, property, message]),
    );
    const [old, fresh] = [true, false].map((was) =>
        [...groups.values()].filter(([one]) => (one?.isOld ?? false) === was),
    );
    return [...(fresh ?? []), ...(old ?? [])].map((same) => {
        const [{ rule, severity, property, message, isOld }] = same as [ReportedFinding];
        const head = [code(rule), ` (${severity}${isOld ? ", was there before" : ""}): `];
        const what = property === "" ? [message] : [code(property), ` ${message}`];
        return lineOf([...head, ...what], same.map(placeLine));
    });
}

function placeLine({ urn, place }: ReportedFinding): Line {
    const about = urn.split("::").slice(-2).join("::").split("$").at(-1) ?? urn;
    const where = place === undefined ? [] : [" at ", code(`${place.file}:${place.line}:${place.column}`)];
    return lineOf([code(about), ...where]);
}

function listed(names: readonly string[]): Piece[] {
    return names.flatMap((name, index) => [...(index === 0 ? [] : [", "]), code(name)]);
}

function exceptionLines({ findings }: EnvironmentReport): Line[] {
    return exceptionsUsed(findings).map(({ id, until, endsSoon, covers }) =>
        lineOf([
            code(id),
            ` covers ${covers} ${covers === 1 ? "finding" : "findings"} until ${until}`,
            endsSoon ? ": ends soon, so fix it or have it approved again" : "",
        ]),
    );
}

function reachLines({ reach }: EnvironmentReport): Line[] {
    return reach.map(({ resource, direct, total }) =>
        lineOf(
            [code(resource), `: ${total} ${total === 1 ? "resource depends" : "resources depend"} on it`],
            [lineOf(["directly ", ...listed(direct)])],
        ),
    );
}
