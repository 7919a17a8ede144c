/**
 * Settings of the database. All that Redshift Serverless has, because it reports all of them, and a list that differs
 * from the program's would show as a change each time.
 */
export function parameters(longestQuerySeconds: number): { parameterKey: string; parameterValue: string }[] {
    const values: Record<string, string> = {
        auto_mv: "true",
        datestyle: "ISO, MDY",
        enable_case_sensitive_identifier: "false",
        // Each statement goes to the audit log.
        enable_user_activity_logging: "true",
        max_query_execution_time: String(longestQuerySeconds),
        query_group: "default",
        require_ssl: "true",
        search_path: "$user, public",
        use_fips_ssl: "false",
    };
    return Object.entries(values).map(([parameterKey, parameterValue]) => ({ parameterKey, parameterValue }));
}
