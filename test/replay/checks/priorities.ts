import type { Evidence } from "../observe.ts";
import { type Check, check } from "./check.ts";

/** 2. The computed priority is the logged one on every row. */
export const priorities = ({ replayed: { lives, rows } }: Evidence): Check => {
  const compared = lives.reduce((sum, life) => sum + life.compared, 0);
  const badData = lives.reduce((sum, life) => sum + life.badData.length, 0);
  const wrong = lives.flatMap((life) => life.priorityDiffers);
  const failures = wrong.map(({ number, line, reason }) => `${number} line ${line}: ${reason}`);
  const uncompared = rows - badData - compared;
  return check(
    "the computed priority equals the logged one on every row",
    { "rows compared": compared, different: wrong.length },
    uncompared === 0 ? failures : [...failures, `${uncompared} rows were not compared`],
  );
};
