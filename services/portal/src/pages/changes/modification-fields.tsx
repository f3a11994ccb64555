import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRead } from "../../api/use-read.ts";
import { type Bound, partOf, rowsOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextField } from "../../parts/form/form-fields.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { choicesWith } from "../../parts/form/who-choices.ts";
import { PersonField, TeamField } from "../../parts/form/who-fields.tsx";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { partTexts } from "../../texts/parts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { modificationTexts as texts } from "./modification-texts.ts";
import type { OpenBody } from "./open-body.ts";

export type Modifications = NonNullable<OpenBody["modifications"]>;
type CiModification = NonNullable<Modifications["cis"]>[number];
type Relation = NonNullable<Modifications["relations"]>[number];

type ModificationProps = {
  readonly form: Bound<Modifications>;
  /** The change's items: no others are modified by it. */
  readonly ciIds: readonly string[];
};

const none = { value: "", text: partTexts.none };
/** So many items are offered by name; of more the number stands for itself. */
const mostNamed = 20;

const useItems = (ciIds: readonly string[]) => {
  const name = useCiNames(ciIds.slice(0, mostNamed));
  return ciIds.map((id) => ({ value: id, text: name(id), ...(name(id) === id ? {} : { description: id }) }));
};

type CiRow = { readonly form: Bound<CiModification>; readonly ciIds: readonly string[] };

const CiFields = ({ form, ciIds }: CiRow) => {
  const items = choicesWith(useItems(ciIds), form.value.ciId, (id) => id);
  const set = partOf(form, "set") as Bound<CiModification["set"]>;
  return (
    <ColumnLayout columns={2}>
      <ChoiceField {...textOf(form, "ciId", texts.ci, texts.ciHint)} choices={items} isRequired />
      <ChoiceField {...textOf(set, "state", texts.state)} choices={[none, ...choicesOf(texts.states)]} />
      <TextField {...textOf(set, "name", texts.name)} />
      <ChoiceField
        {...textOf(set, "criticality", texts.criticality)}
        choices={[none, ...choicesOf(texts.criticalities)]}
      />
      <TextField {...textOf(set, "environment", texts.environment)} />
      <TextField {...textOf(set, "location", texts.location)} />
      <PersonField {...textOf(set, "ownerId", texts.owner)} />
      <TeamField {...textOf(set, "teamId", texts.team)} />
    </ColumnLayout>
  );
};

const RelationFields = ({ form }: { readonly form: Bound<Relation> }) => {
  const read = useRead("GET /relation-types", {}, { everyMs: 0 });
  const types = (read.value?.relationTypes ?? []).map(({ id, name }) => ({ value: id, text: name }));
  return (
    <ColumnLayout columns={2}>
      <ChoiceField {...textOf(form, "action", texts.action)} choices={choicesOf(texts.actions)} isRequired />
      <ChoiceField
        {...textOf(form, "typeId", texts.type)}
        choices={choicesWith(types, form.value.typeId, (id) => id)}
        isRequired
      />
      <TextField {...textOf(form, "fromId", texts.from, texts.numberHint)} isRequired />
      <TextField {...textOf(form, "toId", texts.to, texts.numberHint)} isRequired />
    </ColumnLayout>
  );
};

/** What the CMDB will say when the change is implemented, item by item and relation by relation. */
export const ModificationFields = ({ form, ciIds }: ModificationProps) => (
  <SpaceBetween size="m">
    <RowList
      rows={rowsOf<Modifications, CiModification>(form, "cis")}
      nameOf={({ ciId }) => ciId || texts.ci}
      add={{ text: texts.addCi, make: (): CiModification => ({ ciId: ciIds[0] ?? "", set: {} }) }}
      most={100}
      folds
    >
      {(row) => <CiFields form={row} ciIds={ciIds} />}
    </RowList>
    <RowList
      rows={rowsOf<Modifications, Relation>(form, "relations")}
      nameOf={({ fromId, typeId, toId }) =>
        [fromId, typeId, toId].filter(Boolean).join(" ") || texts.relation
      }
      add={{
        text: texts.addRelation,
        make: (): Relation => ({ action: "relate", fromId: ciIds[0] ?? "", typeId: "", toId: "" }),
      }}
      most={100}
      folds
    >
      {(row) => <RelationFields form={row} />}
    </RowList>
  </SpaceBetween>
);
