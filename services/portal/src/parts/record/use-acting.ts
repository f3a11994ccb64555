import { useState } from "react";
import { call } from "../../api/call.ts";
import { plainWords } from "../../api/plain-words.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import type { Route } from "../../api/request.ts";
import { notify } from "../../shell/notices.ts";
import { type Acted, type Action, fieldsOf, parameterOf } from "./action.ts";

type Props<T extends Acted> = {
  readonly record: T;
  /** What is told about when it is done, where it is not the record itself. */
  readonly about?: string;
  /** The record as it is afterwards. */
  readonly onDone: (record: T) => void;
  /** Somebody was faster: shows how the record is now. */
  readonly onConflict: () => unknown;
};

type AnyCall = (route: Route, asked: object) => Promise<unknown>;

/** Does one of a record's actions and tells what came of it. */
export const useActing = <T extends Acted>({ record, about = record.id, onDone, onConflict }: Props<T>) => {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const act = async (action: Action<T>, entered: Record<string, unknown>): Promise<boolean> => {
    setRunning(true);
    setProblem(undefined);
    try {
      const body = action.body?.(entered, record) ?? entered;
      const params = { [parameterOf(action.route)]: record.id };
      const reply = await (call as AnyCall)(action.route, { params, body, version: record.version });
      notify("success", `${about}: ${action.text}`);
      onDone(reply as T);
      return true;
    } catch (error) {
      const refusal = asProblem(error);
      setProblem(refusal);
      if (refusal.status === 412 || refusal.status === 409) onConflict();
      if (fieldsOf(action, record).length === 0 && action.isAsked !== true)
        notify("error", plainWords(refusal));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { act, isRunning, problem, forget: () => setProblem(undefined) };
};
