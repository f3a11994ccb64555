import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { NumberField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { actionTexts } from "../assets/action-texts.ts";
import { StockTable, useStock } from "../assets/stock-table.tsx";
import { keepers } from "./answerable.ts";
import { ModelField } from "./model-field.tsx";
import { recordTexts as texts } from "./texts.ts";

type Stockroom = Schemas["Stockroom"];
type AddProps = {
  readonly stockroomId: string;
  readonly onClose: () => void;
  readonly onDone: () => unknown;
};

const numberIn = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));

/** Sets the mark of a model that the stockroom may never have had. */
const AddMinimum = ({ stockroomId, onClose, onDone }: AddProps) => {
  const [modelId, setModel] = useState("");
  const [minimum, setMinimum] = useState("");
  const [reorder, setReorder] = useState("");
  const [problem, setProblem] = useState<ApiProblem>();
  const [isRunning, setRunning] = useState(false);
  const save = async (): Promise<void> => {
    const params = { stockId: `${stockroomId}.${modelId}` };
    const reorderQuantity = numberIn(reorder);
    const body = {
      ...(numberIn(minimum) === undefined ? {} : { minimum: Number(minimum) }),
      ...(reorderQuantity === undefined ? {} : { reorderQuantity }),
    };
    setRunning(true);
    try {
      const { version } = await call("GET /stock/{stockId}", { params });
      await call("PUT /stock/{stockId}", { params, body, version });
      onDone();
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setRunning(false);
    }
  };
  return (
    <Dialog
      title={texts.addMinimum}
      onClose={onClose}
      confirm={{
        text: texts.addMinimum,
        isRunning,
        isDisabled: modelId === "" || minimum.trim() === "",
        onClick: () => void save(),
      }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem} />
        <ModelField
          label={texts.model}
          kinds={["hardware", "consumable"]}
          isRequired
          value={modelId}
          onChange={setModel}
        />
        <NumberField label={actionTexts.minimum} isRequired value={minimum} onChange={setMinimum} />
        <NumberField label={actionTexts.reorder} value={reorder} onChange={setReorder} />
      </SpaceBetween>
    </Dialog>
  );
};

/** What a stockroom has, with the marks below which more is ordered. */
export const StockroomStock = ({ record }: { readonly record: Stockroom }) => {
  const [isAdding, setAdding] = useState(false);
  const me = useMe();
  const stock = useStock(record.id);
  return (
    <>
      <StockTable
        title={texts.has}
        description={texts.hasLead}
        stock={stock}
        ofOne
        actions={
          hasRole(me, ...keepers) && <Button onClick={() => setAdding(true)}>{texts.addMinimum}</Button>
        }
      />
      {isAdding && (
        <AddMinimum
          stockroomId={record.id}
          onClose={() => setAdding(false)}
          onDone={() => void stock.refresh()}
        />
      )}
    </>
  );
};
