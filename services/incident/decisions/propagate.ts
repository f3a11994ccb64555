import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Incident } from "../incident.ts";
import type { Circumstances } from "./command.ts";

/** A parent's change as a decision about one of its children. */
export type Passed = (child: Incident, circumstances: Circumstances) => Decision<Incident>;

/** What the child's own state does not allow leaves the child as it is: it goes its own way. */
export const whereAllowed =
  (decide: Passed): Passed =>
  (child, circumstances) => {
    try {
      return decide(child, circumstances);
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  };
