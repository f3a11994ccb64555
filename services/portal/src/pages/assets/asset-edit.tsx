import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { EditDialog } from "../../parts/record/edit-dialog.tsx";
import { changesOf } from "../../parts/record/merge.ts";
import type { useEditing } from "../../parts/record/use-editing.ts";
import type { Asset } from "./asset-actions.ts";
import { type AssetFacts, editedAsset, shownFacts, typedFacts } from "./edited-asset.ts";
import { type Purchase, PurchaseFields } from "./purchase-fields.tsx";
import { receiveTexts as texts } from "./receive-texts.ts";
import { assetTexts } from "./texts.ts";

export type AssetEditProps = {
  readonly asset: Asset;
  readonly editing: ReturnType<typeof useEditing<Asset>>;
  readonly onProposed: (asset: Asset) => void;
};

/** Offered instead of saving where another one has to approve the edit. */
const Propose = ({ asset, editing, onProposed }: AssetEditProps) => {
  const [reason, setReason] = useState("");
  const propose = useCommand("POST /assets/{assetId}/propose-edit", {
    done: texts.proposed,
    onDone: (proposed) => {
      editing.close();
      onProposed(proposed);
    },
  });
  const edits = changesOf(editedAsset(asset), editing.yours);
  const body = { edits, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) };
  return (
    <Alert
      type="info"
      header={texts.proposeLead}
      action={
        <Button
          loading={propose.isRunning}
          onClick={() => void propose.run({ params: { assetId: asset.id }, body })}
        >
          {texts.propose}
        </Button>
      }
    >
      <ProblemAlert problem={propose.problem} />
      <TextField label={texts.reason} value={reason} onChange={setReason} />
    </Alert>
  );
};

/** Corrects the facts of an asset, together with whoever else is doing so. */
export const AssetEdit = (props: AssetEditProps) => {
  const { asset, editing } = props;
  const approved = useRead("GET /asset-settings", {}, { everyMs: 0 }).value?.approvedFields ?? [];
  const form: Bound<AssetFacts> = {
    value: shownFacts(editing.yours),
    set: (facts) => editing.change(typedFacts(facts)),
    problem: editing.problem,
  };
  const edits = changesOf(editedAsset(asset), editing.yours);
  const isGuarded = approved.some((field) => field in edits);
  return (
    <EditDialog title={assetTexts.edit} editing={editing} size="large">
      {isGuarded && <Propose {...props} />}
      <ColumnLayout columns={3}>
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <TextField {...textOf(form, "tag", texts.tag)} />
        <TextField {...textOf(form, "serial", texts.serial)} />
      </ColumnLayout>
      <PurchaseFields form={form as unknown as Bound<Purchase>} isOne />
    </EditDialog>
  );
};
