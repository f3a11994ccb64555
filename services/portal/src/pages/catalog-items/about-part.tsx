import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { ChoiceField, NumberField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { AudienceFields } from "./audience-fields.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { planTexts as texts } from "./plan-texts.ts";
import type { TypedItem } from "./typed-item.ts";

type Props = { readonly onChange: (item: TypedItem) => void };

const useTexts = ({ onChange }: Props) => {
  const designing = useDesigning();
  return { text: textsOf(designing, designing.item, onChange), item: designing.item };
};

const What = (props: Props) => {
  const { text } = useTexts(props);
  return (
    <Container header={<Header variant="h2">{texts.what}</Header>}>
      <SpaceBetween size="m">
        <TextField {...text("name", texts.name)} isRequired />
        <TextField {...text("summary", texts.summary, texts.summaryHint)} isRequired />
        <TextAreaField {...text("description", texts.description, texts.descriptionHint)} rows={4} />
        <ColumnLayout columns={2}>
          <RecordField {...text("categoryId", texts.category)} of="category" isRequired />
          <TextField {...text("icon", texts.icon, texts.iconHint)} />
        </ColumnLayout>
        <TextField {...text("keywords", texts.keywords, texts.keywordsHint)} />
      </SpaceBetween>
    </Container>
  );
};

const Costs = (props: Props) => {
  const { text, item } = useTexts(props);
  return (
    <Container header={<Header variant="h2">{texts.costs}</Header>}>
      <ColumnLayout columns={2}>
        <NumberField {...text("price", texts.price)} />
        <TextField {...text("currency", texts.currency, texts.currencyHint)} />
        <NumberField {...text("recurring", texts.recurring)} />
        {item.recurring !== "" && (
          <ChoiceField {...text("every", texts.every)} choices={choicesOf(texts.everyOf)} />
        )}
        <NumberField {...text("deliveryDays", texts.deliveryDays)} />
        <NumberField {...text("mostQuantity", texts.mostQuantity)} />
        <ChoiceField {...text("standing", texts.standing)} choices={choicesOf(texts.standings)} />
      </ColumnLayout>
    </Container>
  );
};

const Answers = (props: Props) => {
  const { text } = useTexts(props);
  return (
    <Container header={<Header variant="h2">{texts.answers}</Header>}>
      <ColumnLayout columns={2}>
        <TextField {...text("ownerId", texts.owner, texts.ownerHint)} />
        <RecordField {...text("teamId", texts.team)} of="team" />
        <TextField {...text("serviceId", texts.service)} />
        <TextField {...text("articleQuery", texts.articleQuery)} />
        <TextField {...text("articleIds", texts.articleIds, texts.articleIdsHint)} />
      </ColumnLayout>
    </Container>
  );
};

/** What an item is, costs, and who may have it. */
export const AboutPart = (props: Props) => (
  <SpaceBetween size="m">
    <What {...props} />
    <Costs {...props} />
    <AudienceFields {...props} />
    <Answers {...props} />
  </SpaceBetween>
);
