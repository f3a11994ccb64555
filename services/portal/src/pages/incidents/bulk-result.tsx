import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { partTexts } from "../../texts/parts.ts";
import { problemTexts } from "../../texts/problems.ts";
import { incidentTexts as texts } from "./texts.ts";

type Result = {
  readonly id: string;
  readonly ok: boolean;
  readonly code?: string;
  readonly detail?: string;
};
export type BulkResultProps = { readonly results: readonly Result[]; readonly onClose: () => void };

const reasonOf = ({ code = "", detail }: Result): string => detail ?? problemTexts.codes[code] ?? code;

/** What a bulk action did to each row. */
export const BulkResult = ({ results, onClose }: BulkResultProps) => (
  <Modal
    visible
    header={texts.bulkResult}
    closeAriaLabel={partTexts.close}
    onDismiss={onClose}
    footer={<Button onClick={onClose}>{partTexts.close}</Button>}
  >
    <p>{texts.bulkDone(results.filter(({ ok }) => ok).length, results.length)}</p>
    <Table
      variant="embedded"
      trackBy="id"
      items={results}
      ariaLabels={{ tableLabel: texts.bulkResult }}
      columnDefinitions={[
        { id: "id", header: texts.columns.id, cell: ({ id }) => id, isRowHeader: true },
        {
          id: "result",
          header: texts.result,
          cell: (result) =>
            result.ok ? (
              <StatusIndicator type="success">{texts.done}</StatusIndicator>
            ) : (
              <StatusIndicator type="error">{reasonOf(result)}</StatusIndicator>
            ),
        },
      ]}
    />
  </Modal>
);
