import type { Change } from "../change.ts";
import { commandEndpoint } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import type { Circumstances } from "../decisions/command.ts";
import { close } from "../decisions/progress.ts";
import { target } from "../edges.ts";

/** As many parts as are looked at; a change with more is a programme. */
const most = 100;

/** Parts that are not over. They are found by an index, so one made in this very second may be missed. */
const openParts = async ({ id }: Change, _on: Circumstances, { changes }: ChangeContext) => {
  const parts = await changes.few({ index: "byTarget", partition: target.parent(id), edges: true }, most);
  const open = parts.filter(({ state }) => state !== "closed" && state !== "cancelled");
  return { openParts: open.map((part) => part.id) };
};

export const closeChange = commandEndpoint({
  id: "closeChange",
  summary: "It is over; where it has to be reviewed first, that can be done together with it",
  route: "POST /changes/{changeId}/close",
  permission: "change:work",
  command: close,
  more: openParts,
});
