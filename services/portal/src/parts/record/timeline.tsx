import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { fieldName } from "../../api/plain-words.ts";
import type { Pages } from "../../api/use-pages.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { Empty } from "../empty.tsx";
import { kindOfField } from "../names/known-names.ts";
import { PersonName } from "../names/named.tsx";
import { useNames } from "../names/names.ts";
import { ProblemAlert } from "../problem-alert.tsx";
import { When } from "../when.tsx";
import { inWords } from "../words.ts";

export type HistoryItem = Schemas["HistoryItem"];

/** What a page says about events of its records. */
export type Telling = {
  /** `IncidentCommented` in words; without it the event's name is taken apart. */
  readonly nameOf?: ((item: HistoryItem) => string | undefined) | undefined;
  /** Whether a text is for colleagues only. */
  readonly isInternal?: ((item: HistoryItem) => boolean) | undefined;
  /** Fields that say nothing to people. */
  readonly hidden?: readonly string[] | undefined;
};

type Props = { readonly history: Pages<HistoryItem>; readonly telling?: Telling };

const textOf = ({ data }: HistoryItem): string | undefined => {
  const { text, reason, note } = data;
  return [text, reason, note].find((each): each is string => typeof each === "string");
};

const short = (value: unknown, name: (id: string) => string): string => {
  if (value === undefined || value === null) return texts.none;
  if (Array.isArray(value)) return value.map((each) => short(each, name)).join(", ") || texts.none;
  if (typeof value === "object")
    return Object.values(value)
      .filter((each) => typeof each !== "object")
      .join(" ");
  return typeof value === "string" && /^[a-z]+(_[a-z]+)+$/.test(value) ? inWords(value) : name(String(value));
};

/** What names somebody is called by what they are: their name stands behind it, not their id. */
const labelOf = (field: string): string =>
  fieldName(kindOfField(field) === undefined ? field : field.replace(/Ids?$/, ""));

const Changes = ({ item, hidden }: { readonly item: HistoryItem; readonly hidden: readonly string[] }) => {
  const names = useNames();
  const nameIn = (field: string) => {
    const kind = kindOfField(field);
    return (id: string): string => (kind === undefined ? id : names(kind, id));
  };
  const changes = Object.entries(item.changes).filter(([field]) => !hidden.includes(field));
  if (changes.length === 0) return null;
  const list = (
    <ul className="changes">
      {changes.map(([field, { from, to }]) => (
        <li key={field}>
          {labelOf(field)}: {from === undefined ? "" : `${short(from, nameIn(field))} → `}
          {short(to, nameIn(field))}
        </li>
      ))}
    </ul>
  );
  return changes.length > 3 ? (
    <ExpandableSection headerText={`${labelOf(changes[0]?.[0] ?? "")} + ${changes.length - 1}`}>
      {list}
    </ExpandableSection>
  ) : (
    list
  );
};

/** The file that an entry is about, by its name. */
const fileIn = ({ data }: HistoryItem): string | undefined => {
  const { name } = (data.attachment ?? {}) as { readonly name?: unknown };
  return typeof name === "string" ? name : undefined;
};

const Moment = ({ item, telling }: { readonly item: HistoryItem; readonly telling: Telling }) => {
  const { actor } = item.meta;
  const text = textOf(item);
  const isInternal = text !== undefined && telling.isInternal?.(item) === true;
  const kind = text === undefined ? "event" : isInternal ? "note" : "comment";
  const name = telling.nameOf?.(item) ?? inWords(item.type);
  return (
    <li className={`moment moment-${kind}`}>
      <SpaceBetween direction="horizontal" size="xs">
        <b title={actor.id}>{actor.name ?? <PersonName id={actor.id} />}</b>
        <span>{name}</span>
        {fileIn(item) !== undefined && <span>{fileIn(item)}</span>}
        {isInternal && <Box color="text-status-warning">{texts.note}</Box>}
        <Box color="text-body-secondary">
          <When at={item.meta.occurredAt} as="distance" />
        </Box>
      </SpaceBetween>
      {text !== undefined && <p className="words">{text}</p>}
      <Changes item={item} hidden={telling.hidden ?? []} />
    </li>
  );
};

/** What happened to a record, in the order in which it is given; replies and internal notes look different. */
export const Timeline = ({ history, telling = {} }: Props) => (
  <SpaceBetween size="s">
    <ProblemAlert problem={history.problem} onRetry={history.refresh} />
    {history.items.length === 0 && !history.isLoading && <Empty title={texts.empty} />}
    <ol className="timeline" aria-label={texts.history}>
      {history.items.map((item) => (
        <Moment key={item.meta.eventId} item={item} telling={telling} />
      ))}
    </ol>
    {history.hasMore && <Button onClick={() => void history.more()}>{texts.more_history}</Button>}
  </SpaceBetween>
);
