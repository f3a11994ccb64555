import type * as z from "zod";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import { LicenceComplianceChanged, LicencePositionChanged, type PositionMove } from "../events-software.ts";
import type { Compliance, Position } from "../software.ts";

type Counts = Pick<Position, "entitled" | "used">;

/** Compliant is what is covered; far less used than bought is money to be had back. */
export const complianceOf = (
  { entitled, used }: Counts,
  underUsedBelow: number,
): z.infer<typeof Compliance> => {
  if (used > entitled) return entitled <= 0 ? "unlicensed" : "over_used";
  if (entitled <= 0) return "unused";
  return used * 100 < entitled * underUsedBelow ? "under_used" : "compliant";
};

/** Adds what an event moved, and tells when that makes another position of it. */
export const movePosition = (
  position: Position,
  by: PositionMove,
  underUsedBelow: number,
): Decision<Position> => {
  if (by.entitled === 0 && by.allocated === 0 && by.used === 0) return [];
  const { modelId, state: before } = position;
  const counts = {
    entitled: position.entitled + by.entitled,
    allocated: position.allocated + by.allocated,
    used: position.used + by.used,
  };
  const state = complianceOf(counts, underUsedBelow);
  const now = { modelId, ...counts, state };
  const moved: Occurrence<Position> = occurred(LicencePositionChanged, { position: now }, now);
  if (state === before) return [moved];
  const told: Occurrence<Position> = occurred(LicenceComplianceChanged, { position: now, before }, {});
  return [moved, told];
};
