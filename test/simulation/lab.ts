import { randomUUID } from "node:crypto";
import { createAuthority } from "../../infra/local/authority.ts";
import { type FunctionSpec, functionSpec } from "../../infra/local/functions/function-spec.ts";
import type { Authority } from "../../infra/local/parts.ts";
import { type LoadedAssembly, loadAssembly } from "../../infra/local/template.ts";
import { services } from "../../services/index.ts";
import { provide } from "../bed/provisions.ts";
import type { CodeVersion } from "./cloud/deployment.ts";
import { withoutStacks } from "./cloud/part-of-assembly.ts";
import { createPeople, type People } from "./cloud/people.ts";
import { createComparedDatabase } from "./database/compared-database.ts";
import { createMemoryDatabase, type Database } from "./database/memory-database.ts";
import { bundleEdited } from "./edited-bundles.ts";
import { type Code, loadBundle } from "./machine/code.ts";
import { olderCode } from "./older-code.ts";
import type { Variant } from "./variants.ts";

/** What all runs of a process share: nothing in it changes. */
export type Lab = {
  /** The app with these services and no others. */
  readonly assemblyOf: (names: readonly string[]) => LoadedAssembly;
  readonly authority: Authority;
  readonly specs: ReadonlyMap<string, FunctionSpec>;
  readonly codeOf: (spec: FunctionSpec, version: CodeVersion) => Code;
  /** To be awaited before older code is asked for: it is made on first demand. */
  readonly prepareOlder: () => Promise<void>;
  readonly people: People;
  /** An empty one; compared, everything asked of it is also asked of DynamoDB Local, and must be answered alike. */
  readonly openDatabase: (isCompared: boolean) => Promise<Database>;
  /** Virtual time at which every run begins: a Monday morning. */
  readonly startMs: number;
  /** The same with a mistake in the product. */
  readonly breaking: (variant: Variant) => Promise<Lab>;
};

const startMs = Date.parse("2026-03-02T08:00:00Z");

type Bundles = ReadonlyMap<string, Code>;

/** Code by function: the bundles given, and else those of the assembly. */
const codeFrom = (bundles: Bundles) => {
  const loaded = new Map<string, Code>();
  return ({ modulePath, name, variables }: FunctionSpec): Code => {
    const own = bundles.get(name.endsWith("-publisher") ? "publisher" : (variables.SERVICE ?? ""));
    const code = own ?? loaded.get(modulePath) ?? loadBundle(modulePath);
    loaded.set(modulePath, code);
    return code;
  };
};

const versions = (present: Bundles, makeOlder: () => Promise<Bundles>) => {
  const code = codeFrom(present);
  let older: Promise<void> | undefined;
  let olderFrom: ((spec: FunctionSpec) => Code) | undefined;
  return {
    prepareOlder: () => {
      older ??= makeOlder().then((bundles) => {
        olderFrom = codeFrom(bundles);
      });
      return older;
    },
    codeOf: (spec: FunctionSpec, version: CodeVersion): Code =>
      version === "older" && olderFrom !== undefined ? olderFrom(spec) : code(spec),
  };
};

const openDatabase: Lab["openDatabase"] = async (isCompared) => {
  if (!isCompared) return createMemoryDatabase();
  const { endpoint } = await provide("dynamodb");
  return createComparedDatabase(endpoint, randomUUID().replaceAll("-", ""));
};

/** A run's part of the app; the same parts come up again and again. */
const partsOf = (assembly: LoadedAssembly): Lab["assemblyOf"] => {
  const made = new Map<string, LoadedAssembly>();
  return (names) => {
    const key = names.join(" ");
    const left = services.filter(({ name }) => !names.includes(name)).map(({ name }) => `steward-${name}`);
    const part = made.get(key) ?? withoutStacks(assembly, new Set(left));
    made.set(key, part);
    return part;
  };
};

/** Opens the product as it is now for simulations. */
export const openLab = async (): Promise<Lab> => {
  const { directory } = await provide("assembly");
  const assembly = loadAssembly(directory);
  const [audience]: readonly string[] = assembly
    .ofType("AWS::ApiGatewayV2::Authorizer")
    .flatMap(({ properties }) => properties.JwtConfiguration?.Audience ?? []);
  const specs = assembly
    .ofType("AWS::Lambda::Function")
    .map((resource) => [resource.arn, functionSpec(assembly, resource)] as const);
  const common = {
    assemblyOf: partsOf(assembly),
    authority: createAuthority(assembly),
    specs: new Map(specs),
    people: await createPeople(audience, startMs),
    openDatabase,
    startMs,
  };
  const breaking = async ({ edits, isNew = false }: Variant): Promise<Lab> => ({
    ...common,
    ...versions(await bundleEdited(edits, services), () =>
      bundleEdited(isNew ? olderCode : [...olderCode, ...edits], services),
    ),
    breaking,
  });
  return { ...common, ...versions(new Map(), () => bundleEdited(olderCode, services)), breaking };
};
