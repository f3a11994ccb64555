import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { useNames } from "../names/names.ts";
import { ProblemAlert } from "../problem-alert.tsx";
import { When } from "../when.tsx";
import type { AttachedFile, Opened } from "./attached.ts";
import { sizeText } from "./file-words.ts";
import { Picture } from "./picture.tsx";
import { askOf } from "./send-file.ts";
import type { Home } from "./sending.ts";
import { fileTexts as texts } from "./texts.ts";

type Props = {
  readonly home: Home;
  readonly file: AttachedFile;
  /** Whether a picture shows at once. */
  readonly isShown: boolean;
  readonly onRemove: (() => void) | undefined;
};

/** The answer says that it is a file to be saved, so the page stays. */
const save = (url: string): void => {
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noopener";
  link.click();
};

const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(type);

const Check = ({ check }: Pick<AttachedFile, "check">) => {
  if (check === "waiting") return <StatusIndicator type="in-progress">{texts.checking}</StatusIndicator>;
  return check === "refused" ? <StatusIndicator type="error">{texts.refused}</StatusIndicator> : null;
};

/** One file of a record: who added it and when, to be fetched, looked at and removed. */
export const AttachedFileRow = ({ home, file, isShown, onRemove }: Props) => {
  const name = useNames();
  const [problem, setProblem] = useState<ApiProblem>();
  const isOpen = file.check === undefined || file.check === "clean";
  const download = async (): Promise<void> => {
    setProblem(undefined);
    try {
      save(((await askOf(home, "attachments/open", { attachmentId: file.id })) as Opened).download.url);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <li>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button
          variant="inline-link"
          iconName="download"
          disabled={!isOpen}
          ariaLabel={texts.download(file.name)}
          onClick={() => void download()}
        >
          {file.name}
        </Button>
        {file.internal === true && <Badge>{texts.isInternal}</Badge>}
        <Box variant="small">
          {sizeText(file.size)} · {texts.by(name("person", file.addedBy))} ·{" "}
          <When at={file.addedAt} as="distance" />
        </Box>
        <Check check={file.check} />
        {onRemove !== undefined && (
          <Button variant="icon" iconName="remove" ariaLabel={texts.remove(file.name)} onClick={onRemove} />
        )}
      </SpaceBetween>
      <ProblemAlert problem={problem} />
      {isPicture(file.type) && isOpen && <Picture home={home} file={file} isShownFirst={isShown} />}
    </li>
  );
};
