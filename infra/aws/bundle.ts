import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
  outExtension: { ".js": ".mjs" },
  metafile: true,
  logLevel: "error",
};

type Source = { readonly name: string; readonly file: string };

/** Beside the assets, not in them: maps would double the download of every cold start. */
const setMapAside = (code: string, outdir: string, { name }: Source): void => {
  mkdirSync(path.join(outdir, "maps"), { recursive: true });
  renameSync(`${code}.map`, path.join(outdir, "maps", `${name}.${path.basename(code)}.map`));
};

/** All at once: what they share is read and parsed a single time. */
const build = (sources: readonly Source[], outdir: string): Bundle[] => {
  const moduleOf = ({ file }: Source): string => path.basename(file, ".ts");
  const entryPoints = sources.map((each) => ({ in: each.file, out: `${each.name}/${moduleOf(each)}` }));
  const { metafile } = buildSync({ ...options, entryPoints, outdir });
  return sources.map((source) => {
    const module = moduleOf(source);
    const directory = path.join(outdir, source.name);
    const code = path.join(directory, `${module}.mjs`);
    setMapAside(code, outdir, source);
    const output = metafile?.outputs[path.relative(root, code).replaceAll(path.sep, "/")];
    return {
      name: source.name,
      directory,
      module,
      exports: output?.exports ?? [],
      bytes: output?.bytes ?? 0,
    };
  });
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
  // Named after its content, and slower to build than all functions together.
  for (const name of existsSync(outdir) ? readdirSync(outdir) : [])
    if (name !== "portal") rmSync(path.join(outdir, name), { recursive: true, force: true });
  ensureDescription();
  const bundles = build(
    [
      { name: "publisher", file: "shared/lambda/publisher.ts" },
      { name: "description", file: "shared/lambda/description.ts" },
      ...services.map(({ name }) => ({ name, file: `${sources}/${name}/lambda.ts` })),
    ],
    outdir,
  );
  return new Map(bundles.map((each) => [each.name, each]));
};

/** More than this and a cold start is felt. */
const goalKilobytes = 450;

const report = (bundles: Bundles): void => {
  for (const { name, module, bytes } of bundles.values()) {
    const kilobytes = Math.ceil(bytes / 1000);
    const note = kilobytes > goalKilobytes ? `  over the goal of ${goalKilobytes} kB` : "";
    console.log(`${`${name}/${module}.mjs`.padEnd(32)}${String(kilobytes).padStart(5)} kB${note}`);
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void import("../../services/index.ts").then(({ services }) => report(bundle(services)));
}
