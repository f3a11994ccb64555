import type { Ask } from "../../shared/dynamo/query.ts";
import type { Holding } from "../../shared/holdings/holdings.ts";
import { replaceNamed } from "../../shared/holdings/replace-named.ts";
import { keptList } from "../../shared/kept/kept.ts";
import type { DepartureSnapshot } from "../organization/events-departures.ts";
import type { ChangeContext } from "./context.ts";
import {
  handOverDelegation,
  isAskedByFreeze,
  isInDelegation,
  isNamedInModel,
  isPlannedIn,
  leaveBoard,
  replaceInFreeze,
  replaceInModel,
  replaceInTemplate,
  sitsIn,
} from "./decisions/depart-rules.ts";
import { paths } from "./table-kept.ts";

const live = ["draft", "in_review", "approved", "suspended"] as const;

/** Rules of how changes are done and decided, of which there are some hundred at most: who is gone is named in none. */
export const handOverRules = async (
  departure: DepartureSnapshot,
  context: ChangeContext,
): Promise<Holding[]> => {
  const { personId, lastAt } = departure;
  const isOver = lastAt <= context.now();
  const kept = (path: string): Ask[] => [keptList(path, "active")];
  const boards = await replaceNamed(
    {
      kind: "change-board",
      records: context.boards,
      asks: kept(paths.board),
      isNamed: (board) => sitsIn(board, personId),
      replace: (board) => leaveBoard(board, departure),
    },
    isOver,
  );
  const models = await replaceNamed(
    {
      kind: "change-model",
      records: context.models,
      asks: kept(paths.model),
      isNamed: (model) => isNamedInModel(model, personId),
      replace: (model) => replaceInModel(model, departure),
    },
    isOver,
  );
  const freezes = await replaceNamed(
    {
      kind: "change-freeze",
      records: context.freezeRecords,
      asks: kept(paths.freeze),
      isNamed: (freeze) => isAskedByFreeze(freeze, personId),
      replace: (freeze) => replaceInFreeze(freeze, departure),
    },
    isOver,
  );
  const templates = await replaceNamed(
    {
      kind: "change-template",
      records: context.templates,
      asks: live.map((partition) => ({ index: "templatesByState", partition })),
      isNamed: (template) => isPlannedIn(template, personId),
      replace: (template) => replaceInTemplate(template, departure),
    },
    isOver,
  );
  return [...boards, ...models, ...freezes, ...templates];
};

/** Absences that are not over. `isAwaited`: somebody may still have to decide in the place of who is gone. */
export const handOverDelegations = async (
  departure: DepartureSnapshot,
  isAwaited: boolean,
  { delegations, now }: ChangeContext,
): Promise<Holding[]> => {
  const { personId, lastAt } = departure;
  const at = now();
  const own = { index: "delegationsByPerson", partition: personId, from: at };
  const forOthers = { index: "delegationsByDeputy", partition: personId, from: at };
  return replaceNamed(
    {
      kind: "approval-delegation",
      records: delegations,
      asks: [own, forOthers],
      isNamed: (delegation) => isInDelegation(delegation, personId, at),
      replace: (delegation) =>
        isAwaited && delegation.personId === personId ? [] : handOverDelegation(delegation, departure, at),
    },
    lastAt <= at,
  );
};
