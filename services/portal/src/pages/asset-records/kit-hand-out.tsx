import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { ReplyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { FormPart } from "../../parts/form/form-part.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { PersonField } from "../../parts/form/who-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { AssetsByIds } from "../assets/lazy-assets-by-ids.tsx";
import { useModels } from "../assets/places.ts";
import { recordTexts as texts } from "./texts.ts";

type Kit = Schemas["Kit"];
type Picked = ReplyOf<"POST /asset-kits/{kitId}/pick">;
type Counted = Picked["lacking"];

const Counts = ({ items }: { readonly items: Counted }) => {
  const { nameOf } = useModels();
  return (
    <ul className="changes">
      {items.map(({ modelId, quantity }) => (
        <li key={modelId}>{texts.consumables(quantity, nameOf(modelId) ?? modelId)}</li>
      ))}
    </ul>
  );
};

const Found = ({ picked }: { readonly picked: Picked }) => (
  <SpaceBetween size="s">
    {picked.lacking.length > 0 && (
      <Alert type="warning" header={texts.lacks}>
        <Counts items={picked.lacking} />
      </Alert>
    )}
    <Box>{texts.picked}</Box>
    {picked.consumables.length > 0 && <Counts items={picked.consumables} />}
    <AssetsByIds title={texts.parts} ids={picked.assetIds} />
  </SpaceBetween>
);

const HandOut = ({ kit }: { readonly kit: Kit }) => {
  const [stockroomId, setStockroom] = useState("");
  const [holderId, setHolder] = useState("");
  const [picked, setPicked] = useState<Picked>();
  const pick = useCommand("POST /asset-kits/{kitId}/pick", { onDone: setPicked });
  const give = useCommand("POST /asset-kits/{kitId}/check-out", {
    done: texts.given(kit.name),
    onDone: () => {
      setPicked(undefined);
      setHolder("");
    },
  });
  const params = { kitId: kit.id };
  const isWhole = picked !== undefined && picked.lacking.length === 0;
  return (
    <FormPart title={texts.handOut} lead={texts.handOutLead}>
      <SpaceBetween size="m">
        <ProblemAlert problem={pick.problem ?? give.problem} />
        <ColumnLayout columns={2}>
          <RecordField
            label={texts.stockroom}
            of="stockroom"
            isRequired
            value={stockroomId}
            onChange={(next) => {
              setStockroom(next);
              setPicked(undefined);
            }}
          />
          <PersonField label={texts.person} isRequired value={holderId} onChange={setHolder} />
        </ColumnLayout>
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            disabled={stockroomId === ""}
            loading={pick.isRunning}
            onClick={() => void pick.run({ params, body: { stockroomId } })}
          >
            {texts.pick}
          </Button>
          <Button
            variant="primary"
            disabled={!isWhole || holderId.trim() === ""}
            loading={give.isRunning}
            onClick={() => {
              if (picked === undefined) return;
              const { assetIds } = picked;
              void give.run({ params, body: { assetIds, holderId: holderId.trim(), stockroomId } });
            }}
          >
            {texts.give}
          </Button>
        </SpaceBetween>
        {picked !== undefined && <Found picked={picked} />}
      </SpaceBetween>
    </FormPart>
  );
};

/** Gives a person what a kit is, from one stockroom. */
export const KitHandOut = ({ record }: { readonly record: Kit }) => {
  const me = useMe();
  const mayHandOut = hasRole(me, "agent", "asset-manager") && record.state === "active";
  return mayHandOut ? <HandOut key={record.version} kit={record} /> : null;
};
