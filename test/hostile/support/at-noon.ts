import type { Bed } from "../../bed/start-bed.ts";

const day = 24 * 3_600_000;

/**
 * Moves a new cloud to the next noon (UTC) and lets all happen that falls due on the way. What runs once a day runs
 * soon after midnight: it must not write between two looks at the tables, whenever the tests run.
 */
export const toNoon = async ({ clock, drain }: Bed): Promise<void> => {
  const now = clock.now();
  const noon = Math.floor(now / day) * day + day / 2;
  clock.moveTo(noon > now ? noon : noon + day);
  await drain();
};
