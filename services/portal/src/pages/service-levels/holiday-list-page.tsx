import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { ApiProblem } from "../../api/problem.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { emptyList, listOf, type TypedList, typedList } from "./holiday-list-form.ts";
import { KeptPage } from "./kept-page.tsx";
import { levelTexts as texts } from "./texts.ts";
import { useKept } from "./use-kept.ts";

type HolidayList = Schemas["HolidayList"];
type Form = {
  readonly typed: TypedList;
  readonly onChange: (typed: TypedList) => void;
  readonly problem: ApiProblem | undefined;
};

const back = "/holiday-lists";

const actions: readonly Action<HolidayList>[] = [
  { action: "retire", text: texts.actions.retire, route: "POST /holiday-lists/{holidayListId}/retire" },
  { action: "restore", text: texts.actions.restore, route: "POST /holiday-lists/{holidayListId}/restore" },
];

const Fields = ({ typed, onChange, problem }: Form) => (
  <Container>
    <SpaceBetween size="m">
      <TextField
        label={texts.name}
        name="name"
        isRequired
        problem={problem}
        value={typed.name}
        onChange={(name) => onChange({ ...typed, name })}
      />
      <TextAreaField
        label={texts.holidays}
        hint={texts.holidaysHint}
        name="holidays"
        problem={problem}
        rows={14}
        value={typed.holidays}
        onChange={(holidays) => onChange({ ...typed, holidays })}
      />
    </SpaceBetween>
  </Container>
);

export const NewHolidayList = () => {
  const draft = useDraft<TypedList>("holiday-list.new", emptyList);
  const { run, isRunning, problem } = useCommand("POST /holiday-lists", {
    done: texts.saved,
    onDone: ({ id }) => {
      draft.clear();
      goTo(`${back}/${id}`);
    },
  });
  return (
    <KeptPage
      title={texts.newHolidayList}
      lead={texts.holidayListsLead}
      read={() => listOf(draft.value)}
      onSave={(body) => void run({ body })}
      draft={draft}
      back={back}
      isRunning={isRunning}
      problem={problem}
    >
      <Fields typed={draft.value} onChange={draft.set} problem={problem} />
    </KeptPage>
  );
};

type Shown = { readonly list: HolidayList; readonly refresh: () => Promise<void> };

const Shown = ({ list, refresh }: Shown) => {
  useTitle(list.name);
  const { form, page } = useKept({
    record: list,
    typed: typedList(list),
    save: "PUT /holiday-lists/{holidayListId}",
    params: { holidayListId: list.id },
    refresh,
  });
  return (
    <KeptPage
      title={list.name}
      lead={texts.holidayListLead}
      read={() => listOf(form.value)}
      back={back}
      {...page}
      more={
        <RecordActions record={list} actions={actions} onDone={() => void refresh()} onConflict={refresh} />
      }
    >
      <Fields typed={form.value} onChange={form.set} problem={form.problem} />
    </KeptPage>
  );
};

/** One holiday list: its name and its days. */
export const HolidayListPage = ({ holidayListId }: { readonly holidayListId: string }) => {
  const read = useRead("GET /holiday-lists/{holidayListId}", { params: { holidayListId } });
  if (read.value !== undefined) return <Shown key={read.value.id} list={read.value} refresh={read.refresh} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
