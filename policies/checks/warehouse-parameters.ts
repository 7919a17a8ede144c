import type { Resource } from "../core/resource.ts";

/** Value of a parameter of the database, where the program sets it. */
export function parameterOf(workgroup: Resource, key: string): string | undefined {
    const parameters = workgroup.at("configParameters").items();
    return parameters
        .find((parameter) => parameter.at("parameterKey").text() === key)
        ?.at("parameterValue")
        .text();
}
