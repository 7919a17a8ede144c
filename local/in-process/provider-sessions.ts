import type { Answering } from "../providers/answers/answering.ts";
import { settingsIn } from "../providers/answers/settings.ts";
import type { Failure } from "../providers/checks/check.ts";
import { packages } from "../providers/packages/index.ts";
import type { ProviderPackage } from "../providers/session.ts";
import type { Properties } from "../store/value.ts";
import { Refused } from "./refused.ts";
import { type Known, PLAIN, type Wanted } from "./resources.ts";

export interface ProviderSession extends Answering {
    readonly urn: string;
}

/** Which provider is asked about which resource: the default one of its package and version, or an explicit one. */
export class ProviderSessions {
    private readonly config: Readonly<Record<string, string>>;
    private readonly register: (wanted: Wanted) => Known;
    private readonly sessions = new Map<string, ProviderSession>();
    private readonly refused = new Set<string>();
    private readonly defaults = new Map<string, ProviderSession>();

    constructor(config: Readonly<Record<string, string>>, register: (wanted: Wanted) => Known) {
        this.config = config;
        this.register = register;
    }

    /** Sets up the provider that is this resource; says what its real one would refuse in the configuration. */
    configure(urn: string, type: string, inputs: Properties): Failure[] {
        const provider = packageNamed(type.split(":")[2] ?? "");
        const settings = settingsIn(inputs);
        this.sessions.set(urn, { urn, provider, cloud: provider.cloud(settings) });
        return provider.checkConfig(settings);
    }

    /** The provider of a resource; a child of a component inherits the one of its package. */
    for({ type, providerReference, version }: Wanted, parent: Known | undefined): ProviderSession {
        const name = type.split(":")[0] ?? "";
        return this.find(name, providerReference || parent?.providers[name] || inherited(name, parent), version);
    }

    /** The provider with this reference, or the default one of the package where there is none. */
    find(name: string, reference: string, version: string): ProviderSession {
        if (reference === "") return this.default(name, version);
        const urn = reference.slice(0, reference.lastIndexOf("::"));
        const session = this.sessions.get(urn);
        if (session === undefined) throw new Error(`unknown provider '${reference}'`);
        return session;
    }

    private default(name: string, version: string): ProviderSession {
        const key = `${name} ${version}`;
        const present = this.defaults.get(key);
        if (present !== undefined) return present;
        // Said once already, of the first resource that needed it.
        if (this.refused.has(key)) throw new Refused([]);
        this.refused.add(key);
        const { urn } = this.register({
            ...PLAIN,
            type: `pulumi:providers:${name}`,
            name: version === "" ? "default" : `default_${version.replace(/[.+-]/g, "_")}`,
            parent: "",
            custom: true,
            inputs: { ...this.configOf(name), ...(version !== "" && { version }) },
        });
        const session = this.find(name, `${urn}::`, version);
        this.defaults.set(key, session);
        this.refused.delete(key);
        return session;
    }

    private configOf(name: string): Record<string, string> {
        const own = Object.entries(this.config).filter(([key]) => key.startsWith(`${name}:`));
        return Object.fromEntries(own.map(([key, value]) => [key.slice(name.length + 1), value]));
    }
}

/** A resource below another of the same package uses the same provider. */
function inherited(name: string, parent: Known | undefined): string {
    const above = parent?.provider ?? "";
    return above.includes(`::pulumi:providers:${name}::`) ? `${above}::` : "";
}

function packageNamed(name: string): ProviderPackage {
    const provider = packages[name];
    if (provider !== undefined) return provider;
    throw new Refused([`the local cloud has no stand-in for the provider ${name}: add it to local/providers/packages`]);
}
