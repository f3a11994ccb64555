import type { EventType } from "../../shared/events/event-type.ts";
import {
  CiDeployed,
  CiMaintenanceStarted,
  CiReclassified,
  CiRegistered,
  CiReinstated,
  CiRetired,
  type CiSnapshot,
  CiUpdated,
} from "./events.ts";
import { CiMerged } from "./events-quality.ts";

/** What each of them tells; which source said it, where one did. */
type CiMove = { readonly ci: CiSnapshot; readonly sourceId?: string | undefined };

/** Every event that tells what a CI is from now on: what others follow who keep what they need to know of CIs. */
export const ciMoves: readonly EventType<CiMove>[] = [
  CiRegistered,
  CiUpdated,
  CiReclassified,
  CiDeployed,
  CiMaintenanceStarted,
  CiRetired,
  CiReinstated,
  CiMerged,
].map((event) => event as EventType<CiMove>);
