import Box from "@cloudscape-design/components/box";
import { differences } from "./changes.ts";
import { asSent } from "./merge-items.ts";
import { catalogItemTexts as texts } from "./texts.ts";

type Item = Parameters<typeof asSent>[0];
type Props = { readonly before: Item; readonly after: Item; readonly same?: string };

/** Where two editions differ, one line for each change. */
export const EditionChanges = ({ before, after, same = texts.same }: Props) => {
  const currency = after.price?.currency ?? before.price?.currency ?? "EUR";
  const lines = differences(asSent(before), asSent(after), currency);
  if (lines.length === 0) return <Box>{same}</Box>;
  return (
    <ul className="changes">
      {lines.map(({ place, before: was, after: now }) => (
        <li key={`${place} ${was} ${now}`}>
          <b>{place}</b>: {was === "" || was === "–" ? "" : `${was} → `}
          {now}
        </li>
      ))}
    </ul>
  );
};
