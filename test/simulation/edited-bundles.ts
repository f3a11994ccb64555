import { readFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { root } from "../../infra/aws/bundle.ts";
import { type Code, compileBundle } from "./machine/code.ts";

/** A piece of the product's text and what stands in its place; for simulations only. */
export type Edit = { readonly module: string; readonly right: string; readonly wrong: string };

const replacing = (module: string, edits: readonly Edit[]): Plugin => ({
  name: module,
  setup: ({ onLoad }) => {
    const file = path.join(root, module);
    onLoad({ filter: new RegExp(`${module.replaceAll(/[/.]/g, "\\$&")}$`) }, () => {
      let contents = readFileSync(file, "utf8");
      for (const { right, wrong } of edits) {
        if (contents.split(right).length !== 2) throw new Error(`${module} no longer has, once: ${right}`);
        contents = contents.replace(right, () => wrong);
      }
      return { contents, loader: "ts", resolveDir: path.dirname(file) };
    });
  },
});

const sourceOf = (name: string): string =>
  name === "publisher" ? "shared/lambda/publisher.ts" : `services/${name}/lambda.ts`;

/** Text of the product's bundles by name (services, `publisher`), made as they are made for AWS but for the edits. */
export const buildEdited = async (
  edits: readonly Edit[],
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const modules = [...new Set(edits.map(({ module }) => module))];
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: sourceOf(name), out: name })),
    outdir: "unwritten",
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    alias: { "@aws-sdk/credential-provider-node": "./shared/lambda/environment-credentials.ts" },
    plugins: modules.map((module) =>
      replacing(
        module,
        edits.filter((edit) => edit.module === module),
      ),
    ),
    logLevel: "error",
  });
  return new Map(outputFiles.map(({ path: file, text }) => [path.basename(file, ".js"), text] as const));
};

/** Compiled when it is first started: most runs have few of the services. */
const compiledLate = (text: string, filename: string): Code => {
  let code: Code | undefined;
  return (globals) => {
    code ??= compileBundle(text, filename);
    return code(globals);
  };
};

/** The same, ready to be started in containers of simulations. */
export const bundleEdited = async (...given: Parameters<typeof buildEdited>) => {
  const texts = await buildEdited(...given);
  return new Map(
    [...texts].map(([name, text]): [string, Code] => [name, compiledLate(text, `${name}, edited`)]),
  );
};
