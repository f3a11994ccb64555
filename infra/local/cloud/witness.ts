import type { Bus, BusEvent, Clock, Functions, InvokeResult } from "../parts.ts";

/**
 * Hears what happens in a cloud before anything follows from it, so that even kill -9 hides nothing. Times
 * are virtual epoch milliseconds.
 */
export type Witness = {
  /** An event is about to be put on a bus. */
  readonly published: (event: BusEvent, at: number) => void;
  /** A function is asked; what is returned hears its answer. */
  readonly invoking: (
    functionArn: string,
    event: unknown,
    at: number,
  ) => (result: InvokeResult, at: number) => void;
};
type Time = Pick<Clock, "now">;

const functions = <F extends Functions>(own: F, clock: Time, witness: Witness | undefined): F =>
  witness === undefined
    ? own
    : {
        ...own,
        invoke: async (functionArn, event, options) => {
          const answered = witness.invoking(functionArn, event, clock.now());
          const result = await own.invoke(functionArn, event, options);
          answered(result, clock.now());
          return result;
        },
      };

const bus = <B extends Bus>(own: B, clock: Time, witness: Witness | undefined): B =>
  witness === undefined
    ? own
    : {
        ...own,
        put: (busArn, event) => {
          witness.published(event, clock.now());
          own.put(busArn, event);
        },
      };

/** Parts of the cloud that tell a witness what they do. */
export const observed = { functions, bus };
