import type { FunctionSpec } from "../../../infra/local/functions/function-spec.ts";
import type { Container } from "../machine/container.ts";
import { type CodeVersion, codeVersions } from "./deployment.ts";
import type { Invocation } from "./invocations.ts";

/** A container's place in the world; its timers belong to it. */
export type Slot = {
  readonly kind: string;
  container: Container | undefined;
  invocation: Invocation | undefined;
};

const kindOf = ({ arn }: FunctionSpec, version: CodeVersion): string => `${arn} ${version}`;

/** A place for a container of a function that runs a version of its code. */
export const newSlot = (spec: FunctionSpec, version: CodeVersion): Slot => ({
  kind: kindOf(spec, version),
  container: undefined,
  invocation: undefined,
});

/** Containers that are warm and have nothing to do; the one used last comes first. */
export const createIdleSlots = () => {
  const idle = new Map<string, Slot[]>();
  return {
    take: (spec: FunctionSpec, version: CodeVersion): Slot | undefined =>
      idle.get(kindOf(spec, version))?.pop(),
    put: (slot: Slot) => void idle.set(slot.kind, [...(idle.get(slot.kind) ?? []), slot]),
    forget: (spec: FunctionSpec) => {
      for (const version of codeVersions) idle.delete(kindOf(spec, version));
    },
  };
};
