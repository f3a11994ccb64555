import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { type Bound, numberOf, partOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { CisField, IdsField, ServiceField } from "../../parts/form/found-fields.tsx";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { PersonField, TeamField } from "../../parts/form/who-fields.tsx";
import { partTexts } from "../../texts/parts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { changeFormTexts as texts } from "./form-texts.ts";
import { ModificationFields, type Modifications } from "./modification-fields.tsx";
import { modificationTexts as cmdbTexts } from "./modification-texts.ts";
import type { OpenBody } from "./open-body.ts";

type Field = keyof OpenBody & string;

/** What a form about a change knows of how it is handled. */
export type Handling = {
  /** What may not be said otherwise. */
  readonly locked: readonly string[];
  /** What has to be said before it goes on. */
  readonly required: readonly string[];
  readonly requiredPlans: readonly string[];
};

type Props = { readonly form: Bound<OpenBody>; readonly handling: Handling };

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Container header={<Header variant="h2">{title}</Header>}>
    <SpaceBetween size="m">{children}</SpaceBetween>
  </Container>
);

/** Fields that the handling leaves to people. */
const open = ({ handling }: Props, ...fields: readonly Field[]): boolean =>
  fields.some((field) => !handling.locked.includes(field));

const isOpen = (props: Props, field: Field): boolean => open(props, field);
const isRequired = ({ handling }: Props, field: Field) => ({ isRequired: handling.required.includes(field) });

const none = { value: "", text: partTexts.none };
const plans = ["implementation", "test", "backout", "communication"] as const;

const What = (props: Props) => {
  const { form } = props;
  return (
    <Part title={texts.what}>
      {isOpen(props, "title") && <TextField {...textOf(form, "title", texts.title)} isRequired />}
      {isOpen(props, "description") && (
        <TextAreaField
          {...textOf(form, "description", texts.description)}
          {...isRequired(props, "description")}
        />
      )}
      {isOpen(props, "justification") && (
        <TextAreaField
          {...textOf(form, "justification", texts.justification)}
          {...isRequired(props, "justification")}
          rows={2}
        />
      )}
      <ColumnLayout columns={3}>
        {isOpen(props, "impact") && (
          <ChoiceField {...numberOf(form, "impact", texts.impact)} choices={choicesOf(texts.impacts)} />
        )}
        {isOpen(props, "priority") && (
          <ChoiceField
            {...numberOf(form, "priority", texts.priority)}
            {...isRequired(props, "priority")}
            choices={[none, ...choicesOf(texts.priorities)]}
          />
        )}
        {isOpen(props, "category") && (
          <TextField {...textOf(form, "category", texts.category)} {...isRequired(props, "category")} />
        )}
      </ColumnLayout>
    </Part>
  );
};

const Where = (props: Props) =>
  !open(props, "serviceId", "ciIds") ? null : (
    <Part title={texts.where}>
      {isOpen(props, "serviceId") && (
        <ServiceField
          {...textOf(props.form, "serviceId", texts.service)}
          {...isRequired(props, "serviceId")}
        />
      )}
      {isOpen(props, "ciIds") && (
        <CisField
          {...severalOf(props.form, "ciIds", texts.cis, texts.cisHint)}
          {...isRequired(props, "ciIds")}
        />
      )}
    </Part>
  );

const When = (props: Props & { readonly more?: ReactNode }) => (
  <Part title={texts.when}>
    <ColumnLayout columns={2}>
      {isOpen(props, "plannedStart") && <MomentField {...textOf(props.form, "plannedStart", texts.begins)} />}
      {isOpen(props, "plannedEnd") && <MomentField {...textOf(props.form, "plannedEnd", texts.ends)} />}
      {isOpen(props, "teamId") && (
        <TeamField {...textOf(props.form, "teamId", texts.team)} {...isRequired(props, "teamId")} />
      )}
      <PersonField
        {...textOf(props.form, "assigneeId", texts.assignee)}
        {...isRequired(props, "assigneeId")}
      />
      {props.more}
    </ColumnLayout>
  </Part>
);

const Plans = (props: Props) =>
  !isOpen(props, "plans") ? null : (
    <Part title={texts.plans}>
      {plans.map((name) => (
        <TextAreaField
          key={name}
          {...textOf(partOf(props.form, "plans"), name, texts.plan[name] ?? name)}
          isRequired={props.handling.requiredPlans.includes(name)}
          rows={3}
        />
      ))}
    </Part>
  );

const Cmdb = (props: Props) =>
  !isOpen(props, "modifications") ? null : (
    <Container
      header={
        <Header variant="h2" description={cmdbTexts.lead}>
          {cmdbTexts.title}
        </Header>
      }
    >
      <ModificationFields
        form={partOf(props.form, "modifications") as Bound<Modifications>}
        ciIds={props.form.value.ciIds ?? []}
      />
    </Container>
  );

/** Everything that people say of a change, as far as its template leaves it to them. */
export const ChangeFields = (props: Props & { readonly more?: ReactNode }) => (
  <SpaceBetween size="m">
    <What {...props} />
    <Where {...props} />
    <When {...props} />
    <Plans {...props} />
    <Cmdb {...props} />
    <Part title={texts.ties}>
      <ColumnLayout columns={2}>
        <TextField {...textOf(props.form, "parentId", texts.parent, texts.parentHint)} />
        <IdsField {...severalOf(props.form, "comesAfter", texts.after, texts.parentHint)} />
      </ColumnLayout>
    </Part>
  </SpaceBetween>
);
