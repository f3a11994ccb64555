import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { synthesizeFixture } from "../fixture-app/synthesize.ts";

// biome-ignore lint/suspicious/noExplicitAny: templates have no static type here
export type Properties = any;
type Resource = { Type: string; Properties: Properties };

/** One change to the fixture's template: the first resource of a type whose logical id contains a text. */
export type Change = (
  find: (type: string, idPart?: string) => Properties,
  resources: Record<string, Resource>,
) => void;

/** A copy of the fixture's assembly with one change to the stack of its service. */
export const mutatedFixture = (change: Change): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "mutated-"));
  cpSync(synthesizeFixture(), folder, { recursive: true });
  const file = path.join(folder, "Thing.template.json");
  const template = JSON.parse(readFileSync(file, "utf8"));
  const resources: Record<string, Resource> = template.Resources;
  const find = (type: string, idPart = "") => {
    const found = Object.entries(resources).find(
      ([id, { Type }]) => Type === `AWS::${type}` && id.includes(idPart),
    );
    if (found === undefined) throw new Error(`the fixture has no ${type} ${idPart}`);
    found[1].Properties ??= {};
    return found[1].Properties;
  };
  change(find, resources);
  writeFileSync(file, JSON.stringify(template));
  return folder;
};
