import { serviceActor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { forEachId } from "../../shared/dynamo/for-each.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import type { Circumstances } from "./decisions/command.ts";
import { hear, hearAll } from "./decisions/follow-problem.ts";
import type { Incident } from "./incident.ts";
import { type IncidentContext, target } from "./table.ts";

const problemsOf = ({ links }: Pick<Incident, "links">): string[] =>
  links.filter(({ type }) => type === "problem").map(({ target: id }) => id);

const circumstances = async ({ settings, now }: IncidentContext): Promise<Circumstances> => ({
  actor: serviceActor("incident"),
  now: now(),
  settings: await settings(),
});

/** Applies a decision to an incident that may not be there. */
export const onIncident = async (
  id: string,
  { incidents }: IncidentContext,
  decide: (incident: Incident) => Decision<Incident>,
): Promise<void> => {
  try {
    await incidents.update(id, undefined, decide);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "not_found")) throw error;
  }
};

/** An incident hears what is known of one of its problems. */
export const hearProblem = async (id: string, problemId: string, context: IncidentContext): Promise<void> => {
  const on = await circumstances(context);
  const { links } = await context.incidents.get(id);
  const known = await context.problems.known([problemId, ...problemsOf({ links })]);
  const problem = known.get(problemId);
  if (problem === undefined) return;
  const others = [...known.values()].filter((other) => other.id !== problemId);
  await onIncident(id, context, (incident) => hear(incident, problem, others, on));
};

/** Every incident that is tied to a problem hears of it, each in its own transaction. */
export const tellIncidents = (problemId: string, context: IncidentContext): Promise<void> =>
  forEachId(context.incidents.ids({ index: "byTarget", partition: target.record(problemId) }), (id) =>
    hearProblem(id, problemId, context),
  );

/** An incident that was tied, or began to wait, hears of all its problems: at once, for an event has one effect. */
export const hearProblems = async (
  { id, links }: Pick<Incident, "id" | "links">,
  context: IncidentContext,
): Promise<void> => {
  const on = await circumstances(context);
  const known = await context.problems.known(problemsOf({ links }));
  await onIncident(id, context, (incident) => hearAll(incident, [...known.values()], on));
};
