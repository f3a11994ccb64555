import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { ActionDialog } from "../../parts/record/action-dialog.tsx";
import { readTexts as texts } from "./texts.ts";

const reason = [{ name: "reason", label: texts.flagReason, kind: "paragraph", isRequired: true }] as const;

/** Tells who looks after an article that something in it is wrong: they get a task. */
export const Flag = ({ articleId }: { readonly articleId: string }) => {
  const [isOpen, setOpen] = useState(false);
  const { run, isRunning, problem, forget } = useCommand("POST /articles/{articleId}/flag", {
    done: texts.flagged,
  });
  const close = (): void => {
    setOpen(false);
    forget();
  };
  return (
    <>
      <Button variant="link" iconName="flag" onClick={() => setOpen(true)}>
        {texts.flag}
      </Button>
      {isOpen && (
        <ActionDialog
          title={texts.flag}
          lead={texts.flagLead}
          fields={reason}
          draft={`${articleId}.flag`}
          problem={problem}
          isRunning={isRunning}
          onClose={close}
          onSubmit={async ({ reason: said = "" }) => {
            const done = await run({ params: { articleId }, body: { reason: String(said) } });
            if (done !== undefined) close();
            return done !== undefined;
          }}
        />
      )}
    </>
  );
};
