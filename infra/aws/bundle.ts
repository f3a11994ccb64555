import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, buildSync } from "esbuild";

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** One deployable unit: `dist/<name>/<file>.mjs`, the only file of its Lambda asset. */
export type Bundle = {
  readonly name: string;
  readonly directory: string;
  /** Module name in a handler, such as `lambda` in `lambda.api`. */
  readonly module: string;
  readonly exports: readonly string[];
  readonly bytes: number;
};

export type Bundles = ReadonlyMap<string, Bundle>;

/**
 * Settings that make a cold start cheap: ES modules start 2.5 times faster than CommonJS, `module` before
 * `main` lets esbuild drop what is unused. Node 20, because the same files run on one machine. The output
 * depends on the sources alone (relative paths, no time), so an unchanged function is not deployed again.
 */
const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "esm",
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  alias: { "@aws-sdk/credential-provider-node": "./shared/lambda/environment-credentials.ts" },
  legalComments: "none",
  charset: "utf8",
  sourcemap: "external",
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: "error",
};

const one = (name: string, source: string, outdir: string): Bundle => {
  const module = path.basename(source, ".ts");
  const outfile = path.join(outdir, name, `${module}.mjs`);
  const { outputFiles = [], metafile } = buildSync({ ...options, entryPoints: [source], outfile });
  const code = outputFiles.find((file) => file.path.endsWith(".mjs"));
  const map = outputFiles.find((file) => file.path.endsWith(".map"));
  if (code === undefined || map === undefined) throw new Error(`esbuild wrote nothing for ${source}`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  writeFileSync(outfile, code.contents);
  // Beside the assets, not in them: maps would double the download of every cold start.
  mkdirSync(path.join(outdir, "maps"), { recursive: true });
  writeFileSync(path.join(outdir, "maps", `${name}.${module}.map`), map.contents);
  const output = Object.values(metafile?.outputs ?? {}).find((each) => each.entryPoint !== undefined);
  return {
    name,
    directory: path.dirname(outfile),
    module,
    exports: output?.exports ?? [],
    bytes: code.contents.byteLength,
  };
};

const emptyDescription = { openapi: "3.1.0", info: { title: "Steward", version: "0.0.0" }, paths: {} };

/** The generated document may be missing in a fresh checkout; deploying needs one to serve. */
const ensureDescription = (): void => {
  const file = path.join(root, "docs/generated/openapi.json");
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(emptyDescription, null, 2)}\n`);
};

/** Bundles every service's handlers and the two functions that all installations share. */
export const bundle = (
  services: readonly { readonly name: string }[],
  { outdir = path.join(root, "dist"), sources = "services" } = {},
): Bundles => {
  rmSync(outdir, { recursive: true, force: true });
  ensureDescription();
  const bundles = [
    one("publisher", "shared/lambda/publisher.ts", outdir),
    one("description", "shared/lambda/description.ts", outdir),
    ...services.map(({ name }) => one(name, `${sources}/${name}/lambda.ts`, outdir)),
  ];
  return new Map(bundles.map((each) => [each.name, each]));
};
