import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";
import { transformSync } from "esbuild";

/** What the code of a container sees instead of this process's own. */
export const globalNames = [
  "require",
  "process",
  "globalThis",
  "console",
  "performance",
  "Date",
  "Math",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
] as const;
export type Globals = Readonly<Record<(typeof globalNames)[number], unknown>>;

export type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/** A bundle, compiled once; every call is a cold start with nothing shared. */
export type Code = (globals: Globals) => Readonly<Record<string, Handler>>;

/**
 * Compiles a Lambda bundle so that it runs inside of this process with surroundings of its own. The bundle is
 * the one that is deployed; only its import and export statements are put in CommonJS's words.
 */
export const compileBundle = (text: string, filename: string): Code => {
  const { code } = transformSync(text, {
    format: "cjs",
    platform: "node",
    // As require() a dynamic import is answered at once, not some real time later.
    supported: { "dynamic-import": false },
    logLevel: "error",
  });
  const run = compileFunction(code, ["exports", "module", ...globalNames], { filename });
  return (globals) => {
    const module = { exports: {} };
    run(module.exports, module, ...globalNames.map((name) => globals[name]));
    return module.exports;
  };
};

export const loadBundle = (file: string): Code => compileBundle(readFileSync(file, "utf8"), file);
