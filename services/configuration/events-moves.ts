import {
  CiDeployed,
  CiMaintenanceStarted,
  CiReclassified,
  CiRegistered,
  CiReinstated,
  CiRetired,
  CiUpdated,
} from "./events.ts";
import { CiMerged } from "./events-quality.ts";

/** Every event that tells what a CI is from now on: what others follow who keep what they need to know of CIs. */
export const ciMoves = [
  CiRegistered,
  CiUpdated,
  CiReclassified,
  CiDeployed,
  CiMaintenanceStarted,
  CiRetired,
  CiReinstated,
  CiMerged,
] as const;
