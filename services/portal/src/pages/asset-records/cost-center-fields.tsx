import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { PersonField } from "../../parts/form/who-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

export type CostCenterBody = BodyOf<"POST /cost-centers">;

/** Who pays, and who answers for it. */
export const CostCenterFields = ({ form }: { readonly form: Bound<CostCenterBody> }) => (
  <Container>
    <SpaceBetween size="m">
      <TextField {...textOf(form, "name", texts.name)} isRequired />
      <TextField {...textOf(form, "code", texts.code)} />
      <PersonField {...textOf(form, "ownerId", texts.owner)} />
    </SpaceBetween>
  </Container>
);
