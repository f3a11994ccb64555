import { useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import type { BodyOf } from "../../api/request.ts";
import { linesAt, partsOf, rowsIn } from "./pasted-rows.ts";

export type Arrival = Omit<BodyOf<"POST /assets/receive">, "rows">;

/** A line that was refused, and why. */
export type RefusedLine = { readonly place: number; readonly line: string; readonly why: string };

/** So many are received by one request. */
const most = 100;

/** Receives any number of pasted lines; what is refused stays to be corrected, what was received is named. */
export const useReceiving = (onLeft: (lines: string) => void) => {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [refused, setRefused] = useState<readonly RefusedLine[]>([]);
  const [came, setCame] = useState<readonly string[]>([]);
  const receive = async (arrival: Arrival, text: string): Promise<number> => {
    const parts = partsOf(rowsIn(text), most);
    const received: string[] = [];
    const wrong: (readonly [place: number, why: string])[] = [];
    setRunning(true);
    setProblem(undefined);
    let done = 0;
    try {
      for (const rows of parts) {
        const { results } = await call("POST /assets/receive", { body: { ...arrival, rows } });
        received.push(...results.flatMap(({ ok, id }) => (ok && id !== undefined ? [id] : [])));
        for (const { row, ok, detail, code = "" } of results)
          if (!ok) wrong.push([done + row, detail ?? code]);
        done += rows.length;
      }
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      const rest = rowsIn(text)
        .map((_, place) => place)
        .filter((place) => place >= done);
      const places = [...wrong.map(([place]) => place), ...rest];
      setRefused(wrong.map(([place, why]) => ({ place, line: linesAt(text, [place]), why })));
      setCame((before) => [...received, ...before]);
      onLeft(linesAt(text, places));
      setRunning(false);
    }
    return received.length;
  };
  return { receive, isRunning, problem, refused, came };
};
