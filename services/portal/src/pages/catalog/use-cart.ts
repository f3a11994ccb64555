import { useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { usePages } from "../../api/use-pages.ts";
import { useWholeRecords } from "../../api/use-whole-records.ts";
import { goTo } from "../../shell/follow.ts";
import { notify } from "../../shell/notices.ts";
import { type Cart, cartsOf, type Draft, joined } from "./order-draft.ts";
import { catalogTexts as texts } from "./texts.ts";

const discard = ({ id }: Draft): Promise<unknown> =>
  call("POST /request-drafts/{requestDraftId}/discard", { params: { requestDraftId: id }, body: {} });

const put = (draft: Draft, body: ReturnType<typeof joined>): Promise<Draft> =>
  call("PUT /request-drafts/{requestDraftId}", {
    params: { requestDraftId: draft.id },
    body,
    version: draft.version,
  });

/** Several drafts become one before it is ordered: whatever ends in between, all of it is still in the cart. */
const order = async ({ drafts }: Cart): Promise<string> => {
  const [first, ...others] = drafts;
  if (first === undefined) throw new Error("nothing to order");
  const whole = others.length === 0 ? first : await put(first, joined(drafts));
  for (const other of others) await discard(other);
  const params = { requestDraftId: whole.id };
  const made = await call("POST /request-drafts/{requestDraftId}/order", {
    params,
    body: {},
    version: whole.version,
  });
  return made.id;
};

const without = async (draft: Draft, at: number): Promise<void> => {
  const { note, requestedFor } = draft;
  const lines = draft.lines.toSpliced(at, 1);
  if (lines.length === 0) await discard(draft);
  else
    await put(draft, {
      ...joined([{ ...draft, lines }]),
      ...(note && { note }),
      ...(requestedFor && { requestedFor }),
      lines,
    });
};

/** What the person began and has not ordered, by whom it is for. */
export const useCart = () => {
  const pages = usePages("GET /request-drafts", { query: { state: "open", limit: 100 } });
  const whole = useWholeRecords<Draft>("GET /request-drafts/{requestDraftId}", "requestDraftId", pages.items);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const running = async (what: () => Promise<void>): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    try {
      await what();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setRunning(false);
      await pages.refresh();
    }
  };
  return {
    carts: cartsOf(whole.items),
    isLoading: pages.isLoading || whole.isLoading,
    problem: problem ?? pages.problem,
    isRunning,
    order: (cart: Cart) =>
      running(async () => {
        const id = await order(cart);
        notify("success", texts.placed(id));
        goTo(`/requests/${id}`);
      }),
    remove: (draft: Draft, at: number) => running(() => without(draft, at)),
  };
};
