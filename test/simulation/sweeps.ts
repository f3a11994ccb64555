import type { Run } from "./cloud/records.ts";
import type { Facts } from "./facts.ts";

/** A sweep hands back before its function's time is over; one that was so slow need not have seen everything. */
const slowMs = 40_000;

/** A timer's runs for one of its schedules that nobody disturbed: they did all that was due. */
export const sweepsOf = ({ runs }: Facts, service: string, schedule: string): readonly Run[] =>
  runs.filter(
    ({ functionArn, event, ok, isDisturbed, lastedMs }) =>
      functionArn.endsWith(`-${service}-timer`) &&
      (event as { readonly schedule?: string }).schedule === schedule &&
      ok &&
      !isDisturbed &&
      lastedMs < slowMs,
  );
