import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { listen } from "../../../infra/local/cloud/listen.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Builds the page with nothing but a large map, and serves it; the portal's own component, without an API behind it. */
export const serveMap = async () => {
  const outDir = mkdtempSync(path.join(tmpdir(), "map-"));
  const root = path.join(import.meta.dirname, "harness");
  await build({ root, configFile: false, logLevel: "error", build: { outDir, emptyOutDir: true } });
  return listen(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://local");
      const file = path.join(outDir, pathname === "/" ? "index.html" : path.normalize(pathname));
      try {
        const body = readFileSync(file);
        response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    }),
    0,
  );
};
