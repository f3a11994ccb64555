import { useState } from "react";
import { type Pages, usePages } from "../../api/use-pages.ts";
import { type KeptKind, type KeptRecord, routesOf } from "./kept-kind.ts";
import { KeptTable } from "./kept-table.tsx";

type Props<R extends KeptRecord, B extends object> = { readonly kind: KeptKind<R, B> };

/** All of a kind, by state, and the way to a new one. */
export const KeptList = <R extends KeptRecord, B extends object>({ kind }: Props<R, B>) => {
  const [state, setState] = useState(kind.states?.[0] ?? "active");
  const asked = { query: { state, limit: 100 } };
  const pages = usePages(routesOf(kind).list, asked as never) as unknown as Pages<R>;
  return <KeptTable kind={kind} pages={pages} state={state} onState={setState} />;
};
