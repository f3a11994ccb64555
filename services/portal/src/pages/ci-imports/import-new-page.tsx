import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FileInput from "@cloudscape-design/components/file-input";
import FormField from "@cloudscape-design/components/form-field";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { sizeText } from "../../parts/files/file-words.ts";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { follow, goTo } from "../../shell/follow.ts";
import { partTexts } from "../../texts/parts.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { chunksOf, type Format } from "./chunks.ts";
import { importTexts as texts } from "./texts.ts";
import { useSending } from "./use-sending.ts";
import { useSources } from "./use-sources.ts";

type TextFile = { readonly name: string; readonly size: number; readonly text: string };

const readFile = async (file: File): Promise<TextFile> => ({
  name: file.name,
  size: file.size,
  text: await file.text(),
});

type ContentProps = {
  readonly format: Format;
  readonly pasted: string;
  readonly onPaste: (text: string) => void;
  readonly file: TextFile | undefined;
  readonly onFile: (file: TextFile | undefined) => void;
};

const Content = ({ format, pasted, onPaste, file, onFile }: ContentProps) => (
  <SpaceBetween size="m">
    <FormField label={texts.file} description={texts.contentHints[format]}>
      {file === undefined ? (
        <FileInput
          value={[]}
          ariaLabel={texts.choose}
          onChange={({ detail: { value } }) => value[0] !== undefined && void readFile(value[0]).then(onFile)}
        >
          {texts.choose}
        </FileInput>
      ) : (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <span>{texts.chosen(file.name, sizeText(file.size))}</span>
          <Button
            variant="icon"
            iconName="close"
            ariaLabel={texts.removeFile}
            onClick={() => onFile(undefined)}
          />
        </SpaceBetween>
      )}
    </FormField>
    {file === undefined && <TextAreaField label={texts.paste} rows={12} value={pasted} onChange={onPaste} />}
  </SpaceBetween>
);

/** Takes what a source says from a file or a text, and tries it. */
export const NewImportPage = () => {
  const { sources, isLoading } = useSources();
  const [sourceId, setSourceId] = useState("");
  const [title, setTitle] = useState("");
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<TextFile>();
  const [isTried, setTried] = useState(false);
  const sending = useSending((id) => goTo(`/ci-imports/${id}`));
  const active = sources.filter(({ state }) => state === "active");
  const format = active.find(({ id }) => id === sourceId)?.format ?? "csv";
  const content = file?.text ?? pasted;
  return (
    <KeptPage
      title={texts.new}
      lead={texts.newLead}
      save={texts.try}
      read={() => (sourceId === "" ? [] : chunksOf(format, content))}
      onSave={(chunks) => {
        setTried(true);
        if (sourceId !== "") void sending.send({ sourceId, title: title.trim() }, chunks);
      }}
      draft={{ clear: () => undefined }}
      back="/ci-imports"
      isRunning={sending.isRunning}
      problem={sending.problem}
    >
      {sending.sent !== undefined && sending.problem !== undefined && (
        <Box>
          {texts.stopped(sending.sent.id)}{" "}
          <Link href={`/ci-imports/${sending.sent.id}`} onFollow={follow}>
            {texts.goThere}
          </Link>
        </Box>
      )}
      <FormPart title={texts.source} lead={texts.sourceHint}>
        <SpaceBetween size="m">
          {!isLoading && active.length === 0 && <Box>{texts.noSources}</Box>}
          <ChoiceField
            label={texts.source}
            isRequired
            error={isTried && sourceId === "" ? partTexts.required : undefined}
            choices={active.map(({ id, name, format: its }) => ({
              value: id,
              text: name,
              description: texts.formats[its] ?? its,
            }))}
            value={sourceId}
            onChange={setSourceId}
          />
          <Link href="/ci-sources" onFollow={follow}>
            {texts.sources}
          </Link>
          <TextField label={texts.title} hint={texts.titleHint} value={title} onChange={setTitle} />
        </SpaceBetween>
      </FormPart>
      <FormPart title={texts.content}>
        <Content format={format} pasted={pasted} onPaste={setPasted} file={file} onFile={setFile} />
      </FormPart>
    </KeptPage>
  );
};
