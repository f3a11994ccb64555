import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ApiProblem } from "../../api/problem.ts";
import { useRead } from "../../api/use-read.ts";
import {
  ChoiceField,
  NumberField,
  TextAreaField,
  TextField,
  ToggleField,
} from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { newMetric, type TypedAgreement, type TypedMetric } from "./agreement-form.ts";
import { levelTexts as texts } from "./texts.ts";

type Props = {
  readonly typed: TypedAgreement;
  readonly onChange: (typed: TypedAgreement) => void;
  readonly problem: ApiProblem | undefined;
};

type Measured = {
  readonly metric: TypedMetric;
  readonly at: number;
  readonly problem: ApiProblem | undefined;
  readonly onChange: (metric: TypedMetric) => void;
  readonly onRemove: (() => void) | undefined;
};

const Measure = ({ metric, at, problem, onChange, onRemove }: Measured) => {
  const calendars = useRead("GET /calendars", { query: { state: "active", limit: 100 } }, { everyMs: 0 });
  const field = (name: keyof TypedMetric & string, label: string, hint?: string) => ({
    name: `metrics.${at}.${name}`,
    label,
    hint,
    problem,
    value: String(metric[name] ?? ""),
    onChange: (value: string) => onChange({ ...metric, [name]: value }),
  });
  const choices = [
    { value: "", text: texts.aroundTheClock },
    ...(calendars.value?.items ?? []).map(({ id, name }) => ({ value: id, text: name, description: id })),
  ];
  return (
    <Container
      header={
        <Header variant="h2" actions={onRemove && <Button onClick={onRemove}>{texts.removeMetric}</Button>}>
          {metric.metric}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={3}>
          <TextField {...field("metric", texts.metric, texts.metricHint)} isRequired />
          <NumberField {...field("amount", texts.amount)} isRequired />
          <ChoiceField {...field("unit", texts.unit)} choices={choicesOf(texts.units)} />
          <ChoiceField {...field("calendarId", texts.counts)} choices={choices} />
          <NumberField {...field("warnAt", texts.warnAt)} />
          <ChoiceField {...field("again", texts.reopened)} choices={choicesOf(texts.again)} />
        </ColumnLayout>
        <TextAreaField {...field("pauses", texts.pauses, texts.pausesHint)} rows={2} />
        <TextField {...field("stops", texts.stops, texts.stopsHint)} isRequired />
      </SpaceBetween>
    </Container>
  );
};

/** What an agreement is about, and each thing that it promises. */
export const AgreementFields = ({ typed, onChange, problem }: Props) => {
  const field = (name: "name" | "description" | "where" | "kind", label: string, hint?: string) => ({
    name,
    label,
    hint,
    problem,
    value: typed[name],
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
  });
  const setMetric = (key: string, next: TypedMetric | undefined): void =>
    onChange({
      ...typed,
      metrics: typed.metrics.flatMap((each) => (each.key === key ? (next ?? []) : each)),
    });
  return (
    <SpaceBetween size="m">
      <Container>
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            <TextField {...field("name", texts.name)} isRequired />
            <ChoiceField {...field("kind", texts.columns.kind)} choices={choicesOf(texts.kinds)} />
          </ColumnLayout>
          <TextField {...field("description", texts.description)} />
          <TextAreaField {...field("where", texts.where, texts.whereHint)} rows={3} />
          <ToggleField
            label={texts.internal}
            value={typed.isInternal}
            onChange={(isInternal) => onChange({ ...typed, isInternal })}
          />
        </SpaceBetween>
      </Container>
      {typed.metrics.map((metric, at) => (
        <Measure
          key={metric.key}
          metric={metric}
          at={at}
          problem={problem}
          onChange={(next) => setMetric(metric.key, next)}
          onRemove={typed.metrics.length > 1 ? () => setMetric(metric.key, undefined) : undefined}
        />
      ))}
      <Button
        iconName="add-plus"
        onClick={() => onChange({ ...typed, metrics: [...typed.metrics, newMetric("restore", "")] })}
      >
        {texts.addMetric}
      </Button>
    </SpaceBetween>
  );
};
