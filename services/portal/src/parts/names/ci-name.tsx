import { partTexts } from "../../texts/parts.ts";
import { useCiNames } from "./ci-names.ts";

/** Configuration items or services by name; the ids show when the names are pointed at. */
export const CiNames = ({ ids }: { readonly ids: readonly string[] }) => {
  const name = useCiNames(ids);
  return ids.length === 0 ? partTexts.none : <span title={ids.join(", ")}>{ids.map(name).join(", ")}</span>;
};
