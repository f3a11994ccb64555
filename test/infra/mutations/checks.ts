import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App, CloudFormationValidatePlugin, Stack } from "aws-cdk-lib";
import { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import { AwsSolutionsChecks } from "cdk-nag";
import { buildApp } from "../../../infra/aws/build-app.ts";
import { bundle } from "../../../infra/aws/bundle.ts";
import { judge } from "../../../infra/aws/rules/house-rules.ts";
import { Settings } from "../../../infra/aws/settings.ts";
import { readAssembly } from "../../../infra/local/template.ts";
import { services } from "../aws/fixture/services.ts";
import type { Check, Json, Templates } from "./mutation.ts";

/** Looks at all templates, of which one was changed; answers what it finds wrong, in words. */
type Look = (templates: Templates, changed: string) => readonly string[];

// The engine below looks at every template anyway; a second one would only take its seconds to warm up.
process.env.CDK_VALIDATION = "false";

/** The fixture's cloud assembly, in a folder of its own. */
export const synthesize = (): { readonly directory: string; readonly templates: Templates } => {
  const directory = mkdtempSync(path.join(tmpdir(), "mutations-"));
  const bundles = bundle(services, {
    sources: "test/infra/aws/fixture",
    outdir: path.join(directory, "dist"),
  });
  const outdir = path.join(directory, "cdk.out");
  const app = buildApp({ services, bundles, outdir });
  const { stacks } = app.synth();
  return {
    directory: outdir,
    templates: Object.fromEntries(stacks.map(({ id, template }) => [id, template])),
  };
};

const engine = new CloudFormationValidatePlugin();

const validate =
  (directory: string): Look =>
  (templates, changed) => {
    const templatePath = path.join(directory, `${changed}.checked.json`);
    writeFileSync(templatePath, JSON.stringify(templates[changed]));
    const { violations } = engine.validate({
      templatePaths: [templatePath],
      stackTemplates: [
        { stackConstructPath: changed, templatePath, accountId: undefined, region: undefined },
      ],
      appConstruct: new App(),
    });
    return violations.map(({ ruleName, description }) => `${ruleName}: ${description}`);
  };

/** CfnInclude knows no references between stacks; cdk-nag does not look at them. */
const withoutForeign = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withoutForeign);
  if (typeof value !== "object" || value === null) return value;
  if ("Fn::GetStackOutput" in value) return "elsewhere";
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutForeign(part)]));
};

/** cdk-nag judges constructs: the template becomes some again. What the app acknowledged shows here as well. */
const nag =
  (directory: string): Look =>
  (templates, changed) => {
    const templateFile = path.join(directory, `${changed}.included.json`);
    writeFileSync(templateFile, JSON.stringify({ Resources: withoutForeign(templates[changed]?.Resources) }));
    const app = new App();
    try {
      new CfnInclude(new Stack(app, changed), "Template", { templateFile });
    } catch {
      return []; // Not a template at all any more: for the others to say.
    }
    return new AwsSolutionsChecks(app)
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
      );
  };

const house: Look = (templates) => {
  const stacks = Object.entries(templates).map(([id, template]) => ({
    name: `steward-${id.toLowerCase()}`,
    path: id,
    template,
  }));
  return judge(stacks, services, Settings.parse({})).map(
    ({ rule, part, message }) => `${rule}: ${part.identity} ${message}`,
  );
};

const local = (directory: string): Look => {
  const place = mkdtempSync(path.join(tmpdir(), "mutated-"));
  cpSync(directory, place, { recursive: true });
  return (templates, changed) => {
    const file = path.join(place, `${changed}.template.json`);
    const before = readFileSync(file, "utf8");
    writeFileSync(file, JSON.stringify(templates[changed]));
    try {
      return readAssembly(place).problems;
    } finally {
      writeFileSync(file, before);
    }
  };
};

/** The four checks over one assembly. */
export const checksOf = (directory: string): Readonly<Record<Check, Look>> => ({
  validate: validate(directory),
  nag: nag(directory),
  "house rules": house,
  "local cloud": local(directory),
});
