/** One requirement, in our own words under its official number. */
export interface Requirement {
    title: string;
    /** Why no guardrail covers it, and what does instead. */
    gap?: string;
    /** Files and folders of the repository that hold what covers it instead. */
    where?: readonly string[];
    /** Nothing covers it yet; `gap` then says what is missing. */
    open?: true;
}

export interface Framework {
    name: string;
    version: string;
    requirements: Readonly<Record<string, Requirement>>;
}
