/** Why a stand-in must not run with this environment, or undefined when it may. */
export function refusalToRun(environment: NodeJS.ProcessEnv): string | undefined {
    const { COMPLIANCE_STAND_IN: marker, PULUMI_BACKEND_URL: backend = "" } = environment;
    if (marker === "1" && backend.startsWith("file://")) return undefined;
    const cause =
        marker !== "1"
            ? "COMPLIANCE_STAND_IN is not 1"
            : `the backend is ${backend === "" ? "not given" : backend.split(":")[0]}, not file://`;
    return (
        `this is the local cloud's stand-in, not the real provider, and it only works on local state: ${cause}. ` +
        "Use `npm run pulumi` or `npm run preview -- --offline`; for a real cloud take local/plugins off the PATH, and PULUMI_HOME away from .platform."
    );
}
