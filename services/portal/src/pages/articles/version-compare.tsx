import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { fieldName } from "../../api/plain-words.ts";
import type { ReplyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { ChoiceField } from "../../parts/form/form-fields.tsx";
import { useNames } from "../../parts/names/names.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { timeText } from "../../parts/times.ts";
import { partTexts } from "../../texts/parts.ts";
import type { Article } from "./article-actions.ts";
import { articleTexts as texts } from "./texts.ts";

type Compared = ReplyOf<"GET /articles/{articleId}/compare">;

const signs = { same: " ", removed: "−", added: "+" } as const;

/** Equal texts are told apart by how often they came before. */
const keyed = (lines: Compared["lines"]) => {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const name = `${line.change} ${line.text}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...line, key: `${name} ${count}` };
  });
};

const Lines = ({ lines }: Pick<Compared, "lines">) => (
  <div className="compared">
    {keyed(lines).map(({ key, change, text }) => (
      <div key={key} className={`compared-${change}`}>
        {change === "same" ? (
          `${signs.same} ${text}`
        ) : (
          <>
            <span aria-hidden="true">{signs[change]} </span>
            {change === "added" ? <ins>{text}</ins> : <del>{text}</del>}
          </>
        )}
      </div>
    ))}
  </div>
);

const shown = (value: unknown): string =>
  value === undefined || value === "" ? partTexts.none : [value].flat().join(", ") || partTexts.none;

const Fields = ({ fields }: Pick<Compared, "fields">) => (
  <ul className="changes">
    {Object.entries(fields).map(([name, { from, to }]) => (
      <li key={name}>
        {fieldName(name)}: {shown(from)} → {shown(to)}
      </li>
    ))}
  </ul>
);

/** Any two versions of an article, line by line, and the way back to an older one. */
export const VersionCompare = ({
  article,
  onDone,
}: {
  readonly article: Article;
  readonly onDone: () => void;
}) => {
  const name = useNames();
  const params = { articleId: article.id };
  const versions = useRead("GET /articles/{articleId}/versions", { params, query: { limit: 50 } });
  const items = versions.value?.items ?? [];
  const newest = items[0]?.number ?? 1;
  const [chosen, setChosen] = useState<{ readonly from?: number; readonly to?: number }>({});
  const to = chosen.to ?? newest;
  const from = chosen.from ?? article.published?.number ?? Math.max(1, newest - 1);
  const compared = useRead("GET /articles/{articleId}/compare", { params, query: { from, to } });
  const revert = useCommand("POST /articles/{articleId}/revert", { done: texts.saved, onDone });
  const choices = items.map(({ number, savedBy, savedAt, isPublished }) => ({
    value: String(number),
    text: `${texts.version(number)}${isPublished ? ` (${texts.lists.published})` : ""}`,
    description: `${name("person", savedBy)}, ${timeText(savedAt)}`,
  }));
  const isSame =
    compared.value !== undefined &&
    Object.keys(compared.value.fields).length === 0 &&
    compared.value.lines.every(({ change }) => change === "same");
  return (
    <Container header={<Header variant="h2">{texts.versions}</Header>}>
      <SpaceBetween size="s">
        <ColumnLayout columns={2}>
          <ChoiceField
            label={`${texts.compare}: ${texts.from}`}
            value={String(from)}
            choices={choices}
            onChange={(value) => setChosen({ ...chosen, from: Number(value) })}
          />
          <ChoiceField
            label={`${texts.compare}: ${texts.to}`}
            value={String(to)}
            choices={choices}
            onChange={(value) => setChosen({ ...chosen, to: Number(value) })}
          />
        </ColumnLayout>
        <ProblemAlert problem={compared.problem ?? revert.problem} />
        {isSame && <Box color="text-body-secondary">{texts.same}</Box>}
        {compared.value !== undefined && !isSame && (
          <>
            <Fields fields={compared.value.fields} />
            <Lines lines={compared.value.lines} />
          </>
        )}
        {article.actions?.includes("revert") && from !== newest && (
          <Button
            loading={revert.isRunning}
            onClick={() => void revert.run({ params, body: { number: from }, version: article.version })}
          >
            {`${texts.version(from)}: ${texts.revert}`}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
};
