import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { root } from "./bundle.ts";
import { filesPrefix } from "./page-of-path.ts";

const source = path.join(root, "services/portal");
/** Everything the files are made from; types leave no trace in them. */
const inputs = [
  source,
  path.join(root, "shared"),
  path.join(root, "package-lock.json"),
  fileURLToPath(import.meta.url),
];

const filesIn = (input: string): readonly string[] =>
  path.extname(input) !== ""
    ? [input]
    : readdirSync(input, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .toSorted();

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap(filesIn))
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex").slice(0, 16);
};

const buildInto = (outDir: string): Promise<unknown> => {
  // Whoever asks, tests too: the libraries as people get them. Vite goes by the environment, not by its own mode.
  process.env.NODE_ENV = "production";
  return build({
    root: source,
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: true,
      // Safari 16.4 and everything since: older browsers get no security updates any more.
      target: "es2022",
      assetsDir: filesPrefix,
      // The content security policy allows no data: addresses for scripts and styles.
      assetsInlineLimit: 0,
      manifest: "manifest.json",
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      reportCompressedSize: false,
    },
  });
};

/** The portal's files, built if they are not there; answers their folder, which is named after its content. */
export const portalFiles = async ({ outdir = path.join(root, "dist") } = {}): Promise<string> => {
  const folder = path.join(outdir, "portal");
  const built = path.join(folder, fingerprint());
  if (existsSync(path.join(built, "manifest.json"))) return built;
  rmSync(folder, { recursive: true, force: true });
  await buildInto(built);
  return built;
};
