import { readFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { root } from "../../infra/aws/bundle.ts";
import { type Code, compileBundle } from "./machine/code.ts";

/** The product with one mistake in it: what is replaced in which module, for tests only. */
export type Variant = {
  readonly name: string;
  readonly module: string;
  readonly right: string;
  readonly wrong: string;
};

/** Mistakes that people make in systems like this; each must be found. */
export const variants: readonly Variant[] = [
  {
    name: "a subscription without an inbox",
    module: "shared/lambda/functions.ts",
    right: "causationId: eventId, once })",
    wrong: "causationId: eventId })",
  },
  {
    name: "an update without a condition on the version",
    module: "shared/dynamo/record-writes.ts",
    right: "before && before.version > 0",
    wrong: "before && before.version > 0 ? {} : before && before.version > 0",
  },
  {
    name: "a publisher that ignores FailedEntryCount",
    module: "shared/lambda/publisher.ts",
    right: "failed >= 0",
    wrong: "failed >= 10",
  },
  {
    name: "a projection that ignores the sequence",
    module: "shared/dynamo/projections.ts",
    right: "known.sequence >= sequence",
    wrong: "known.sequence === sequence",
  },
  {
    name: "a timer that does not look again",
    module: "services/incident/schedules/close-resolved.ts",
    right: "incident.autoCloseAt && incident.autoCloseAt <= on.now ?",
    wrong: 'incident.state === "resolved" ?',
  },
  {
    name: "events written after the record, not with it",
    module: "shared/dynamo/records.ts",
    right: "failed: await transact(scope, [...onceWrites(scope, target, id, record), ...writes])",
    wrong: `failed: await (async (all) => {
      const isEvent = ({ write }) => String(write.Put?.Item.sk).startsWith("EVENT#");
      const failed = await transact(scope, all.filter((each) => !isEvent(each)));
      return failed ?? transact(scope, all.filter(isEvent));
    })([...onceWrites(scope, target, id, record), ...writes])`,
  },
  {
    name: "an Idempotency-Key that is kept apart from what it stands for",
    module: "shared/dynamo/records.ts",
    right: "failed: await transact(scope, [...onceWrites(scope, target, id, record), ...writes])",
    wrong: `failed: (await transact(scope, writes)) ??
      (await transact(scope, onceWrites(scope, target, id, record)).then(() => undefined))`,
  },
  {
    name: "a consumer that reports no failures",
    module: "shared/lambda/consumer.ts",
    right: "      throw error;",
    wrong: "",
  },
];

const replacing = ({ name, module, right, wrong }: Variant): Plugin => ({
  name,
  setup: ({ onLoad }) => {
    const file = path.join(root, module);
    onLoad({ filter: new RegExp(`${module.replaceAll(/[/.]/g, "\\$&")}$`) }, () => {
      const text = readFileSync(file, "utf8");
      if (text.split(right).length !== 2) throw new Error(`${module} no longer has, once: ${right}`);
      return { contents: text.replace(right, () => wrong), loader: "ts", resolveDir: path.dirname(file) };
    });
  },
});

/** Text of the variant's bundles by name, made as the product's are. */
export const buildVariant = async (
  variant: Variant,
  services: readonly { readonly name: string }[],
): Promise<ReadonlyMap<string, string>> => {
  const sources = [
    { name: "publisher", file: "shared/lambda/publisher.ts" },
    ...services.map(({ name }) => ({ name, file: `services/${name}/lambda.ts` })),
  ];
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: sources.map(({ name, file }) => ({ in: file, out: name })),
    outdir: "unwritten",
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    alias: { "@aws-sdk/credential-provider-node": "./shared/lambda/environment-credentials.ts" },
    plugins: [replacing(variant)],
    logLevel: "error",
  });
  return new Map(outputFiles.map(({ path: file, text }) => [path.basename(file, ".js"), text]));
};

/** The variant's bundles by name, ready to run in this process. */
export const bundleVariant = async (
  variant: Variant,
  services: readonly { readonly name: string }[],
): Promise<ReadonlyMap<string, Code>> => {
  const texts = await buildVariant(variant, services);
  return new Map([...texts].map(([name, text]) => [name, compileBundle(text, `${name}, ${variant.name}`)]));
};
