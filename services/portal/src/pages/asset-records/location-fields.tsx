import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { recordTexts as texts } from "./texts.ts";

export type LocationBody = BodyOf<"POST /asset-locations">;

/** Where a place is. */
export const LocationFields = ({ form }: { readonly form: Bound<LocationBody> }) => (
  <Container>
    <SpaceBetween size="m">
      <TextField {...textOf(form, "name", texts.name)} isRequired />
      <TextField {...textOf(form, "address", texts.address)} />
      <RecordField {...textOf(form, "partOf", texts.partOf, texts.partOfHint)} of="location" />
    </SpaceBetween>
  </Container>
);
