import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { useModels } from "../assets/places.ts";
import type { Entitlement } from "./entitlement-actions.ts";
import { entitlementColumns } from "./entitlement-columns.tsx";
import { softwareTexts as texts } from "./texts.ts";
import { useKnown } from "./use-known.ts";

const states = ["active", "ended"] as const;
type State = (typeof states)[number];

/** All rights that were bought, newest first. */
export const EntitlementList = () => {
  const [state, setState] = useState<State>("active");
  const pages = usePages("GET /entitlements", { query: { state, limit: 100 } });
  const known = useKnown();
  const { nameOf } = useModels();
  const toLicences = (
    <Button href="/licence-positions" onFollow={follow}>
      {texts.toLicences}
    </Button>
  );
  return (
    <RecordTable<Entitlement>
      title={texts.entitlements}
      description={texts.entitlementsLead}
      pages={pages}
      columns={entitlementColumns({ known, onDone: pages.refresh, modelOf: nameOf })}
      viewing={useTableView("entitlements")}
      filters={
        <SegmentedControl
          label={texts.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: inWords(id) }))}
          onChange={({ detail }) => setState(detail.selectedId as State)}
        />
      }
      actions={toLicences}
      empty={<Empty title={texts.noEntitlements} lead={texts.noEntitlementsLead} action={toLicences} />}
    />
  );
};
