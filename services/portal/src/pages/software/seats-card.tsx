import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { managers } from "../asset-records/answerable.ts";
import { Reclaim } from "./reclaim.tsx";
import { nameOfSeat, type Seat, seatColumns } from "./seat-columns.tsx";
import { softwareTexts as texts } from "./texts.ts";

type Model = Schemas["AssetModel"];
export type SeatsProps = { readonly model: Model; readonly onDone: () => unknown };
type Which = "all" | "unused";

/** Who is given a right: a person where the software is licensed by people, else a device. */
const allocate = ({ metric }: Model): Action<{ readonly id: string }> => {
  const kind = metric === "user" ? "person" : "device";
  return {
    action: "allocate",
    text: texts.allocate,
    route: "POST /seats",
    isPrimary: true,
    fields: [
      kind === "person"
        ? { name: "unitId", label: texts.person, kind: "person", isRequired: true }
        : { name: "unitId", label: texts.device, hint: texts.deviceHint, kind: "text", isRequired: true },
      { name: "reason", label: texts.reason, kind: "text" },
    ],
    body: ({ unitId, ...rest }, { id }) => ({ ...rest, modelId: id, unit: { kind, id: unitId } }),
  };
};

/** Who was given a right to a software and who uses it; what nobody uses is taken back. */
export const SeatsCard = ({ model, onDone }: SeatsProps) => {
  const me = useMe();
  const [which, setWhich] = useState<Which>("all");
  const [chosen, setChosen] = useState<readonly Seat[]>([]);
  const [isReclaiming, setReclaiming] = useState(false);
  const filter = which === "all" ? { modelId: model.id } : { unusedOf: model.id };
  const pages = usePages("GET /seats", { query: { ...filter, limit: 100 } });
  const isManager = hasRole(me, ...managers);
  const done = (): void => {
    setChosen([]);
    void pages.refresh();
    onDone();
  };
  const record = { id: model.id, actions: isManager ? ["allocate"] : [] };
  return (
    <>
      <RecordTable<Seat>
        variant="container"
        headingTag="h2"
        title={texts.seats}
        description={texts.seatsLead}
        pages={pages}
        columns={seatColumns(done)}
        viewing={useTableView("software-seats")}
        {...(isManager ? { selected: chosen, onSelect: setChosen, nameOf: nameOfSeat } : {})}
        filters={
          <SegmentedControl
            label={texts.seats}
            selectedId={which}
            options={[
              { id: "all", text: texts.all },
              { id: "unused", text: texts.unused },
            ]}
            onChange={({ detail }) => {
              setChosen([]);
              setWhich(detail.selectedId as Which);
            }}
          />
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {isManager && (
              <Button disabled={chosen.length === 0} onClick={() => setReclaiming(true)}>
                {texts.reclaim}
              </Button>
            )}
            <RecordActions
              record={record}
              actions={[allocate(model)]}
              onDone={done}
              onConflict={pages.refresh}
            />
          </SpaceBetween>
        }
        empty={<Empty title={texts.noSeats} />}
      />
      {isReclaiming && (
        <Reclaim modelId={model.id} seats={chosen} onClose={() => setReclaiming(false)} onDone={done} />
      )}
    </>
  );
};
