import { Store } from "../store/store.ts";
import { parseUrn } from "../store/urn.ts";
import type { Properties } from "../store/value.ts";
import type { Failure } from "./checks/check.ts";
import type { Cloud } from "./cloud.ts";
import type { Component } from "./components/component.ts";
import type { LiveServices } from "./live/live-services.ts";
import type { TypeTable } from "./types/definition.ts";

export type Invoke = (args: Properties, cloud: Cloud) => Properties;

/** A stand-in for one provider package. */
export interface ProviderPackage {
    readonly name: string;
    readonly types: TypeTable;
    readonly invokes: Readonly<Record<string, Invoke>>;
    /** Components whose code is in the provider, and the package that their children are of. */
    readonly components?: Readonly<Record<string, Component>>;
    readonly componentsOf?: string;
    /** What the real provider would refuse in this configuration. */
    readonly checkConfig: (config: Properties) => Failure[];
    readonly cloud: (config: Properties) => Cloud;
}

/** What one run of a provider works with. */
export interface Session {
    readonly provider: ProviderPackage;
    /** Version of the installed SDK, which the engine expects of its provider. */
    readonly version: string;
    /** Version of the SDK that the children of its components are of; empty without components. */
    readonly childVersion: string;
    readonly storeRoot: string;
    readonly live: LiveServices;
    /** Set by `configure`. */
    cloud: Cloud;
}

export function storeOf(session: Session, urn: string): Store {
    return new Store(session.storeRoot, parseUrn(urn).stack);
}
