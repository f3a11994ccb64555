import * as z from "zod";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { ImportId, SeenImport } from "../../ci-import.ts";
import { moveImport } from "../../decisions/import.ts";
import type { ConfigurationContext } from "../../table.ts";

const moving = (action: Parameters<typeof moveImport>[1], summary: string) =>
  endpoint({
    id: `${action}CiImport`,
    summary,
    route: `POST /ci-imports/{importId}/${action}`,
    permission: "configuration:import",
    params: z.object({ importId: ImportId }),
    body: z.strictObject({}),
    reply: SeenImport,
    refusals: ["not_found", "illegal_transition", "rule_violation", "version_conflict"],
    handle: ({ params, ifMatch }, { imports }: ConfigurationContext) =>
      imports.update(params.importId, ifMatch, (current) => moveImport(current, action)),
  });

/** What people do with an import as a whole; the work behind it is done in pages, within a minute at first. */
export const moveCiImport = [
  moving("check", "A dry run: each row's result and changes are worked out, and nothing is written"),
  moving("start", "Write what the rows say; each has a result of its own"),
  moving("undo", "Take back what it did, but for what was changed since"),
  moving("cancel", "It will not be run"),
];
