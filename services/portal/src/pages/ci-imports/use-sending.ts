import { useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";

type Asked = { readonly sourceId: string; readonly title?: string | undefined };
type Sent = { readonly id: string; readonly parts: number; readonly of: string };

/** Puts an import together part by part and tries it. What was sent stays sent: after a failure the rest follows. */
export const useSending = (onDone: (importId: string) => void) => {
  const [sent, setSent] = useState<Sent>();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const send = async ({ sourceId, title }: Asked, chunks: readonly string[]): Promise<void> => {
    // Another text or source is another import.
    const of = JSON.stringify([sourceId, title, chunks.length, chunks[0]]);
    setRunning(true);
    setProblem(undefined);
    try {
      let now = sent?.of === of ? sent : undefined;
      if (now === undefined) {
        const body = title === undefined || title === "" ? { sourceId } : { sourceId, title };
        now = { id: (await call("POST /ci-imports", { body })).id, parts: 0, of };
        setSent(now);
      }
      const params = { importId: now.id };
      for (let at = now.parts; at < chunks.length; at += 1) {
        const body = { chunk: at + 1, content: chunks[at] ?? "" };
        await call("POST /ci-imports/{importId}/rows", { params, body });
        setSent({ ...now, parts: at + 1 });
      }
      await call("POST /ci-imports/{importId}/check", { params, body: {} });
      onDone(now.id);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setRunning(false);
    }
  };
  return { send, sent, isRunning, problem };
};
