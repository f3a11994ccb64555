import { later } from "../../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { named } from "../../../../shared/kept/named.ts";
import { ImportFields, SeenImport } from "../../ci-import.ts";
import { openImport } from "../../decisions/import.ts";
import type { ConfigurationContext } from "../../table.ts";

export const openCiImport = endpoint({
  id: "openCiImport",
  summary:
    "Begin to put an import together; its rows are added in chunks, and nothing is written until it is started",
  route: "POST /ci-imports",
  permission: "configuration:import",
  body: ImportFields,
  reply: SeenImport,
  status: 201,
  refusals: ["rule_violation"],
  handle: async ({ body, actor }, { sources, imports }: ConfigurationContext) => {
    const source = await later(named(sources, body.sourceId, "body.sourceId"));
    return imports.create((id) => openImport(id, body, source(), actor.id));
  },
});
