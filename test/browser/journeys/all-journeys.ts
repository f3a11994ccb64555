import { agentJourneys } from "./agent.ts";
import { assetJourneys } from "./assets.ts";
import { changeJourneys } from "./changes.ts";
import { configurationJourneys } from "./configuration.ts";
import { designerJourneys } from "./designer.ts";
import { employeeJourneys } from "./employee.ts";
import { fileJourneys } from "./files.ts";
import type { Journey } from "./journey.ts";
import { keyboardJourneys } from "./keyboard.ts";
import { knowledgeJourneys } from "./knowledge.ts";
import { managerJourneys } from "./managers.ts";
import { orderingJourneys } from "./ordering.ts";
import { problemJourneys } from "./problems.ts";
import { ratingJourneys } from "./rating.ts";

/** Every journey; whoever adds a file adds a line. */
export const allJourneys: readonly Journey[] = [
  ...employeeJourneys,
  ...agentJourneys,
  ...orderingJourneys,
  ...keyboardJourneys,
  ...managerJourneys,
  ...changeJourneys,
  ...problemJourneys,
  ...knowledgeJourneys,
  ...ratingJourneys,
  ...designerJourneys,
  ...fileJourneys,
  ...assetJourneys,
  ...configurationJourneys,
];
