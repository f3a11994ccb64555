import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Where the interactive API reference is. */
export const referencePath = "/_local/reference";

/** A file of the reference page. */
export type ReferenceFile = { readonly type: string; readonly body: Buffer | string };

const files: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css",
  "swagger-ui-bundle.js": "text/javascript",
  "favicon-32x32.png": "image/png",
};

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>API reference</title>
<link rel="icon" href="${referencePath}/favicon-32x32.png">
<link rel="stylesheet" href="${referencePath}/swagger-ui.css"></head>
<body><div id="reference"></div><script src="${referencePath}/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#reference", persistAuthorization: true, tryItOutEnabled: true });</script>
</body></html>`;

/** The page and its files, from the installed package; nothing else of the disk can be asked for. */
export const referenceFile = (pathname: string): ReferenceFile | undefined => {
  if (pathname === referencePath) return { type: "text/html; charset=utf-8", body: page };
  const name = pathname.slice(referencePath.length + 1);
  const type = Object.hasOwn(files, name) ? files[name] : undefined;
  if (type === undefined) return undefined;
  const folder = path.dirname(
    createRequire(path.join(process.cwd(), "package.json")).resolve("swagger-ui-dist/package.json"),
  );
  return { type, body: readFileSync(path.join(folder, name)) };
};
