import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import type { ReactNode } from "react";
import { partTexts } from "../texts/parts.ts";

type Props = {
  readonly columns?: number;
  /** Label and what stands below it; `undefined` shows a dash. */
  readonly pairs: readonly (readonly [label: string, value: ReactNode])[];
};

/** Facts of a record, label above value. */
export const KeyValues = ({ pairs, columns = 2 }: Props) => (
  <KeyValuePairs
    columns={columns}
    items={pairs.map(([label, value]) => ({
      label,
      value: value === undefined || value === "" ? partTexts.none : value,
    }))}
  />
);
