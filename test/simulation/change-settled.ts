import type { Change } from "../../services/change/change.ts";
import type { Delegation } from "../../services/change/delegation.ts";
import type { Meeting } from "../../services/change/meeting.ts";
import type { Facts, Kept } from "./facts.ts";

const recordOf = <R>({ id, item }: Kept): R =>
  ({ id, ...(item?.record as object), ...(item?.long as object), version: item?.version }) as R;

const kept = ({ kept: all }: Facts, prefix: string): readonly Kept[] =>
  all.filter(({ id, service }) => service === "change" && new RegExp(`^${prefix}\\d+$`).test(id));

/** What a board decided on a change last is on the agenda of the meeting in which it did. */
export const brokenMinutes = (facts: Facts): string[] => {
  const meetings = new Map(kept(facts, "CBM").map((one) => [one.id, recordOf<Meeting>(one)]));
  const last = new Map<string, string>();
  for (const { id, history } of kept(facts, "CHG"))
    for (const { type, data } of history)
      if (type === "ChangeBoardDecided") {
        const { meetingId, verdict } = data.board as { readonly meetingId: string; readonly verdict: string };
        last.set(`${meetingId} ${id}`, verdict);
      }
  return [...last].flatMap(([key, verdict]) => {
    const [meetingId = "", changeId] = key.split(" ");
    const item = meetings.get(meetingId)?.items.find((each) => each.changeId === changeId);
    return item?.verdict === verdict
      ? []
      : [`${meetingId} says ${item?.verdict} of ${changeId}, decided was ${verdict}`];
  });
};

/** When all has come to rest, what changes asked of the CMDB is settled. */
export const brokenModifications = (facts: Facts): string[] =>
  kept(facts, "CHG")
    .map((one) => recordOf<Change>(one))
    .filter(({ modified }) => modified !== undefined && modified.settledAt === undefined)
    .map(({ id }) => `${id} does not know what became of its modifications`);

/** Indexes lag: of what is said and asked in the same minute one may not know of the other. */
const isApart = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) > 60_000;

/** Who is away has somebody in their seat, wherever they are waited for. */
export const brokenDeputies = (facts: Facts): string[] => {
  const active = kept(facts, "CDG")
    .map((one) => recordOf<Delegation>(one))
    .filter(({ state, until }) => state === "active" && Date.parse(until) > facts.now);
  return kept(facts, "CHG")
    .map((one) => recordOf<Change>(one))
    .filter(({ state, approval }) => state === "authorize" && approval?.state === "pending")
    .flatMap(({ id, approval }) => {
      const open = approval?.steps.find(({ state }) => state === "open");
      return (open?.seats ?? []).flatMap(({ personId, deputies = [] }) => {
        const away = active.some(
          (each) => each.personId === personId && isApart(each.createdAt, open?.openedAt ?? ""),
        );
        if (!away || deputies.length > 0 || approval?.barred.includes("kim")) return [];
        return [`${id} waits for ${personId}, who is away, and for nobody instead`];
      });
    });
};
