import type { Framework, Requirement } from "./framework.ts";
import { iso27001 } from "./iso-27001.ts";
import { nist80053 } from "./nist-800-53.ts";
import { pciDss } from "./pci-dss.ts";
import { soxItgc } from "./sox-itgc.ts";

export const frameworks = {
    iso: iso27001,
    nist: nist80053,
    pci: pciDss,
    sox: soxItgc,
} as const satisfies Record<string, Framework>;

type FrameworkId = keyof typeof frameworks;

/** A requirement by framework and official number, such as `pci:3.5.1`. */
export type ControlId = {
    [F in FrameworkId]: `${F}:${keyof (typeof frameworks)[F]["requirements"] & string}`;
}[FrameworkId];

export interface Control extends Requirement {
    framework: FrameworkId;
    number: string;
}

/** Every requirement that the platform answers for, by its id. */
export const controls: Readonly<Record<string, Control>> = Object.fromEntries(
    (Object.entries(frameworks) as [FrameworkId, Framework][]).flatMap(([framework, { requirements }]) =>
        Object.entries(requirements).map(([number, requirement]) => [
            `${framework}:${number}`,
            { framework, number, ...requirement },
        ]),
    ),
);
