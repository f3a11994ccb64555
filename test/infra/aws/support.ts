import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { buildApp } from "../../../infra/aws/build-app.ts";
import { type Bundles, bundle } from "../../../infra/aws/bundle.ts";
import type { Service } from "../../../shared/service.ts";

type Options = { readonly sources?: string; readonly context?: Readonly<Record<string, unknown>> };

// CloudFormation Validate takes seconds to warm up in each process; `cdk synth` and the mutations run it.
process.env.CDK_VALIDATION = "false";

const bundled = new Map<string, Bundles>();

const bundlesOf = (services: readonly Service[], sources: string): Bundles => {
  const outdir = mkdtempSync(path.join(tmpdir(), "templates-dist-"));
  const bundles = bundled.get(sources) ?? bundle(services, { sources, outdir });
  bundled.set(sources, bundles);
  return bundles;
};

/** Templates of an installation by stack name. */
export const templatesOf = (
  services: readonly Service[],
  { sources = "services", context = {} }: Options = {},
): ReadonlyMap<string, Template> => {
  const outdir = mkdtempSync(path.join(tmpdir(), "templates-"));
  const app = buildApp({ services, bundles: bundlesOf(services, sources), outdir, context });
  return new Map(
    app.synth().stacks.map(({ stackName, template }) => [stackName, Template.fromJSON(template)]),
  );
};

type Statement = { readonly Action: string | readonly string[]; readonly Resource: unknown };
type Role = {
  readonly Properties: {
    readonly Policies: readonly { PolicyDocument: { Statement: readonly Statement[] } }[];
  };
};

/** `action on resource` for all that the role of a function (`Api`, `Publisher` …) may do. */
export const allowed = (template: Template, prefix: string): readonly string[] =>
  Object.entries(template.findResources("AWS::IAM::Role"))
    .filter(([id]) => id.startsWith(`${prefix}Role`))
    .flatMap(([, role]) => (role as Role).Properties.Policies)
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${action} on ${nameOf(resource)}`)),
    )
    .sort();

const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}(Arn)?$/, "");

/** A reference as the logical id without its hash: `Table`, `Table/index/byTeam`, `*`. */
const nameOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  const [[name, argument] = ["", []]] = Object.entries(value as Record<string, unknown>);
  if (name === "Fn::GetAtt") return withoutHash((argument as [string])[0]);
  if (name === "Fn::Join") return (argument as [string, unknown[]])[1].map(nameOf).join("");
  if (name !== "Fn::GetStackOutput") return JSON.stringify(value);
  // The output's name holds the id of what it publishes, and a hash of its own.
  const published = (argument as { OutputName: string }).OutputName.slice(0, -8);
  return withoutHash(published.replace(/^PublishOutput(FnGetAtt|Ref)/, ""));
};
