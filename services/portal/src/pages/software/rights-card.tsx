import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { managers } from "../asset-records/answerable.ts";
import { type Entitlement, entitlementBody, entitlementFields, type Known } from "./entitlement-actions.ts";
import { entitlementColumns } from "./entitlement-columns.tsx";
import { softwareTexts as texts } from "./texts.ts";
import { useKnown } from "./use-known.ts";

type Software = { readonly id: string; readonly actions: readonly string[] };
export type RightsProps = { readonly modelId: string; readonly onDone: () => unknown };

const entitle = (known: Known): Action<Software> => ({
  action: "entitle",
  text: texts.entitle,
  route: "POST /entitlements",
  isPrimary: true,
  fields: entitlementFields(known),
  body: (entered, { id }) => entitlementBody(id, entered),
});

/** Rights to a software as they were bought; new ones are kept here. */
export const RightsCard = ({ modelId, onDone }: RightsProps) => {
  const me = useMe();
  const known = useKnown();
  const pages = usePages("GET /entitlements", { query: { modelId, limit: 100 } });
  const done = (): void => {
    void pages.refresh();
    onDone();
  };
  const record = { id: modelId, actions: hasRole(me, ...managers) ? ["entitle"] : [] };
  return (
    <RecordTable<Entitlement>
      variant="container"
      headingTag="h2"
      title={texts.rights}
      pages={pages}
      columns={entitlementColumns({ known, onDone: done })}
      viewing={useTableView("software-rights")}
      actions={
        <RecordActions record={record} actions={[entitle(known)]} onDone={done} onConflict={pages.refresh} />
      }
      empty={<Empty title={texts.noRights} />}
    />
  );
};
