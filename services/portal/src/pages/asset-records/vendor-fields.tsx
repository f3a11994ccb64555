import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

export type VendorBody = BodyOf<"POST /vendors">;

/** Everything that is known of a vendor. */
export const VendorFields = ({ form }: { readonly form: Bound<VendorBody> }) => (
  <Container>
    <SpaceBetween size="m">
      <TextField {...textOf(form, "name", texts.name)} isRequired />
      <TextField {...textOf(form, "contact", texts.contact, texts.contactHint)} />
      <TextField {...textOf(form, "accountNumber", texts.account)} />
      <TextAreaField {...textOf(form, "note", texts.note)} rows={3} />
    </SpaceBetween>
  </Container>
);
