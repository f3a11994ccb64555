import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { configurationTexts } from "../configuration/texts.ts";
import { duplicateTexts as texts } from "./texts.ts";

type Props = { readonly name: string; readonly value: unknown };

/** A value of an item as people read it. */
export const ComparedValue = ({ name, value }: Props) => {
  if (value === undefined || value === "") return texts.nothing;
  const text = Array.isArray(value) ? value.join("; ") : String(value);
  if (name === "ownerId") return <PersonName id={text} />;
  if (name === "teamId") return <TeamName id={text} />;
  return name === "criticality" ? (configurationTexts.criticalities[text] ?? text) : text;
};
