import { createContext, useContext } from "react";
import { type Fault, faultAt } from "./places.ts";
import type { Row, TypedItem } from "./typed-item.ts";

/** What all fields of the item that is being written share. */
export type Designing = {
  readonly item: TypedItem;
  readonly faults: readonly Fault[];
  readonly isOpen: (uid: string) => boolean;
  readonly open: (uid: string, isOpen: boolean) => void;
  /** Says to screen readers what was just done. */
  readonly say: (text: string) => void;
  /** Moves the focus, once it is drawn, to a row's first field or to one of its buttons. */
  readonly focus: (uid: string, on: Place) => void;
};
export type Place = "field" | "up" | "down" | "remove" | "add";

const DesigningContext = createContext<Designing | undefined>(undefined);

export const DesigningProvider = DesigningContext.Provider;

export const useDesigning = (): Designing => {
  const designing = useContext(DesigningContext);
  if (designing === undefined) throw new Error("no item is being written here");
  return designing;
};

/** The texts of a row, or of the item itself, as the properties of the fields they are typed in. */
export const textsOf = <R extends object>(
  { faults }: Pick<Designing, "faults">,
  row: R,
  onChange: (row: R) => void,
) => {
  const uid = (row as Partial<Row>).uid ?? "";
  return (name: keyof R & string, label: string, hint?: string) => ({
    label,
    hint,
    error: faultAt(faults, uid, name),
    value: String(row[name]),
    onChange: (value: string) => onChange({ ...row, [name]: value }),
  });
};
