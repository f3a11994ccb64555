import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import cdk from "../../cdk.json" with { type: "json" };
import type { Service } from "../../shared/service.ts";
import type { Bundles } from "./bundle.ts";
import { CoreStack } from "./core-stack.ts";
import { EntranceStack } from "./entrance-stack.ts";
import { PortalStack } from "./portal-stack.ts";
import { houseRules } from "./rules/house-rules.ts";
import { ServiceStack } from "./service-stack.ts";
import { settingsOf } from "./settings.ts";

type BuildOptions = {
  /** Every service of the installation. */
  readonly services: readonly Service[];
  readonly bundles: Bundles;
  /** Folder of the built portal; an installation without it is reached by its API only. */
  readonly portal?: string | undefined;
  /** Where the cloud assembly goes; the CDK command line says it by itself. */
  readonly outdir?: string;
  /** Added to the context of cdk.json. */
  readonly context?: Readonly<Record<string, unknown>>;
};

/** Templates and assets of stacks that no longer exist stay behind otherwise; the locks are the command line's. */
const empty = (directory: string): void => {
  for (const entry of readdirSync(directory).filter((name) => !name.endsWith(".lock"))) {
    rmSync(path.join(directory, entry), { recursive: true, force: true });
  }
};

/** Roles that some service grants something to, without the one that everybody has. */
const rolesOf = (services: readonly Service[]): string[] =>
  [...new Set(services.flatMap(({ grants }) => Object.keys(grants)))]
    .filter((role) => role !== "employee")
    .sort();

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** The whole installation, ready to synthesize: one core stack, one stack per service, the entrance, and the portal's. */
export const buildApp = ({ services, bundles, portal, outdir, context = {} }: BuildOptions): App => {
  const app = new App({
    context: { ...cdk.context, ...context },
    ...(outdir === undefined ? {} : { outdir }),
    analyticsReporting: false,
  });
  empty(app.outdir);
  const settings = settingsOf(app);
  const code = (name: string) => {
    const found = bundles.get(name);
    if (found === undefined) throw new Error(`no bundle for ${name}`);
    return found;
  };
  const { core } = new CoreStack(app, "Core", {
    settings,
    roles: rolesOf(services),
    bundles: code,
    keepsFiles: services.some(({ keepsFiles }) => keepsFiles),
  });
  const after = services.map(
    (service) => new ServiceStack(app, pascal(service.name), { service, core, bundles: code }),
  );
  new EntranceStack(app, "Entrance", { services, core, after });
  if (portal !== undefined) new PortalStack(app, "Portal", { core, files: portal });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), houseRules(services, settings));
  return app;
};
