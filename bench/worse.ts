import { type Finding, isRatio, type Ratio } from "./figure.ts";

/** More than this much worse is named: less is the noise of a machine. */
const TOLERATED = 0.1;

/**
 * The ratios that got worse by more than a tenth since an earlier page, one sentence each. Seconds are not compared, since
 * the page may come from another machine.
 */
export function worseThan(before: ReadonlyMap<string, number>, findings: readonly Finding[]): string[] {
    return findings.filter(isRatio).flatMap((finding) => {
        const was = before.get(finding.ratio);
        if (was === undefined) return [];
        const by = worsening(finding, was);
        if (by <= TOLERATED) return [];
        const percent = Number.isFinite(by) ? `${Math.round(by * 100)} %` : "all of it";
        return [`worse by ${percent}: ${finding.ratio} is ${finding.value.toFixed(2)}, and was ${was.toFixed(2)}`];
    });
}

/** Of two ratios the lower is better, unless the design asks for at least so much. */
function worsening({ value, atLeast }: Ratio, was: number): number {
    return atLeast === undefined ? value / was - 1 : was / value - 1;
}
