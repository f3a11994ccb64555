import { useState } from "react";
import type { Pages } from "../../api/use-pages.ts";
import type { Read } from "../../api/use-read.ts";
import type { KeptKind, KeptRecord } from "../change-rules/kept-kind.ts";
import { KeptTable } from "../change-rules/kept-table.tsx";

type Props<R extends KeptRecord, B extends object> = {
  readonly kind: KeptKind<R, B>;
  readonly read: Pick<Read<unknown>, "isLoading" | "problem" | "refresh">;
  readonly all: readonly R[];
};

/** A list of a kind of which the API answers all at once. */
export const ModelList = <R extends KeptRecord, B extends object>({ kind, read, all }: Props<R, B>) => {
  const [state, setState] = useState("active");
  const pages: Pages<R> = {
    items: all.filter((each) => each.state === state),
    isLoading: read.isLoading,
    hasMore: false,
    problem: read.problem,
    more: read.refresh,
    refresh: read.refresh,
  };
  return <KeptTable kind={kind} pages={pages} state={state} onState={setState} />;
};
