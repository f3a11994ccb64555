import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { type Bundle, bundle, root } from "../../../infra/aws/bundle.ts";
import { services } from "../../../services/index.ts";
import type { Section } from "../result.ts";
import { median, round } from "../stats.ts";

/** What the functions find in their environment where they run. */
const environment = {
  SERVICE: "bench",
  TABLE_NAME: "bench",
  BUS_NAME: "bench",
  FILES_BUCKET: "bench",
  FILES_HOST: "bench.example.com",
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "bench",
  AWS_SECRET_ACCESS_KEY: "bench",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};

const fileOf = ({ directory, module }: Bundle): string => path.join(directory, `${module}.mjs`);

/** CPU milliseconds of importing a bundle in a fresh process. */
const importCpu = (file: string): number => {
  const program = path.join(root, "test/bench/import-cpu.mjs");
  const env = { PATH: process.env.PATH, ...environment };
  return Number(execFileSync(process.execPath, [program, file], { env, encoding: "utf8" })) / 1000;
};

/** What esbuild makes of the SDK alone for somebody who sets the same switches and changes nothing in it. */
const bareBundle = (name: string, directory: string): string => {
  const outfile = path.join(directory, `${name}.mjs`);
  buildSync({
    entryPoints: [path.join(root, `test/bench/bare-${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
  });
  return outfile;
};

type Measured = {
  readonly name: string;
  readonly bytes: number;
  readonly own: number;
  readonly bare: number;
  readonly ratio: number;
};

const measure = (one: Bundle, against: string, rounds: number): Measured => {
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    own.push(importCpu(fileOf(one)));
    bare.push(importCpu(against));
  }
  const ratio = round(median(own.map((each, n) => each / (bare[n] ?? Number.NaN))));
  return {
    name: one.name,
    bytes: one.bytes,
    own: round(median(own), 1),
    bare: round(median(bare), 1),
    ratio,
  };
};

const bareName = (name: string): string => (name === "publisher" ? "eventbridge" : "dynamodb");

const goalKilobytes = 450;
const goalRatio = 1.1;

/** Size of each function's bundle, and what a cold start spends on it. */
export const bundles = ({ rounds }: { readonly rounds: number }): Section => {
  const directory = mkdtempSync(path.join(tmpdir(), "steward-bundles-"));
  try {
    const product = bundle(services, { outdir: path.join(directory, "product") });
    const measured = [...product.values()]
      // It answers a constant and has no SDK to be held against.
      .filter(({ name }) => name !== "description")
      .map((one) => measure(one, bareBundle(bareName(one.name), directory), rounds));
    return {
      title: "Bundles",
      method: `minified, SDK included; CPU of importing in a fresh process against the bare SDK clients bundled the same way, ${rounds} times in turn, medians`,
      columns: ["function", "kB", "import ms", "bare SDK ms", "ratio"],
      rows: measured.map(({ name, bytes, own, bare: sdk, ratio }) => [
        name,
        Math.ceil(bytes / 1000),
        own,
        sdk,
        ratio,
      ]),
      findings: measured.flatMap(({ name, bytes, ratio }) => [
        {
          what: `bundle of ${name}`,
          value: Math.ceil(bytes / 1000),
          unit: "kB",
          goal: { atMost: goalKilobytes },
        },
        {
          what: `import of ${name} against the bare SDK`,
          value: ratio,
          unit: "times",
          goal: { atMost: goalRatio },
        },
      ]),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
