import type { Need } from "../needs/need.ts";
import { statementsOf } from "../program/granted.ts";
import { type Program, text } from "../program/program.ts";
import { rolesOutside } from "./may.ts";

/** Actions that an endpoint of the network lets through though nobody inside calls them. */
export function idleWays(program: Program, needed: readonly Need[]): string[] {
    const outside = rolesOutside(program);
    const called = new Set(
        needed.filter(({ role, called }) => called && !outside.has(role)).map(({ action }) => action),
    );
    return program.ofType("aws:ec2/vpcEndpoint:VpcEndpoint").flatMap(({ name, props }) =>
        statementsOf(text(props, "policy"))
            .flatMap(({ Action }) => [Action].flat())
            .filter((action) => !called.has(action))
            .map((action) => `the endpoint ${name} lets ${action} through, and nothing in the network calls it`),
    );
}
