import { useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { type Conflict, changesOf, conflictsOf } from "../../parts/record/merge.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { type Cause, causeOf, onTop, requestsFor, type Written, writtenOf } from "./cause-form.ts";
import type { Problem } from "./problem-actions.ts";

/** Writes what changed; the analysis first, and the root cause for the version that came of it. */
const write = async (
  problemId: string,
  { base, version, yours }: Written,
  onPart: (saved: Problem) => void,
): Promise<void> => {
  const params = { problemId };
  const written = writtenOf(yours);
  const { analysis, rootCause } = requestsFor(written, Object.keys(changesOf(base, written)));
  let now = version;
  if (analysis !== undefined) {
    const saved = await call("POST /problems/{problemId}/analysis", { params, body: analysis, version });
    now = saved.version;
    onPart(saved);
  }
  if (rootCause !== undefined)
    await call("POST /problems/{problemId}/root-cause", { params, body: rootCause, version: now });
};

/**
 * What is known of a problem's cause while it is written: kept as a draft until it is saved. What somebody else wrote
 * meanwhile goes together with it part by part; where both wrote the same part, `conflicts` asks.
 */
export const useCause = (problem: Problem, onDone: () => void) => {
  const cause = causeOf(problem);
  const draft = useDraft<Written>(`${problem.id}.cause`, {
    base: cause,
    version: problem.version,
    yours: cause,
  });
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<ApiProblem>();
  const [met, setMet] = useState<{ readonly theirs: Problem; readonly conflicts: readonly Conflict[] }>();

  const meet = async (wanted: Written): Promise<void> => {
    const theirs = await call("GET /problems/{problemId}", { params: { problemId: problem.id } });
    const conflicts = conflictsOf(wanted.base, writtenOf(wanted.yours), causeOf(theirs));
    if (conflicts.length > 0) setMet({ theirs, conflicts });
    else await send(onTop(wanted, theirs, []));
  };
  const send = async (wanted: Written): Promise<void> => {
    setMet(undefined);
    draft.set(wanted);
    await write(problem.id, wanted, (saved) => draft.set(onTop(wanted, saved, [])));
    draft.clear();
    onDone();
  };
  const save = async (wanted: Written): Promise<void> => {
    setRunning(true);
    setRefusal(undefined);
    try {
      await send(wanted).catch((error: unknown) => {
        if (asProblem(error).status !== 412) throw error;
        return meet(wanted);
      });
    } catch (error) {
      setRefusal(asProblem(error));
    } finally {
      setRunning(false);
    }
  };
  return {
    draft,
    yours: draft.value.yours,
    change: (yours: Cause) => draft.set({ ...draft.value, yours }),
    isRunning,
    problem: refusal,
    conflicts: met?.conflicts,
    save: () => save(draft.value),
    merge: (keepTheirs: readonly string[]) => {
      if (met !== undefined) void save(onTop(draft.value, met.theirs, keepTheirs));
    },
    giveUpMerge: () => setMet(undefined),
  };
};
