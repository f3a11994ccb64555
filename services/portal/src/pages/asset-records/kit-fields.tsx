import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, numberOf, rowsOf, textOf } from "../../parts/form/bound.ts";
import { NumberField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { useModels } from "../assets/places.ts";
import { ModelField } from "./model-field.tsx";
import { recordTexts as texts } from "./texts.ts";

export type KitBody = BodyOf<"POST /asset-kits">;
type Part = KitBody["parts"][number];

/** More would not fit into the one transaction by which a person gets all of it. */
const most = 12;

/** What somebody gets together. */
export const KitFields = ({ form }: { readonly form: Bound<KitBody> }) => {
  const { nameOf } = useModels();
  return (
    <SpaceBetween size="m">
      <Container>
        <TextField {...textOf(form, "name", texts.name)} isRequired />
      </Container>
      <FormPart title={texts.parts}>
        <RowList<Part>
          rows={rowsOf(form, "parts")}
          nameOf={({ modelId }, at) => (modelId && nameOf(modelId)) || texts.part(at + 1)}
          add={{ text: texts.addPart, make: () => ({ modelId: "", quantity: 1 }) }}
          most={most}
        >
          {(part) => (
            <ColumnLayout columns={2}>
              <ModelField
                {...textOf(part, "modelId", texts.model)}
                kinds={["hardware", "consumable"]}
                isRequired
              />
              <NumberField {...numberOf(part, "quantity", texts.quantity)} isRequired />
            </ColumnLayout>
          )}
        </RowList>
      </FormPart>
    </SpaceBetween>
  );
};
