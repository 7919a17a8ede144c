/** One requirement, in our own words under its official number. Rules name it; this says the rest of the truth. */
export interface Requirement {
    title: string;
    /** What covers it besides the guardrails, or in their place. */
    beside?: string;
    /** Files and folders of the repository that hold that. */
    where?: readonly string[];
    /** What of it nothing in this repository covers. */
    gap?: string;
}

export interface Framework {
    name: string;
    version: string;
    requirements: Readonly<Record<string, Requirement>>;
}
