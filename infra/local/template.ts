import type { Resource } from "./parts.ts";
import { problemsOf } from "./supported.ts";
import type { Place } from "./template/identities.ts";
import { conditionHolds, resolve } from "./template/intrinsics.ts";
import type { LoadedAssembly } from "./template/loaded-assembly.ts";
import { type Json, type Manifest, readManifest } from "./template/manifest.ts";
import { createStackScope, type Neighbours, type StackScope } from "./template/stack-scope.ts";
import { UnsupportedTemplate } from "./template/unsupported-template.ts";

export type { LoadedAssembly } from "./template/loaded-assembly.ts";

/** Account and region the template is resolved for. */
export const defaultPlace: Place = { account: "000000000000", region: "us-east-1" };

const neighboursOf = (scopes: Map<string, StackScope>, problem: (message: string) => void): Neighbours => ({
  stackOutput: (stack, output) => {
    const value = scopes.get(stack)?.output(output);
    if (value === undefined) problem(`output ${output} of stack ${stack} does not exist`);
    return value ?? "";
  },
  exported: (name) => {
    for (const { stack, scope } of scopes.values())
      for (const { Value, Export } of Object.values(stack.template.Outputs ?? {}))
        if (Export !== undefined && resolve(Export.Name, scope) === name) return resolve(Value, scope);
    problem(`nothing is exported as ${name}`);
    return "";
  },
});

const resourcesOf = (of: StackScope): Resource[] =>
  of.resources().map(([logicalId, { Type }]) => {
    const { ref, arn } = of.identity(logicalId);
    return { stack: of.stack.name, logicalId, type: Type, properties: of.properties(logicalId), ref, arn };
  });

const unknownDependencies = ({ stack, resources }: StackScope): string[] =>
  resources().flatMap(([logicalId, { DependsOn = [] }]) =>
    [DependsOn]
      .flat()
      .filter((each) => stack.template.Resources?.[each] === undefined)
      .map((each) => `${stack.name}/${logicalId}: depends on ${each}, which does not exist`),
  );

const outputsOf = ({ stack, scope, output }: StackScope): [string, string][] =>
  Object.entries(stack.template.Outputs ?? {})
    .filter(([, { Condition }]) => Condition === undefined || conditionHolds(Condition, scope))
    .map(([name]): [string, Json] => [`${stack.name}.${name}`, output(name)])
    .map(([name, value]): [string, string] => [name, String(value)]);

const indexed = (
  resources: readonly Resource[],
  manifest: Manifest,
  place: Place,
  outputs: [string, string][],
): LoadedAssembly => {
  const types = new Map<string, Resource[]>();
  for (const resource of resources) types.set(resource.type, [...(types.get(resource.type) ?? []), resource]);
  const arns = new Map(resources.map((resource) => [resource.arn, resource]));
  return {
    resources,
    ofType: (type) => types.get(type) ?? [],
    byArn: (arn) => arns.get(arn),
    outputs: Object.fromEntries(outputs),
    place,
    assets: manifest.assets,
  };
};

/** Resolves an assembly as far as it goes, with everything that stands in the way: for tools that want both. */
export const readAssembly = (
  directory: string,
  place: Place = defaultPlace,
): { assembly: LoadedAssembly; problems: readonly string[] } => {
  const manifest = readManifest(directory);
  const problems = new Set(manifest.problems);
  const problem = (message: string): unknown => problems.add(message);
  const scopes = new Map<string, StackScope>();
  const neighbours = neighboursOf(scopes, problem);
  for (const stack of manifest.stacks)
    scopes.set(stack.name, createStackScope(stack, place, neighbours, problem));
  const stacks = [...scopes.values()];
  const resources = stacks.flatMap(resourcesOf);
  const assembly = indexed(resources, manifest, place, stacks.flatMap(outputsOf));
  for (const each of [...stacks.flatMap(unknownDependencies), ...problemsOf(assembly)]) problems.add(each);
  return { assembly, problems: [...problems] };
};

/** Loads a cloud assembly (`cdk.out`), or throws one `UnsupportedTemplate` that lists all that cannot run here. */
export const loadAssembly = (directory: string, place: Place = defaultPlace): LoadedAssembly => {
  const { assembly, problems } = readAssembly(directory, place);
  if (problems.length > 0) throw new UnsupportedTemplate(problems);
  return assembly;
};
