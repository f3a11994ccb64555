import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Table from "@cloudscape-design/components/table";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { fieldName } from "../../api/plain-words.ts";
import { follow } from "../../shell/follow.ts";
import { ciEditTexts } from "../configuration/edit-texts.ts";
import { configurationTexts } from "../configuration/texts.ts";
import { ComparedValue } from "./compared-value.tsx";
import { type Compared, isAlike, isToDecide } from "./comparing.ts";
import { duplicateTexts as texts } from "./texts.ts";

type Ci = Schemas["Ci"];

/** Which of the two a field is kept of, by the field's name. */
export type Keeps = Readonly<Record<string, string>>;

const labels: Readonly<Record<string, string>> = {
  name: configurationTexts.columns.name,
  description: ciEditTexts.description,
  criticality: configurationTexts.columns.criticality,
  ownerId: configurationTexts.columns.owner,
  teamId: configurationTexts.columns.team,
  environment: configurationTexts.columns.environment,
  location: configurationTexts.columns.location,
  assetId: configurationTexts.asset,
};

export const labelOf = ({ name, isFact }: Compared): string =>
  (isFact ? labels[name] : undefined) ?? fieldName(name);

type Deciding = {
  readonly cis: readonly Ci[];
  readonly survivorId: string;
  readonly keeps: Keeps;
  /** Absent where nothing is to be decided any more. */
  readonly onKeep: ((name: string, ciId: string) => void) | undefined;
};

const Stays = ({ each, cis, survivorId, keeps, onKeep }: Deciding & { readonly each: Compared }) => {
  if (isAlike(each)) return texts.same;
  if (!isToDecide(each)) {
    const has = cis.find((_, at) => each.values[at] !== undefined && each.values[at] !== "");
    return has?.id === survivorId ? texts.of(survivorId) : `${texts.of(has?.id ?? "")}, ${texts.taken}`;
  }
  if (onKeep === undefined) return texts.of(keeps[each.name] ?? survivorId);
  return (
    <RadioGroup
      direction="horizontal"
      ariaLabel={`${texts.stays}: ${labelOf(each)}`}
      value={keeps[each.name] ?? survivorId}
      items={cis.map(({ id }) => ({ value: id, label: texts.of(id) }))}
      onChange={({ detail }) => onKeep(each.name, detail.value)}
    />
  );
};

type Props = Deciding & { readonly compared: readonly Compared[] };

/** Two items side by side, and what of them stays. */
export const Compare = ({ compared, ...deciding }: Props) => (
  <Table<Compared>
    variant="embedded"
    wrapLines
    trackBy="name"
    items={compared.toSorted((one, other) => Number(isAlike(one)) - Number(isAlike(other)))}
    empty={<Box>{texts.nothingDiffers}</Box>}
    columnDefinitions={[
      { id: "field", header: texts.field, cell: labelOf, isRowHeader: true },
      ...deciding.cis.map(({ id }, at) => ({
        id,
        header: (
          <Link href={`/cis/${id}`} onFollow={follow}>
            {id}
          </Link>
        ),
        cell: (each: Compared) => <ComparedValue name={each.name} value={each.values[at]} />,
      })),
      { id: "stays", header: texts.stays, cell: (each) => <Stays each={each} {...deciding} /> },
    ]}
  />
);
