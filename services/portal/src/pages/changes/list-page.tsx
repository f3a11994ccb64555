import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { usePagesOfAll } from "../../api/use-pages-of-all.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { changeColumns } from "./change-columns.tsx";
import { changeFormTexts as formTexts } from "./form-texts.ts";
import { type List, listsOf, type Row } from "./lists.ts";
import { changeTexts as texts } from "./texts.ts";

/** Who may open a change. */
const openers = ["agent", "problem-manager", "change-manager", "major-incident-manager"];

const Shown = ({ list }: { readonly list: List }) => {
  const me = useMe();
  const asked = list.queries.map((query) => ({ query }));
  const pages = usePagesOfAll("GET /changes", asked, { order: ({ openedAt }) => openedAt });
  const viewing = useTableView("changes");
  useTitle(`${texts.changes}: ${texts.list[list.key]}`);
  return (
    <RecordTable<Row>
      title={texts.list[list.key]}
      description={texts.listLead[list.key]}
      pages={pages}
      columns={changeColumns}
      viewing={viewing}
      nameOf={({ id, title }) => `${id} ${title}`}
      actions={
        hasRole(me, ...openers) && (
          <Button variant="primary" href="/changes/new" onFollow={follow}>
            {formTexts.open}
          </Button>
        )
      }
      empty={<Empty title={texts.empty} lead={texts.emptyLead} />}
    />
  );
};

/** Changes by what they wait for. */
export const ListPage = ({ list: key = "newest" }: { readonly list?: string }) => {
  const lists = listsOf(useMe());
  const list = lists.find((each) => each.key === key) ?? lists.at(-1);
  return (
    <SpaceBetween size="s">
      <SegmentedControl
        label={texts.changes}
        selectedId={list?.key ?? null}
        options={lists.map((each) => ({ id: each.key, text: texts.list[each.key] }))}
        onChange={({ detail }) =>
          follow({
            detail: { href: `/changes/list/${detail.selectedId}` },
            preventDefault: () => undefined,
          })
        }
      />
      {list !== undefined && <Shown key={list.key} list={list} />}
    </SpaceBetween>
  );
};
