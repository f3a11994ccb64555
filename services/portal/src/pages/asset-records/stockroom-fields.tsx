import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { TeamField } from "../../parts/form/who-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

export type StockroomBody = BodyOf<"POST /stockrooms">;

/** Where a stockroom is, and who runs it. */
export const StockroomFields = ({ form }: { readonly form: Bound<StockroomBody> }) => (
  <Container>
    <SpaceBetween size="m">
      <TextField {...textOf(form, "name", texts.name)} isRequired />
      <RecordField {...textOf(form, "locationId", texts.location)} of="location" />
      <TeamField {...textOf(form, "teamId", texts.team, texts.teamHint)} />
      <TextAreaField {...textOf(form, "instructions", texts.instructions)} rows={3} />
    </SpaceBetween>
  </Container>
);
