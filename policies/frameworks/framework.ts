/** One requirement, in our own words under its official number. */
export interface Requirement {
    title: string;
    /** Why no guardrail covers it, and what does instead. */
    gap?: string;
}

export interface Framework {
    name: string;
    version: string;
    requirements: Readonly<Record<string, Requirement>>;
}
