import SpaceBetween from "@cloudscape-design/components/space-between";
import { Empty } from "../../parts/empty.tsx";
import type { Chosen } from "../../parts/form/form-fields.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { useNames } from "../../parts/names/names.ts";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useMe } from "../../session/me.ts";
import { goTo } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { useWork } from "./use-work.ts";
import { workColumns } from "./work-columns.tsx";
import { isWhich, type WorkList, workListsOf } from "./work-rows.ts";
import { workTexts as texts } from "./work-texts.ts";

/** The list is there before the code of fields is. */
const WhichField = lazily<Chosen>(async () => (await import("../../parts/form/form-fields.tsx")).ChoiceField);

const wordsOf = ({ key, teamId }: WorkList, name: (teamId: string) => string) =>
  teamId !== undefined
    ? { title: texts.team(name(teamId)), lead: texts.lead.team }
    : { title: texts.list[key as keyof typeof texts.list], lead: texts.lead[key as keyof typeof texts.list] };

const choices = Object.entries(texts.whiches).map(([value, text]) => ({ value, text }));

const List = ({
  list,
  title,
  lead,
}: {
  readonly list: WorkList;
  readonly title: string;
  readonly lead: string;
}) => {
  const me = useMe();
  const viewing = useTableView("order-work");
  const { which } = viewing.view.filters;
  const { put, ...pages } = useWork(list, isWhich(which) ? which : "any");
  const columns = workColumns({
    me,
    onDone: (item) => {
      put(item);
      void pages.refresh();
    },
    onConflict: pages.refresh,
  });
  useTitle(`${texts.title}: ${title}`);
  return (
    <RecordTable
      title={title}
      description={lead}
      pages={pages}
      columns={columns}
      viewing={viewing}
      nameOf={({ task }) => `${task.id} ${task.title}`}
      filters={
        <WhichField
          label={texts.which}
          value={which ?? "any"}
          choices={choices}
          onChange={(next) => viewing.change({ filters: { ...viewing.view.filters, which: next } })}
        />
      }
      empty={<Empty title={texts.empty} lead={texts.emptyLead} />}
    />
  );
};

/** Work on what was ordered: tasks of mine, of my teams and of nobody yet, begun and ended from here. */
export const WorkPage = ({ list: key = "mine" }: { readonly list?: string }) => {
  const names = useNames();
  const lists = workListsOf(useMe());
  const name = (teamId: string): string => names("team", teamId);
  const list = lists.find((each) => each.key === key) ?? lists[0];
  return (
    <SpaceBetween size="s">
      <SegmentedControl
        label={texts.lists}
        selectedId={list?.key ?? null}
        options={lists.map((each) => ({ id: each.key, text: wordsOf(each, name).title }))}
        onChange={({ detail }) => goTo(`/order-work/${detail.selectedId}`)}
      />
      {list !== undefined && <List key={list.key} list={list} {...wordsOf(list, name)} />}
    </SpaceBetween>
  );
};
