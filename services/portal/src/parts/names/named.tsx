import { partTexts } from "../../texts/parts.ts";
import type { Kind } from "./known-names.ts";
import { useNames } from "./names.ts";

type Props = { readonly id: string | undefined };

const Named = ({ kind, id }: { readonly kind: Kind; readonly id: string }) => {
  const name = useNames()(kind, id);
  return <span title={id}>{name}</span>;
};

/** A person by name; the id shows when the name is pointed at. */
export const PersonName = ({ id }: Props) =>
  id === undefined || id === "" ? partTexts.none : <Named kind="person" id={id} />;

/** A team by name; the id shows when the name is pointed at. */
export const TeamName = ({ id }: Props) =>
  id === undefined || id === "" ? partTexts.none : <Named kind="team" id={id} />;

/** Several people by name. */
export const PeopleNames = ({ ids }: { readonly ids: readonly string[] }) => {
  const name = useNames();
  return <>{ids.map((id) => name("person", id)).join(", ") || partTexts.none}</>;
};
