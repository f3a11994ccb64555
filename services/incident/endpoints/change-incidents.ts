import * as z from "zod";
import { Refusal, refusalCodes } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { mustWorkOn } from "../access.ts";
import { assign } from "../decisions/assign.ts";
import type { Command } from "../decisions/command.ts";
import type { Also } from "../decisions/edits.ts";
import { cancel, close, hold, resolve, start } from "../decisions/progress.ts";
import { note } from "../decisions/talk.ts";
import { IncidentId } from "../incident.ts";
import { teamRefusal } from "../refuse-team.ts";
import type { IncidentContext } from "../table.ts";
import { parentRefusal } from "./open-incident.ts";

const commands: Readonly<Record<string, Command>> = {
  assign,
  start,
  hold,
  resolve,
  close,
  cancel,
  note,
} as never;

const Row = z.object({
  id: IncidentId,
  ok: z.boolean(),
  version: z.number().int().optional(),
  code: z.string().optional().describe("Why not"),
  detail: z.string().optional(),
});

const entry = (name: string) =>
  z.strictObject({ command: z.literal(name), input: commands[name]?.body ?? z.never() });

const Body = z.strictObject({
  incidentIds: z.array(IncidentId).min(1).max(100),
  change: z.discriminatedUnion("command", [
    entry("assign"),
    entry("start"),
    entry("hold"),
    entry("resolve"),
    entry("close"),
    entry("cancel"),
    entry("note"),
  ]),
});

/** So many at a time: quick for people, and no flood for the table. */
const atOnce = 8;

const outcome = async (
  id: string,
  work: Promise<{ readonly version: number }>,
): Promise<z.input<typeof Row>> => {
  try {
    return { id, ok: true, version: (await work).version };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const detail = error.message === refusalCodes[error.code].title ? undefined : error.message;
    return { id, ok: false, code: error.code, detail };
  }
};

export const changeIncidents = endpoint({
  id: "changeIncidents",
  summary: "Do the same to many incidents; each has its own result",
  route: "POST /incidents/bulk",
  permission: "incident:work",
  body: Body,
  reply: z.object({ results: z.array(Row) }),
  refusals: [],
  handle: async ({ body, actor }, context: IncidentContext) => {
    const { incidents, settings, now } = context;
    const on = { actor, now: now(), settings: await settings() };
    const { command, input } = body.change;
    const given = input as Pick<Also, "teamId" | "assigneeId"> & { readonly also?: Also };
    const { also } = given;
    const refused = await parentRefusal(incidents, also, "body.change.input.also.parentId");
    const decide = commands[command]?.decide;
    const ids = [...new Set(body.incidentIds)];
    const changed = async (incidentId: string) => {
      const about = { path: "body.change.input", actor, incidentId };
      const misgiven =
        refused ??
        (await teamRefusal(given, about, context)) ??
        (also && (await teamRefusal(also, { ...about, path: `${about.path}.also` }, context)));
      return incidents.update(incidentId, undefined, (incident) => {
        mustWorkOn(actor, incident);
        if (misgiven) throw misgiven;
        return decide?.(incident, input, on) ?? [];
      });
    };
    const results: z.input<typeof Row>[] = [];
    for (let done = 0; done < ids.length; done += atOnce) {
      const rows = ids.slice(done, done + atOnce).map((id) => outcome(id, changed(id)));
      results.push(...(await Promise.all(rows)));
    }
    return { results };
  },
});
