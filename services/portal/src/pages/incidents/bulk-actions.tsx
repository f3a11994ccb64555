import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import { plainWords } from "../../api/plain-words.ts";
import type { BodyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import { lazily } from "../../parts/lazily.tsx";
import { ActionDialog } from "../../parts/record/action-dialog.tsx";
import { useMe } from "../../session/me.ts";
import { notify } from "../../shell/notices.ts";
import type { BulkResultProps } from "./bulk-result.tsx";
import { choicesOf, resolveFields } from "./incident-actions.ts";
import type { Row } from "./queues.ts";
import { incidentTexts as texts } from "./texts.ts";

const BulkResult = lazily<BulkResultProps>(async () => (await import("./bulk-result.tsx")).BulkResult);

type Change = BodyOf<"POST /incidents/bulk">["change"];

type Props = {
  readonly selected: readonly Row[];
  readonly onDone: () => void;
};

type Kind = "take" | "assign" | "hold" | "resolve";

const fields: Readonly<Record<Exclude<Kind, "take">, readonly FieldSpec[]>> = {
  assign: [{ name: "teamId", label: texts.team, kind: "team", isRequired: true }],
  hold: [
    {
      name: "reason",
      label: texts.reason,
      kind: "choice",
      isRequired: true,
      choices: choicesOf(texts.holds),
    },
  ],
  resolve: resolveFields,
};

const titles: Readonly<Record<Kind, string>> = {
  take: texts.bulkTake,
  assign: texts.bulkAssign,
  hold: texts.bulkHold,
  resolve: texts.bulkResolve,
};

/** Does one thing to every selected row, and says row by row how it went. */
export const BulkActions = ({ selected, onDone }: Props) => {
  const me = useMe();
  const [kind, setKind] = useState<Exclude<Kind, "take">>();
  const bulk = useCommand("POST /incidents/bulk", {
    // What is asked for in a form is refused there.
    onRefused: (problem) => kind === undefined && notify("error", plainWords(problem)),
  });
  const [results, setResults] = useState<readonly { readonly id: string; readonly ok: boolean }[]>();
  const run = async (change: Change): Promise<boolean> => {
    const incidentIds = selected.map(({ id }) => id);
    const reply = await bulk.run({ body: { incidentIds, change } });
    if (reply === undefined) return false;
    setKind(undefined);
    setResults(reply.results);
    onDone();
    return true;
  };
  const begin = (id: string): void => {
    if (id === "take") void run({ command: "assign", input: { assigneeId: me.id } });
    else setKind(id as Exclude<Kind, "take">);
  };
  return (
    <>
      <ButtonDropdown
        disabled={selected.length === 0}
        loading={bulk.isRunning}
        items={Object.entries(titles).map(([id, text]) => ({ id, text }))}
        onItemClick={({ detail }) => begin(detail.id)}
      >
        {texts.bulk}
      </ButtonDropdown>
      {kind !== undefined && (
        <ActionDialog
          title={titles[kind]}
          fields={fields[kind]}
          draft={`bulk.${kind}`}
          problem={bulk.problem}
          isRunning={bulk.isRunning}
          onClose={() => setKind(undefined)}
          onSubmit={(input) => run({ command: kind, input } as Change)}
        />
      )}
      {results !== undefined && <BulkResult results={results} onClose={() => setResults(undefined)} />}
    </>
  );
};
