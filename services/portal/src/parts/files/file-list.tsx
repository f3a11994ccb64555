import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { useMe } from "../../session/me.ts";
import { notify } from "../../shell/notices.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import type { AttachedFile } from "./attached.ts";
import { AttachedFileRow } from "./attached-file.tsx";
import { askOf } from "./send-file.ts";
import type { Home } from "./sending.ts";
import { fileTexts as texts } from "./texts.ts";
import { showRecord } from "./uploads.ts";

type Props = {
  readonly home: Home;
  readonly files: readonly AttachedFile[];
  /** Whether the person works on the record: they may remove any file. */
  readonly isWorker: boolean;
};

/** Pictures that show at once; the others open by a click. */
const shownAtOnce = 3;

const useRemoving = (home: Home) => {
  const [asked, setAsked] = useState<AttachedFile>();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const ask = (file: AttachedFile | undefined): void => {
    setProblem(undefined);
    setAsked(file);
  };
  const remove = async ({ id, name }: AttachedFile): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    try {
      showRecord(home, await askOf(home, "attachments/remove", { attachmentId: id }));
      notify("success", texts.removed(name));
      setAsked(undefined);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setRunning(false);
    }
  };
  return { asked, isRunning, problem, remove, ask };
};

/** The files of a record, to be fetched, looked at and removed. */
export const FileList = ({ home, files, isWorker }: Props) => {
  const me = useMe();
  const { asked, isRunning, problem, remove, ask } = useRemoving(home);
  const pictures = files.filter(({ type }) => type.startsWith("image/")).slice(-shownAtOnce);
  return (
    <>
      <ul className="plain" aria-label={texts.title}>
        {files.map((file) => (
          <AttachedFileRow
            key={file.id}
            home={home}
            file={file}
            isShown={pictures.includes(file)}
            onRemove={isWorker || file.addedBy === me.id ? () => ask(file) : undefined}
          />
        ))}
      </ul>
      {asked !== undefined && (
        <Dialog
          title={texts.removeTitle}
          onClose={() => ask(undefined)}
          confirm={{ text: texts.removeIt, onClick: () => void remove(asked), isRunning }}
        >
          <SpaceBetween size="s">
            <ProblemAlert problem={problem} />
            <p>{texts.removeLead(asked.name)}</p>
          </SpaceBetween>
        </Dialog>
      )}
    </>
  );
};
