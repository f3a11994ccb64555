import { Refusal } from "../../../shared/domain/refusal.ts";
import { IncidentUpdated } from "../events.ts";
import { command, happened } from "./command.ts";
import { changesBy, IncidentEdits, isEmpty } from "./edits.ts";

/** Facts corrected or added. What is cancelled stays as it was; a closed one may still be put right. */
export const edit = command({
  body: IncidentEdits,
  decide: (incident, edits, on) => {
    if (incident.state === "cancelled")
      throw new Refusal("illegal_transition", "A cancelled incident is not edited");
    if (edits.parentId === incident.id) {
      const violation = { path: "body.parentId", message: "An incident is not its own parent" };
      throw new Refusal("invalid_input", undefined, [violation]);
    }
    const changes = changesBy(incident, edits, on);
    return isEmpty(changes) ? [] : [happened(IncidentUpdated, incident, changes, {})];
  },
});
