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
import { bundleEdited, type Edit } from "./edited-bundles.ts";
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
  /** To be awaited before code of these services is asked for: what is edited is bundled on first demand. */
  readonly prepare: (names: readonly string[], versions: readonly CodeVersion[]) => Promise<void>;
  readonly people: People;
  /** An empty one; compared, everything asked of it is also asked of DynamoDB Local, and must be answered alike. */
  readonly openDatabase: (isCompared: boolean) => Promise<Database>;
  /** Virtual time at which every run begins: a Monday morning. */
  readonly startMs: number;
  /** The same with a mistake in the product. */
  readonly breaking: (variant: Variant) => Lab;
};

const startMs = Date.parse("2026-03-02T08:00:00Z");

/** Code by function, from the files of the assembly. */
const assembledCode = () => {
  const loaded = new Map<string, Code>();
  return ({ modulePath }: FunctionSpec): Code => {
    const code = loaded.get(modulePath) ?? loadBundle(modulePath);
    loaded.set(modulePath, code);
    return code;
  };
};

/** Code by function, with edits: a run has few of the services, so each is bundled when the first run has it. */
const editedCode = (edits: readonly Edit[]) => {
  const bundles = new Map<string, Code>();
  return {
    prepare: async (names: readonly string[]): Promise<void> => {
      const missing = ["publisher", ...names].filter((name) => !bundles.has(name));
      if (missing.length === 0) return;
      for (const [name, code] of await bundleEdited(edits, missing)) bundles.set(name, code);
    },
    codeOf: ({ name, variables }: FunctionSpec): Code => {
      const bundle = name.endsWith("-publisher") ? "publisher" : (variables.SERVICE ?? "");
      const code = bundles.get(bundle);
      if (code === undefined) throw new Error(`Nobody prepared the code of ${name}`);
      return code;
    },
  };
};

/** The present code, edited or as it is in the assembly, and what was there before it. */
const versions = (edits: readonly Edit[], olderEdits: readonly Edit[]): Pick<Lab, "prepare" | "codeOf"> => {
  const assembled = assembledCode();
  const present =
    edits.length === 0 ? { prepare: () => Promise.resolve(), codeOf: assembled } : editedCode(edits);
  const older = editedCode(olderEdits);
  const by = { present, older };
  return {
    prepare: async (names, wanted) => {
      for (const version of wanted) await by[version].prepare(names);
    },
    codeOf: (spec, version) => by[version].codeOf(spec),
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
  const breaking = ({ edits, isNew = false }: Variant): Lab => ({
    ...common,
    ...versions(edits, isNew ? olderCode : [...olderCode, ...edits]),
    breaking,
  });
  return { ...common, ...versions([], olderCode), breaking };
};
