import type { Actor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { Also } from "../decisions/edits.ts";
import { complete, openIncident as decide, OpenIncident, routable } from "../decisions/open.ts";
import { SeenIncident } from "../incident.ts";
import { teamRefusal } from "../refuse-team.ts";
import { routeIncident as route } from "../route-incident.ts";
import type { IncidentContext } from "../table.ts";
import type { Prefilled } from "../template.ts";

export const openIncident = endpoint({
  id: "openIncident",
  summary: "Report a disruption",
  route: "POST /incidents",
  permission: "incident:open",
  body: OpenIncident,
  reply: SeenIncident,
  status: 201,
  refusals: [],
  handle: async ({ body, actor }, context: IncidentContext) => {
    const { incidents, templates, settings, now } = context;
    if (body.parentId) await mustSee(incidents, body.parentId);
    const circumstances = { actor, now: now(), settings: await settings() };
    const prefilled = await workable(await prefilledBy(body.templateId, templates), actor, context);
    const refused = await teamRefusal(body, { path: "body", actor }, context);
    const draft = routable(complete(body, circumstances, prefilled), circumstances);
    const { routing } = draft ? await route(draft, context) : {};
    return incidents.create((id) => {
      const opened = decide(id, body, circumstances, routing, {}, prefilled);
      if (refused) throw refused;
      return opened;
    });
  },
});

/** A template outlives its team: what it says of one that works no more is for the rules to decide. */
const workable = async (prefilled: Prefilled, actor: Actor, context: IncidentContext): Promise<Prefilled> => {
  const { teamId, assigneeId, ...others } = prefilled;
  const refused = await teamRefusal(prefilled, { path: "body", actor }, context);
  return refused === undefined ? prefilled : others;
};

/** A template that is retired, or not for the caller to see, is refused like one that does not exist. */
const prefilledBy = async (
  templateId: string | undefined,
  templates: IncidentContext["templates"],
): Promise<Prefilled> => {
  if (templateId === undefined) return {};
  const template = await templates.get(templateId).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
  if (template?.state === "active") return template.fields;
  const violation = { path: "body.templateId", message: "No such template" };
  throw new Refusal("invalid_input", undefined, [violation]);
};

/** A parent the caller may not see is refused like one that does not exist. */
export const mustSee = async (
  incidents: IncidentContext["incidents"],
  parentId: string,
  path = "body.parentId",
): Promise<void> => {
  await incidents.get(parentId).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal("invalid_input", undefined, [{ path, message: "No such incident" }]);
  });
};

/**
 * Why edits beside a command may not name their parent, to be thrown where the command is decided: a repeated
 * request gets its first answer before that.
 */
export const parentRefusal = async (
  incidents: IncidentContext["incidents"],
  also: Also | undefined,
  path: string,
): Promise<Refusal | undefined> => {
  if (!also?.parentId) return undefined;
  try {
    await mustSee(incidents, also.parentId, path);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
