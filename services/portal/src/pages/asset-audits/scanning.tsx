import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { TextAreaField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { notify } from "../../shell/notices.ts";
import { codesIn, partsOf } from "../assets/pasted-rows.ts";
import { auditTexts as texts } from "./texts.ts";

type Props = { readonly auditId: string; readonly onBooked: () => unknown };

/** So many codes are booked by one request. */
const most = 100;

/** Where a scanner types, or a list is pasted; what is not booked stays. */
export const Scanning = ({ auditId, onBooked }: Props) => {
  const draft = useDraft(`${auditId}.scans`, "");
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const codes = codesIn(draft.value);
  const book = async (): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    let done = 0;
    try {
      for (const some of partsOf(codes, most)) {
        await call("POST /asset-audits/{auditId}/scans", { params: { auditId }, body: { codes: some } });
        done += some.length;
      }
      draft.clear();
    } catch (error) {
      setProblem(asProblem(error));
      draft.set(codes.slice(done).join("\n"));
    } finally {
      if (done > 0) {
        notify("success", texts.booked(done));
        onBooked();
      }
      setRunning(false);
    }
  };
  return (
    <FormPart title={texts.scanning}>
      <SpaceBetween size="s">
        <ProblemAlert problem={problem} />
        <TextAreaField
          label={texts.scan}
          hint={texts.scanHint}
          rows={5}
          value={draft.value}
          onChange={draft.set}
        />
        <Button
          variant="primary"
          loading={isRunning}
          disabled={codes.length === 0}
          onClick={() => void book()}
        >
          {texts.book(codes.length)}
        </Button>
      </SpaceBetween>
    </FormPart>
  );
};
