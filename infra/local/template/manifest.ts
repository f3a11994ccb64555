import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A value of a template: plain JSON in which intrinsic functions are single-key objects. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One resource as the template writes it, intrinsic functions unresolved. */
export type RawResource = {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: Json };
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
};

/** The parts of a CloudFormation template that matter here. */
export type Template = {
  readonly Resources?: Readonly<Record<string, RawResource>>;
  readonly Outputs?: Readonly<
    Record<
      string,
      { readonly Value: Json; readonly Export?: { readonly Name: Json }; readonly Condition?: string }
    >
  >;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: Json }>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Json>>>>>>;
  readonly Conditions?: Readonly<Record<string, Json>>;
};

/** A stack of the assembly with its template read. */
export type Stack = { readonly name: string; readonly template: Template };

/** What a cloud assembly holds: stacks in deployment order and where each asset lies on disk. */
export type Manifest = {
  readonly stacks: readonly Stack[];
  /** Object key in the asset bucket (`Code.S3Key`) to absolute path. */
  readonly assets: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
};

type Artifact = {
  readonly type: string;
  readonly dependencies?: readonly string[];
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly file?: string;
  };
};
type AssetFile = {
  readonly source: { readonly path?: string };
  readonly destinations: Record<string, { readonly objectKey: string }>;
};

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));

const deploymentOrder = (artifacts: Readonly<Record<string, Artifact>>): string[] => {
  const ordered: string[] = [];
  const visited = new Set<string>();
  const visit = (id: string): void => {
    if (visited.has(id)) return;
    visited.add(id);
    for (const dependency of artifacts[id]?.dependencies ?? []) visit(dependency);
    ordered.push(id);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return ordered;
};

const readAssets = (directory: string, file: string): [string, string][] => {
  const files: Record<string, AssetFile> = readJson(path.join(directory, file)).files ?? {};
  return Object.values(files).flatMap(({ source, destinations }) =>
    source.path === undefined
      ? []
      : Object.values(destinations).map(({ objectKey }): [string, string] => [
          objectKey,
          path.resolve(directory, source.path ?? ""),
        ]),
  );
};

/** Reads a cloud assembly (`cdk.out`): its manifest, templates and asset lists. */
export const readManifest = (directory: string): Manifest => {
  const file = path.join(directory, "manifest.json");
  if (!existsSync(file)) throw new Error(`${directory} is no cloud assembly: run "npx cdk synth" first`);
  const artifacts: Record<string, Artifact> = readJson(file).artifacts ?? {};
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  const problems: string[] = [];
  for (const id of deploymentOrder(artifacts)) {
    const { type, properties } = artifacts[id] ?? { type: "missing" };
    if (type === "aws:cloudformation:stack" && properties?.templateFile !== undefined)
      stacks.push({
        name: properties.stackName ?? id,
        template: readJson(path.join(directory, properties.templateFile)),
      });
    else if (type === "cdk:asset-manifest" && properties?.file !== undefined)
      for (const [key, location] of readAssets(directory, properties.file)) assets.set(key, location);
    else if (type === "cdk:cloud-assembly")
      problems.push(`${id}: stages (nested cloud assemblies) are not supported`);
    else if (type === "missing") problems.push(`manifest: a stack depends on ${id}, which does not exist`);
  }
  return { stacks, assets, problems };
};
