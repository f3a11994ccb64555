import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const handlers = path.join(path.dirname(fileURLToPath(import.meta.url)), "handlers");

/** Bundles the fixture's handlers as a deployment would: one ES module per function, SDK included. */
export const bundleHandlers = (): string => {
  const outdir = mkdtempSync(path.join(tmpdir(), "fixture-handlers-"));
  buildSync({
    entryPoints: ["api", "publisher", "consumer", "timer", "trouble"].map((name) =>
      path.join(handlers, `${name}.ts`),
    ),
    outdir,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    outExtension: { ".js": ".mjs" },
    banner: {
      js: 'import { createRequire as fixtureRequire } from "node:module"; const require = fixtureRequire(import.meta.url);',
    },
  });
  return outdir;
};
