import { l10n } from "vscode";
import type { Notice, Scope } from "../../../webview/shared/messages";

/** What a page says where there is nothing to see. */
export interface EmptyTexts {
  /** Why, by the documents that were looked at, and what to do: whole sentences. */
  readonly reasons: Readonly<Record<Scope, string>>;
  /** Of the buttons that look at other documents. */
  readonly showOpenFiles: string;
  readonly showWorkspace: string;
}

/** Says why there is nothing to see, with what a person can do about it. */
export function emptyNotice(scope: Scope, { reasons, ...labels }: EmptyTexts): Notice {
  const openSample = { action: "openSample", label: l10n.t("Open Sample Report") } as const;
  const showOpenFiles = { action: "showOpenFiles", label: labels.showOpenFiles } as const;
  const showWorkspace = { action: "showWorkspace", label: labels.showWorkspace } as const;
  const actions = {
    file: [showOpenFiles, showWorkspace],
    open: [openSample, showWorkspace],
    workspace: [openSample],
  };
  return { text: reasons[scope], actions: actions[scope] };
}
