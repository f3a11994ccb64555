import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { type Bound, numberOf, severalOf, textOf } from "../../parts/form/bound.ts";
import {
  ChoiceField,
  ChoicesField,
  NumberField,
  TextAreaField,
  TextField,
} from "../../parts/form/form-fields.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { PersonField, TeamField } from "../../parts/form/who-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { ruleTexts as texts } from "./texts.ts";

export type TaskPlan = Schemas["ChangeModel"]["tasks"][number];

type RowProps = { readonly form: Bound<TaskPlan>; readonly earlier: readonly TaskPlan[] };

const TaskFields = ({ form, earlier }: RowProps) => (
  <SpaceBetween size="m">
    <ColumnLayout columns={2}>
      <TextField {...textOf(form, "title", texts.taskTitle)} isRequired />
      <ChoiceField {...textOf(form, "kind", texts.taskKind)} choices={choicesOf(texts.taskKinds)} />
    </ColumnLayout>
    <TextAreaField {...textOf(form, "description", texts.taskDescription)} rows={2} />
    <ColumnLayout columns={2}>
      <TeamField {...textOf(form, "teamId", texts.taskTeam)} />
      <PersonField {...textOf(form, "assigneeId", texts.taskPerson)} />
      <NumberField {...numberOf(form, "offsetMinutes", texts.offset)} />
      <NumberField {...numberOf(form, "durationMinutes", texts.duration)} />
    </ColumnLayout>
    {earlier.length > 0 && (
      <ChoicesField
        {...severalOf(form, "dependsOn", texts.dependsOn)}
        choices={earlier.map(({ title }, at) => ({
          value: String(at + 1),
          text: title || texts.task(at + 1),
        }))}
      />
    )}
  </SpaceBetween>
);

/** Work that a change begins with, in the order in which it is listed. */
export const TaskPlanFields = ({ rows }: { readonly rows: Bound<readonly TaskPlan[]> }) => (
  <Container
    header={
      <Header variant="h2" description={texts.tasksLead}>
        {texts.tasks}
      </Header>
    }
  >
    <RowList
      rows={rows}
      nameOf={({ title }, at) => title || texts.task(at + 1)}
      add={{ text: texts.addTask, make: (): TaskPlan => ({ title: "", kind: "implementation" }) }}
      most={20}
      folds
    >
      {(form, at) => <TaskFields form={form} earlier={rows.value.slice(0, at)} />}
    </RowList>
  </Container>
);
