import type { Event } from "vscode";
import type { CommonHostMessage, Notice, Scope } from "../../../webview/shared/messages";
import type { ScopeCorpus } from "./scope-corpus";

/** The choices of a page about documents: at least which documents. */
export interface ScopedOptions {
  readonly scope: Scope;
}

/** What a page is told, and what it was made of: whatever the page then asks for is about that. */
export interface Shown<Message, Made> {
  readonly message: Message;
  readonly made: Made;
}

/** What to show: these documents under these choices. */
export interface ShowRequest<Options> {
  readonly corpus: ScopeCorpus;
  readonly options: Options;
  /** What the documents lack, to be told with whatever is shown. */
  readonly notices: readonly Notice[];
}

/**
 * What a page about documents has of its own. `CorpusPanel` does what all have in common: the documents of a scope, following
 * them while they change, and telling of progress and errors.
 */
export interface CorpusPage<Options extends ScopedOptions, HostMessage, PageMessage, Made> {
  /** What VS Code knows panels of this kind by, also to bring them back when a window opens again. */
  readonly viewType: string;
  /** Of the tab. */
  readonly title: string;
  /** Of its script and its stylesheet. */
  readonly name: string;
  readonly texts: { readonly title: string };
  /** What else than documents may change what is shown. */
  readonly staleness: readonly Event<unknown>[];
  /** Options as somebody kept them: what is unknown falls back. */
  readOptions(kept: unknown): Options;
  /** What to tell the page, in one message or several, the later with more than the earlier. Works in slices. */
  show(request: ShowRequest<Options>): AsyncIterable<Shown<HostMessage | CommonHostMessage<Options>, Made>>;
  /** Does what only this page asks for, about what it was shown last. */
  answer(message: PageMessage, made: Made | undefined): Promise<void>;
}
