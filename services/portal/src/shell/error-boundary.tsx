import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Component, type ReactNode } from "react";
import { shellTexts as texts } from "../texts/shell.ts";

type Props = {
  readonly children: ReactNode;
  /** Another value is another chance: a page that broke does not take the next one with it. */
  readonly of: string;
};
type State = { readonly error: unknown; readonly of: string };

/** Keeps a defect of one part from taking the whole page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, of: this.props.of };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { error: undefined, of };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    const again = (): void => this.setState({ error: undefined });
    return (
      <Alert type="error" header={texts.broken}>
        <SpaceBetween size="s">
          {texts.brokenLead}
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={again}>{texts.again}</Button>
            <Button href="/" variant="link">
              {texts.home}
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </Alert>
    );
  }
}
