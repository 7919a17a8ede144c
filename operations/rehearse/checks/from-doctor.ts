import type { Finding } from "../../../tools/doctor/finding.mjs";
import { done, fails, left, type Outcome } from "../outcome.ts";

/** What the doctor found, as outcomes. `isLeft` says which failure only means that nobody can look from here. */
export function fromDoctor(
    findings: readonly Finding[],
    isLeft: (finding: Finding) => boolean = () => false,
): Outcome[] {
    return findings.map((finding) => {
        const { about, status, says, mend = [] } = finding;
        if (status !== "fails") return done(`${about}: ${says}`);
        if (isLeft(finding)) return left(`${about}: ${says}`, mend.join("\n"));
        return fails(`${about}:`, says, mend.join("\n"));
    });
}
