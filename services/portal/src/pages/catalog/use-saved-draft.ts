import { useEffect, useRef, useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { keep, readKept } from "../../parts/kept.ts";
import { useSettled } from "../../parts/use-settled.ts";
import { type Draft, type DraftFields, fieldsOf, isKeptSo, type Order } from "./order-draft.ts";

/** After the last key: a draft keeps every version, so not each key is one. */
const pauseMs = 1500;
/** So many of the newest drafts are looked through for one that was begun elsewhere. */
const fewest = 10;

/** What this device knows of the draft: which it is, and what was entered when it was kept last. */
type Kept = { readonly id: string; readonly entered: string };

const read = async (requestDraftId: string): Promise<Draft | undefined> => {
  try {
    const draft = await call("GET /request-drafts/{requestDraftId}", { params: { requestDraftId } });
    return draft.state === "open" ? draft : undefined;
  } catch (error) {
    if (asProblem(error).status === 404) return undefined;
    throw error;
  }
};

/** The draft of just this thing, begun on this device or another one. */
const find = async (catalogItemId: string): Promise<Draft | undefined> => {
  const kept = readKept<Kept>("order-draft", catalogItemId);
  const known = kept === undefined ? undefined : await read(kept.id);
  if (known !== undefined) return known;
  const { items } = await call("GET /request-drafts", { query: { state: "open", limit: fewest } });
  const drafts = await Promise.all(items.map(({ id }) => read(id)));
  return drafts.find((draft) => draft?.lines.length === 1 && draft.lines[0]?.catalogItemId === catalogItemId);
};

const put = (draft: Draft, body: DraftFields): Promise<Draft> =>
  call("PUT /request-drafts/{requestDraftId}", {
    params: { requestDraftId: draft.id },
    body,
    version: draft.version,
  });

/** Keeps what is entered; a draft that was saved elsewhere meanwhile keeps that in its history, one that is over is begun anew. */
const write = async (
  draft: Draft | undefined,
  bodyFor: (draft: Draft | undefined) => DraftFields,
): Promise<Draft> => {
  const begin = () => call("POST /request-drafts", { body: bodyFor(undefined) });
  if (draft === undefined) return begin();
  if (isKeptSo(draft, bodyFor(draft))) return draft;
  try {
    return await put(draft, bodyFor(draft));
  } catch (error) {
    const { status } = asProblem(error);
    if (status !== 412 && status !== 404 && status !== 409) throw error;
    const now = await read(draft.id);
    return now === undefined ? begin() : put(now, bodyFor(now));
  }
};

type Saving = {
  readonly catalogItemId: string;
  /** A line of a draft in the cart, where that is what is edited. */
  readonly of?: { readonly draftId: string; readonly at: number } | undefined;
  readonly order: Order;
  /** Something was entered that is not ordered yet. */
  readonly isBegun: boolean;
  /** What was entered, as this device keeps it. */
  readonly entered: string;
  /** Takes what was entered elsewhere, where this device has nothing newer. */
  readonly onFound: (draft: Draft) => void;
  /** Forgets what was entered: it was ordered or thrown away elsewhere. */
  readonly onOver: () => void;
};

/** Keeps an order with the API while it is entered, so that it is there on every device: nothing that was typed is lost. */
export const useSavedDraft = ({ catalogItemId, of, order, isBegun, entered, onFound, onOver }: Saving) => {
  const [draft, setDraft] = useState<Draft>();
  const [isFound, setFound] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const latest = useRef(draft);
  const name = of === undefined ? catalogItemId : `${of.draftId}.${of.at}`;
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const take = (next: Draft | undefined): void => {
    latest.current = next;
    setDraft(next);
    keep("order-draft", name, next === undefined ? undefined : { id: next.id, entered });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the form is opened
  useEffect(() => {
    const look = async (): Promise<void> => {
      try {
        const found = await (of === undefined ? find(catalogItemId) : read(of.draftId));
        const known = readKept<Kept>("order-draft", name);
        const isNewer = isBegun && known?.entered !== entered;
        // It was ordered or thrown away elsewhere: what is entered next is another order.
        if (known !== undefined && found?.id !== known.id && !isNewer) onOver();
        if (found === undefined) return;
        latest.current = found;
        setDraft(found);
        if (!isNewer) onFound(found);
      } catch (error) {
        setProblem(asProblem(error));
      } finally {
        setFound(true);
      }
    };
    void look();
  }, []);
  /** Keeps what is entered now, after what is being kept already. */
  const save = (): Promise<Draft | undefined> => {
    const next = underWay.current.then(async () => {
      try {
        const bodyFor = (known: Draft | undefined) =>
          fieldsOf(catalogItemId, order, { draft: known, at: of?.at ?? 0 });
        const kept = await write(latest.current, bodyFor);
        take(kept);
        setProblem(undefined);
        return kept;
      } catch (error) {
        setProblem(asProblem(error));
        return undefined;
      }
    });
    underWay.current = next;
    return next;
  };
  const text = JSON.stringify(order);
  const settled = useSettled(text, pauseMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come to rest is kept, once
  useEffect(() => {
    if (isFound && isBegun && settled === text) void save();
  }, [settled, isFound, isBegun]);
  const discard = async (): Promise<void> => {
    const known = latest.current;
    take(undefined);
    if (known?.lines.length !== 1) return;
    const params = { requestDraftId: known.id };
    await call("POST /request-drafts/{requestDraftId}/discard", { params, body: {} }).catch(() => undefined);
  };
  return { draft, save, problem, discard, forget: () => take(undefined) };
};
