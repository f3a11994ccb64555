import { simulatedIncident } from "./incident.ts";
import { simulatedProblem } from "./problem.ts";
import type { Simulated } from "./simulated.ts";

/** Every service that takes part in simulations; a new one adds its file and a line here. */
export const allSimulated: readonly Simulated[] = [simulatedIncident, simulatedProblem];
