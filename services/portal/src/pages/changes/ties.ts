import type { Change } from "./change-actions.ts";
import { workTexts as texts } from "./work-texts.ts";

/** Another record, and what it is to a change. */
export type Tie = {
  readonly text: string;
  readonly target: string;
  /** Where it is shown, if it is one that the portal shows. */
  readonly href: string | undefined;
  /** As the change says it, where it may be taken away. */
  readonly link?: Change["links"][number];
};

const places: Readonly<Record<string, string>> = {
  INC: "/incidents",
  PRB: "/problems",
  CHG: "/changes",
  REQ: "/requests",
};

/** Where a record is shown, told by its number. */
export const placeOf = (id: string): string | undefined => {
  const place = places[id.slice(0, 3)];
  return place === undefined ? undefined : `${place}/${id}`;
};

const tie = (text: string, target: string): Tie => ({ text, target, href: placeOf(target) });

/** Everything that a change is tied to: links, what it is a part of, what comes before it, and its parts. */
export const tiesOf = (change: Change, partIds: readonly string[]): readonly Tie[] => [
  ...(change.parentId === undefined ? [] : [tie(texts.parent, change.parentId)]),
  ...(change.comesAfter ?? []).map((id) => tie(texts.after, id)),
  ...partIds.map((id) => tie(texts.part, id)),
  ...change.links.map((link) => ({ ...tie(texts.linkTypes[link.type] ?? link.type, link.target), link })),
];
