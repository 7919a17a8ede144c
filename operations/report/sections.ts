import type { Permission } from "../changes/dangers/danger.ts";
import type { EnvironmentReport, ReportedFinding } from "../preview/environment.ts";
import { exceptionsUsed } from "../preview/exceptions-used.ts";
import { withStatus } from "../preview/report.ts";
import { changeSections } from "./change-sections.ts";
import { costSection } from "./cost-section.ts";
import { code, type Line, line, lineOf, type Section } from "./line.ts";

/** Everything that a report says of an environment, what is dangerous first. Sections without a line are left out. */
export function sectionsOf(report: EnvironmentReport): Section[] {
    const { dangers, errors, advice, notes } = report;
    const plain = dangers.data.map(({ severity, resource, what }) =>
        lineOf([`${severity}: `, code(resource), ` ${what}`]),
    );
    const opened = dangers.exposure.map(({ severity, resource, what }) =>
        lineOf([`${severity}: `, code(resource), ` ${what}`]),
    );
    const sections: Section[] = [
        {
            title: "It could not be previewed",
            rank: 0,
            lines: [...errors.map((error) => lineOf([code(error)])), ...advice.map((text) => line(`→ ${text}`))],
        },
        { title: "What the comparison lacks", rank: 1, lines: notes.map((note) => line(note)) },
        { title: "Data deleted, replaced or kept for less", rank: 2, lines: plain },
        { title: "Permissions gained", rank: 4, lines: dangers.permissions.map(permissionLine) },
        { title: "Exposure gained", rank: 3, lines: opened },
        { title: "Guardrails broken", rank: 2, lines: withStatus(report, "violation").map(findingLine) },
        { title: "Inconclusive", rank: 5, lines: withStatus(report, "inconclusive").map(findingLine) },
        { title: "Exceptions used", rank: 6, lines: exceptionLines(report) },
        ...changeSections(report),
        costSection(report),
        { title: "What depends on what is touched", rank: 9, isFolded: true, lines: reachLines(report) },
    ];
    return sections.filter(({ lines }) => lines.length > 0);
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

/** Findings that were there before come last: this change did not bring them. */
function findingLine(finding: ReportedFinding): Line {
    const { rule, severity, urn, property, message, place, isOld } = finding;
    const about = urn.split("::").slice(-2).join("::").split("$").at(-1) ?? urn;
    const where = place === undefined ? [] : [lineOf(["at ", code(`${place.file}:${place.line}:${place.column}`)])];
    return lineOf(
        [
            code(rule),
            ` (${severity}${isOld ? ", was there before" : ""}) `,
            code(about),
            property === "" ? "" : " ",
        ].concat(property === "" ? [] : [code(property)]),
        [line(message), ...where],
    );
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
            [lineOf(["directly ", code(direct.join(", "))])],
        ),
    );
}
