import { agentJourneys } from "./agent.ts";
import { employeeJourneys } from "./employee.ts";
import type { Journey } from "./journey.ts";
import { orderingJourneys } from "./ordering.ts";

/** Every journey; whoever adds a file adds a line. */
export const allJourneys: readonly Journey[] = [...employeeJourneys, ...agentJourneys, ...orderingJourneys];
