import type { Faults } from "../faults.ts";
import type { Random } from "../machine/random.ts";

/** Which code a container runs: the one that is tested, or the one that was there before it. */
export type CodeVersion = "present" | "older";
export const codeVersions: readonly CodeVersion[] = ["present", "older"];

/** While functions are updated one by one, both versions serve; for about so many invocations of each. */
const mostMixed = 12;

export type Deployment = {
  readonly begin: () => void;
  /** The version that the next invocation of a function gets. */
  readonly versionFor: (functionArn: string) => CodeVersion;
};

/** A deployment in the middle of everything: queues, records and streams hold what the older code left there. */
export const createDeployment = (faults: Faults, random: Random): Deployment => {
  const mixed = new Map<string, number>();
  let hasBegun = false;
  return {
    begin: () => {
      hasBegun = true;
    },
    versionFor: (functionArn) => {
      if (!faults.expects("deploy")) return "present";
      if (!hasBegun) return "older";
      const left = mixed.get(functionArn) ?? random.int(mostMixed);
      mixed.set(functionArn, left - 1);
      return left > 0 && random.chance(0.5) ? "older" : "present";
    },
  };
};
