import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

type Chunk = {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

/** What a browser fetches before it can draw a page: compressed bytes of script and of styles. */
export type FirstView = { readonly page: string; readonly script: number; readonly style: number };

/** The newest build of the portal below a `dist` folder; it is named after its content. */
export const builtPortal = (dist = "dist"): string => {
  const [built] = readdirSync(path.join(dist, "portal"));
  if (built === undefined) throw new Error("the portal is not built: run npm run synth");
  return path.join(dist, "portal", built);
};

/** The chunk and everything it imports before it runs. */
const closure = (manifest: Manifest, name: string, seen: Set<string>): void => {
  if (seen.has(name)) return;
  seen.add(name);
  for (const each of manifest[name]?.imports ?? []) closure(manifest, each, seen);
};

const compressed = (folder: string, files: Iterable<string>): number =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);

/** Always loaded: the entry, and the shell around every page. */
const always = ["index.html", "src/shell/shell.tsx"];

/** For every page of the portal, what the first visit of it loads. */
export const firstViews = (folder: string): readonly FirstView[] => {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
  // What the shell loads on demand below this folder are the pages; what a page loads on demand is no first view.
  const { dynamicImports = [] } = manifest["src/shell/shell.tsx"] ?? {};
  const pages = dynamicImports.filter((name) => name.startsWith("src/pages/"));
  return [...new Set(pages)]
    .map((page) => {
      const seen = new Set<string>();
      for (const name of [...always, page]) closure(manifest, name, seen);
      const chunks = [...seen].flatMap((name) => manifest[name] ?? []);
      return {
        page: page.replace("src/pages/", "").replace(".tsx", ""),
        script: compressed(
          folder,
          chunks.map(({ file }) => file).filter((file) => file.endsWith(".js")),
        ),
        style: compressed(
          folder,
          chunks.flatMap(({ css = [] }) => css),
        ),
      };
    })
    .toSorted((one, other) => other.script - one.script);
};
