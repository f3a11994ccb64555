import type { Authority, Clock } from "../parts.ts";
import { AwsFailure } from "./aws-failure.ts";
import type { CallingFunction, Denial } from "./callers.ts";

/** Lets a caller pass or throws AWS's AccessDeniedException, and remembers the denial. */
export type Guard = {
  readonly demand: (
    caller: CallingFunction,
    action: string,
    resource: string,
    context?: Readonly<Record<string, string | readonly string[]>>,
  ) => void;
  readonly denied: () => readonly Denial[];
};

/** Denials kept; a loop of refused calls must not fill the memory. */
const maximumKept = 1000;

const lastPart = (arn: string): string => arn.split(/[:/]/).at(-1) ?? arn;

/** Makes the guard of the gateway. */
export const createGuard = (authority: Authority, clock: Pick<Clock, "now">, account: string): Guard => {
  const kept: Denial[] = [];
  return {
    demand: (caller, action, resource, context) => {
      const decision = authority.roleMay(caller.roleArn, action, resource, context);
      if (decision.allowed) return;
      const time = new Date(clock.now()).toISOString();
      kept.push({ time, role: caller.roleArn, action, resource, reason: decision.reason });
      if (kept.length > maximumKept) kept.shift();
      const user = `arn:aws:sts::${account}:assumed-role/${lastPart(caller.roleArn)}/${lastPart(caller.functionArn)}`;
      throw new AwsFailure(
        "com.amazon.coral.service#AccessDeniedException",
        `User: ${user} is not authorized to perform: ${action} on resource: ${resource} (${decision.reason})`,
      );
    },
    denied: () => [...kept],
  };
};
