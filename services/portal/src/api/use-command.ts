import { useCallback, useState } from "react";
import { notify } from "../shell/notices.ts";
import { call } from "./call.ts";
import { type ApiProblem, asProblem } from "./problem.ts";
import type { Asked, ReplyOf, Route } from "./request.ts";

type Options<R extends Route> = {
  readonly onDone?: (reply: ReplyOf<R>) => void;
  /** Said when it worked. */
  readonly done?: string | ((reply: ReplyOf<R>) => string);
  /** Told of a refusal, for what is done without a form that would show it. */
  readonly onRefused?: (problem: ApiProblem) => void;
};

/** Something a person does to the system. */
export type Command<R extends Route> = {
  /** Gives the answer, or nothing when it was refused. */
  readonly run: (asked: Asked<R>) => Promise<ReplyOf<R> | undefined>;
  readonly isRunning: boolean;
  readonly problem: ApiProblem | undefined;
  readonly forget: () => void;
};

type AnyOptions = {
  readonly onDone?: ((reply: unknown) => void) | undefined;
  readonly done?: string | ((reply: unknown) => string) | undefined;
  readonly onRefused?: ((problem: ApiProblem) => void) | undefined;
};
type AnyCall = (route: string, asked: unknown) => Promise<unknown>;

const useCommandOf = (route: string, { onDone, done, onRefused }: AnyOptions) => {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const run = async (asked: unknown): Promise<unknown> => {
    setRunning(true);
    setProblem(undefined);
    try {
      const reply = await (call as AnyCall)(route, asked);
      if (done !== undefined) notify("success", typeof done === "string" ? done : done(reply));
      onDone?.(reply);
      return reply;
    } catch (error) {
      const refusal = asProblem(error);
      setProblem(refusal);
      onRefused?.(refusal);
      return undefined;
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, problem, forget: useCallback(() => setProblem(undefined), []) };
};

/** Runs one operation at a time; a refusal stays with the form until the next attempt. */
export const useCommand = <R extends Route>(route: R, options: Options<R> = {}): Command<R> =>
  useCommandOf(route, options as AnyOptions) as unknown as Command<R>;
