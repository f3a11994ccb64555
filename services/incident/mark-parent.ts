import { Refusal } from "../../shared/domain/refusal.ts";
import { becomeParent } from "./decisions/relate.ts";
import type { IncidentContext } from "./table.ts";

/** Only events of incidents that have a parent. */
export const ofChildren = { incident: { parentId: [{ exists: true }] } };

/** Makes an incident know that it has children, and where it was merged the one that stayed. */
export const markParent = async (parentId: string | undefined, context: IncidentContext): Promise<void> => {
  if (parentId === undefined) return;
  try {
    const { mergedInto } = await context.incidents.update(parentId, undefined, becomeParent);
    await markParent(mergedInto, context);
  } catch (error) {
    // The parent was checked when it was named; should it be gone, there is nothing to mark.
    if (!(error instanceof Refusal && error.code === "not_found")) throw error;
  }
};
