import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision, Occurrence } from "../../../shared/dynamo/record.ts";
import { type Retirable, retirable } from "../retirable.ts";

/** The fields of a new record, or all that an old one shall have: what they leave undefined it has no more. */
type Fields<R> = Omit<Partial<R>, "id" | "state">;

/**
 * What is done alike to calendars, holiday lists and agreements; `tell` makes the event of a record as the
 * changes leave it.
 */
export const upkeepOf = <R extends Retirable>(tell: (after: R, changes: Partial<R>) => Occurrence<R>) => {
  const changed = (record: Partial<R>, changes: Partial<R>): Decision<R> => [
    tell({ ...record, ...changes } as R, changes),
  ];
  const move = (action: "retire" | "restore") => (record: R) =>
    changed(record, { state: retirable.next(record.state, action) } as Partial<R>);
  return {
    create: (id: string, fields: Fields<R>): Decision<R> =>
      changed({ id } as Partial<R>, { state: "active", ...fields } as Partial<R>),
    replace: (record: R, fields: Fields<R>): Decision<R> => {
      if (record.state === "retired")
        throw new Refusal("illegal_transition", "What is retired is restored before it is changed");
      const changes = changedFields<R>(record, fields as Partial<R>);
      return Object.keys(changes).length === 0 ? [] : changed(record, changes);
    },
    retire: move("retire"),
    restore: move("restore"),
  };
};
