import { createAuthority } from "../../infra/local/authority.ts";
import { type FunctionSpec, functionSpec } from "../../infra/local/functions/function-spec.ts";
import type { Authority } from "../../infra/local/parts.ts";
import { type LoadedAssembly, loadAssembly } from "../../infra/local/template.ts";
import { createPeople, type People } from "./cloud/people.ts";
import { type Code, loadBundle } from "./machine/code.ts";

/** What all runs of a process share: nothing in it changes. */
export type Lab = {
  readonly assembly: LoadedAssembly;
  readonly authority: Authority;
  readonly specs: ReadonlyMap<string, FunctionSpec>;
  readonly codeOf: (spec: FunctionSpec) => Code;
  readonly people: People;
  /** DynamoDB Local. */
  readonly endpoint: string;
  /** Virtual time at which every run begins: a Monday morning. */
  readonly startMs: number;
};

const startMs = Date.parse("2026-03-02T08:00:00Z");

/** Opens a cloud assembly for simulations; `bundles` replaces code by the name of its bundle. */
export const openLab = async (
  directory: string,
  endpoint: string,
  bundles: ReadonlyMap<string, Code> = new Map(),
): Promise<Lab> => {
  const assembly = loadAssembly(directory);
  const specs = new Map(
    assembly
      .ofType("AWS::Lambda::Function")
      .map((resource) => [resource.arn, functionSpec(assembly, resource)] as const),
  );
  const loaded = new Map<string, Code>();
  const load = (file: string): Code => {
    const code = loaded.get(file) ?? loadBundle(file);
    loaded.set(file, code);
    return code;
  };
  const [audience]: readonly string[] = assembly
    .ofType("AWS::ApiGatewayV2::Authorizer")
    .flatMap(({ properties }) => properties.JwtConfiguration?.Audience ?? []);
  return {
    assembly,
    authority: createAuthority(assembly),
    specs,
    codeOf: ({ modulePath, name, variables }) =>
      bundles.get(name.endsWith("-publisher") ? "publisher" : (variables.SERVICE ?? "")) ?? load(modulePath),
    people: await createPeople(audience, startMs),
    endpoint,
    startMs,
  };
};
