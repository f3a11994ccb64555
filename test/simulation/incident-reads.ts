import { agents, type Command } from "./incident-commands.ts";

/** One of them, or what there is. */
export const read: Command = (random, _model, { id }) => ({
  as: random.pick(agents),
  method: "GET",
  path: random.pick([`/incidents/${id}`, `/incidents/${id}/history`, "/incidents"]),
});

/** By what people look for. */
export const listed: Command = (random, _model, { id }) => ({
  as: random.pick(agents),
  method: "GET",
  path: "/incidents",
  query: random.pick<Readonly<Record<string, string>>>([
    { ciId: "db-1" },
    { state: "resolved" },
    { unassigned: "true" },
    { parentId: id },
  ]),
});
