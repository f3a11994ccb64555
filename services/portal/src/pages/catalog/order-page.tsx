import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useSearch } from "wouter";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FormDefinition } from "../../../../../shared/forms/form.ts";
import { useRead } from "../../api/use-read.ts";
import { ChosenFiles } from "../../parts/files/chosen-files.tsx";
import { AnswerFields } from "../../parts/form/answer-fields.tsx";
import { NumberField, TextAreaField } from "../../parts/form/form-fields.tsx";
import { PersonField } from "../../parts/form/who-fields.tsx";
import { Markdown } from "../../parts/markdown.tsx";
import { ProblemAlert, ReadProblem } from "../../parts/problem-alert.tsx";
import { useTitle } from "../../shell/title.ts";
import { OrderSummary } from "./order-summary.tsx";
import { catalogTexts as texts } from "./texts.ts";
import { useOrder } from "./use-order.ts";

type Item = Schemas["CatalogItem"];

const More = ({
  ordering,
  most,
}: {
  readonly ordering: ReturnType<typeof useOrder>;
  readonly most: number;
}) => {
  const { order, change, problem } = ordering;
  return (
    <SpaceBetween size="m">
      {most > 1 && (
        <NumberField
          label={texts.quantity}
          value={order.quantity}
          onChange={(quantity) => change({ ...order, quantity })}
        />
      )}
      <PersonField
        label={texts.orderFor}
        hint={texts.orderForHint}
        name="requestedFor"
        problem={problem}
        value={order.requestedFor}
        onChange={(requestedFor) => change({ ...order, requestedFor })}
      />
      <TextAreaField
        label={texts.note}
        value={order.note}
        rows={3}
        onChange={(note) => change({ ...order, note })}
      />
    </SpaceBetween>
  );
};

/** Which line of which draft in the cart the address is about. */
const useCartLine = () => {
  const query = new URLSearchParams(useSearch());
  const draftId = query.get("draft");
  return draftId === null ? undefined : { draftId, at: Math.max(0, Number(query.get("line")) || 0) };
};

const Form = ({ item, of }: { readonly item: Item; readonly of: ReturnType<typeof useCartLine> }) => {
  const ordering = useOrder({ id: item.id, form: item.form as FormDefinition | undefined, of });
  const { form, order, change, faults, saved, submit } = ordering;
  // Others are ordered with it, in the cart.
  const isAlone = (saved.draft?.lines.length ?? 1) < 2;
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, s: 8 } }, { colspan: { default: 12, s: 4 } }]}>
      <Container>
        <SpaceBetween size="l">
          {item.description !== undefined && <Markdown text={item.description} />}
          <ProblemAlert problem={ordering.problem} />
          {Object.keys(faults).length > 0 && <Box color="text-status-error">{texts.answer}</Box>}
          <AnswerFields
            form={form}
            answers={order.answers}
            faults={faults}
            currency={item.price?.currency}
            onChange={(answers) => change({ ...order, answers })}
          />
          <More ordering={ordering} most={item.mostQuantity} />
          <ChosenFiles chosen={ordering.files} onChange={ordering.setFiles} />
          <SpaceBetween direction="horizontal" size="xs">
            {isAlone && (
              <Button variant="primary" loading={ordering.isRunning} onClick={() => void submit()}>
                {texts.order}
              </Button>
            )}
            {ordering.files.length === 0 && (
              <Button onClick={() => void ordering.toCart()}>{texts.toCart}</Button>
            )}
            {isAlone && ordering.isKept && (
              <Button variant="link" onClick={ordering.startOver}>
                {texts.startOver}
              </Button>
            )}
          </SpaceBetween>
        </SpaceBetween>
      </Container>
      <OrderSummary
        item={item}
        checked={ordering.checked}
        note={saved.draft === undefined || saved.problem !== undefined ? texts.saved : texts.savedEverywhere}
      />
    </Grid>
  );
};

/** One thing of the catalog, and the form to order it. */
export const OrderPage = ({ catalogItemId }: { readonly catalogItemId: string }) => {
  const read = useRead("GET /catalog-items/{catalogItemId}", { params: { catalogItemId } }, { everyMs: 0 });
  const of = useCartLine();
  useTitle(read.value?.name);
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  if (read.value === undefined) return <Spinner size="large" />;
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={read.value.summary}>
        {read.value.name}
      </Header>
      <Form key={`${read.value.id} ${of?.draftId} ${of?.at}`} item={read.value} of={of} />
    </SpaceBetween>
  );
};
