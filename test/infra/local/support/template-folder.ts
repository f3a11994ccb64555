import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

type Template = Readonly<Record<string, unknown>>;

/** A cloud assembly of hand-written templates in a folder of its own; later stacks depend on earlier ones. */
export const templateFolder = (templates: Readonly<Record<string, Template>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "assembly-"));
  const names = Object.keys(templates);
  const artifacts = names.map((name, at) => [
    name,
    {
      type: "aws:cloudformation:stack",
      properties: { templateFile: `${name}.template.json` },
      dependencies: names.slice(0, at),
    },
  ]);
  writeFileSync(
    path.join(folder, "manifest.json"),
    JSON.stringify({ artifacts: Object.fromEntries(artifacts.toReversed()) }),
  );
  for (const [name, template] of Object.entries(templates))
    writeFileSync(path.join(folder, `${name}.template.json`), JSON.stringify(template));
  return folder;
};
