import type { LifecycleTable } from "../../shared/domain/lifecycle.ts";
import type { Random } from "./machine/random.ts";
import type { Operation, SeenRecord } from "./simulated.ts";

/** So that what is refused is asked now and then, too. */
const wrongChance = 0.1;
const mostTries = 6;

const plain = (name: string): string => name.replaceAll(/[^a-z]/gi, "").toLowerCase();

/** Whether a record's state lets it happen, as far as who asked last could see; what its life does not know always is. */
const isPossible = ({ transitions }: LifecycleTable, { state }: SeenRecord, { path }: Operation): boolean => {
  const verb = plain(path.split("/").at(-1) ?? "");
  const arrow = Object.entries(transitions).find(([action]) => plain(action) === verb);
  return arrow === undefined || arrow[1].from.includes(String(state));
};

/** Mostly what the record's state allows: drawn blindly, nearly all is refused and no record gets far. */
export const likely = (
  random: Random,
  lifecycle: LifecycleTable,
  record: SeenRecord,
  draw: () => Operation,
): Operation => {
  for (let tries = 0; tries < mostTries; tries++) {
    const operation = draw();
    if (isPossible(lifecycle, record, operation) || random.chance(wrongChance)) return operation;
  }
  return draw();
};
