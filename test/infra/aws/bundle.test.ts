import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Bundle, type Bundles, bundle } from "../../../infra/aws/bundle.ts";
import { services } from "../../../services/index.ts";

const folder = (): string => mkdtempSync(path.join(tmpdir(), "bundles-"));
const bytesOf = ({ directory, module }: Bundle): string =>
  createHash("sha256")
    .update(readFileSync(path.join(directory, `${module}.mjs`)))
    .digest("hex");
const fingerprints = (of: Bundles): Readonly<Record<string, string>> =>
  Object.fromEntries([...of].map(([name, one]) => [name, bytesOf(one)]));

const bundles = bundle(services, { outdir: folder() });
const all = [...bundles.values()];

/** What a deployed function knows when it starts. */
const environment = {
  ...{ SERVICE: "any", TABLE_NAME: "any", BUS_NAME: "any", SIGNING_KEY: "any" },
  ...{ FILES_BUCKET: "any", FILES_HOST: "any.example.com" },
  AWS_REGION: "eu-central-1",
};

describe("bundles", () => {
  it("are the same bytes whenever the sources are the same", () => {
    const again = bundle(services, { outdir: folder() });
    expect(fingerprints(again)).toEqual(fingerprints(bundles));
  });

  it("do not change when another service comes along", () => {
    const alone = bundle(services.slice(0, 1), { outdir: folder() });
    for (const [name, one] of alone)
      expect([name, bytesOf(one)]).toEqual([name, fingerprints(bundles)[name]]);
  });

  it.each(all.map(({ name }) => name).filter((name) => name !== "description"))(
    "%s is 650 kB or less, the SDK (300 kB) and the checks of input (100 kB) included",
    (name) => {
      expect(bundles.get(name)?.bytes).toBeLessThanOrEqual(650_000);
    },
  );

  it("the description fits into one answer of a function, 6 MB", () => {
    expect(bundles.get("description")?.bytes).toBeLessThanOrEqual(5_000_000);
  });

  it.each(all.map(({ name }) => name))("%s is one file, without its source map", (name) => {
    const one = bundles.get(name);
    expect(readdirSync(one?.directory ?? "")).toEqual([`${one?.module}.mjs`]);
  });

  it.each(all.map(({ name }) => name))(
    "%s starts as an ES module with nothing installed beside it",
    (name) => {
      const one = bundles.get(name);
      const code = `import(${JSON.stringify(path.join(one?.directory ?? "", `${one?.module}.mjs`))}).then((m) => console.log(Object.keys(m).sort().join()))`;
      const { stdout, stderr } = spawnSync(process.execPath, ["-e", code], {
        cwd: tmpdir(),
        env: environment,
        encoding: "utf8",
      });
      expect(stdout.trim() || stderr).toBe([...(one?.exports ?? [])].sort().join());
    },
  );
});
