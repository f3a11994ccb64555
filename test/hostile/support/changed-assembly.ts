import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { provide } from "../../bed/provisions.ts";

/** The product with texts of its templates replaced, as other settings would have made them; `remove` it afterwards. */
export const changedAssembly = async (change: (template: string) => string) => {
  const { directory } = await provide("assembly");
  // Beside the original: templates name their assets relative to the assembly.
  const assembly = mkdtempSync(path.join(path.dirname(directory), "changed-"));
  cpSync(directory, assembly, { recursive: true });
  for (const file of readdirSync(assembly).filter((name) => name.endsWith(".template.json"))) {
    const name = path.join(assembly, file);
    writeFileSync(name, change(readFileSync(name, "utf8")));
  }
  return { assembly, remove: () => rmSync(assembly, { recursive: true, force: true }) };
};
