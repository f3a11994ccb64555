import type { ComponentType, ReactNode } from "react";
import type { Route } from "../../api/request.ts";
import { type Bound, withoutEmpty } from "../../parts/form/bound.ts";
import type { Action } from "../../parts/record/action.ts";
import type { Column } from "../../parts/table/column.ts";
import type { Me } from "../../session/me.ts";

/** What every kept record has. */
export type KeptRecord = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly state: string;
  readonly updatedAt: string;
  readonly actions?: readonly string[] | undefined;
};

export type FieldsProps<B> = { readonly form: Bound<B> };

/** A kind of record that is kept to be used again, as its pages need to know it: the rest follows from its address. */
export type KeptKind<R extends KeptRecord, B extends object> = {
  /** Of its list, in the portal and in the API: `/change-freezes`. */
  readonly address: string;
  /** How the API calls its id: `changeFreezeId`. */
  readonly param: string;
  readonly texts: {
    readonly many: string;
    readonly lead: string;
    readonly new: string;
    readonly none: string;
    readonly noneLead: string;
  };
  /** States that are listed apart; active and retired unless given. */
  readonly states?: readonly string[];
  /** Columns between name and state. */
  readonly columns: readonly Column<R>[];
  readonly empty: () => B;
  /** The record as the form has it. */
  readonly typedOf: (record: R) => B;
  /** What is typed as the API takes it, where that is not just the form without what is empty; throws `Unreadable`. */
  readonly bodyOf?: (typed: B) => object;
  /** Loaded once they are shown: its list has no use for them. */
  readonly Fields: ComponentType<FieldsProps<B>>;
  /** Who may write one; the API decides. */
  readonly writers: readonly string[];
  /** Whether this one may be written now; always unless given. */
  readonly isOpen?: (record: R) => boolean;
  /** What can be done with one besides writing it; retire and restore unless given. */
  readonly actions?: readonly Action<R>[];
  /** The record with what this person may do, where its own list does not say it. */
  readonly withMore?: (record: R, me: Me) => R;
  /** What else is said of one below its fields. */
  readonly More?: ComponentType<{ readonly record: R }>;
  /** Ways beside making a new one. */
  readonly more?: ReactNode;
};

/** What the store keeps of a record itself, and what one may do with it: no form has them. */
type Mechanical = "id" | "version" | "createdAt" | "updatedAt" | "state" | "actions";
type Stored = { readonly id: string; readonly version: number } & {
  readonly [K in Mechanical]?: unknown;
};

/** The fields of a record as they are written, where the form has just these. */
export const fieldsOf = <R extends Stored>({
  id: _id,
  version: _version,
  createdAt: _created,
  updatedAt: _updated,
  state: _state,
  actions: _actions,
  ...fields
}: R): Omit<R, Mechanical> => fields;

/** What is typed of a kind as the API takes it. */
export const bodyFrom = <R extends KeptRecord, B extends object>(kind: KeptKind<R, B>, typed: B): object =>
  (kind.bodyOf ?? withoutEmpty)(typed);

type AnyKind = { readonly address: string; readonly param: string };

/** The operations of a kind, by the one shape that kept records have. */
export const routesOf = ({ address, param }: AnyKind) => ({
  list: `GET ${address}` as "GET /change-freezes",
  create: `POST ${address}` as "POST /change-freezes",
  read: `GET ${address}/{${param}}` as "GET /change-freezes/{changeFreezeId}",
  replace: `PUT ${address}/{${param}}` as "PUT /change-freezes/{changeFreezeId}",
  step: (verb: string) => `POST ${address}/{${param}}/${verb}` as Route,
});
