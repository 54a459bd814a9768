import { extensions, l10n, window, type Event, type LogOutputChannel, type Uri } from "vscode";
import { decisionIdOf, type DecisionStamp } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { author, setAuthor } from "../settings";

/** What we use of the built-in git extension's interface, version 1. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
}

interface GitRepository {
  readonly rootUri: Uri;
  getConfig(key: string): Promise<string>;
  getGlobalConfig?(key: string): Promise<string>;
}

const GIT_EXTENSION = "vscode.git";
const NAME_KEY = "user.name";

/** Who decides: the name of the settings, else the one that git signs commits with. In a web host there is no git. */
export class Annotator implements Disposable {
  readonly #store = new DisposableStore();
  readonly #log: LogOutputChannel;
  /** By repository. */
  readonly #gitNames = new Map<string, string>();
  #git: GitApi | undefined;

  constructor(log: LogOutputChannel) {
    this.#log = log;
    void this.#followGit();
  }

  /** The name to sign decisions on a document with; undefined where none is known. */
  nameFor(document: Uri): string | undefined {
    return author() ?? this.#gitNameFor(document);
  }

  /** Signs a decision on a document that is made now. */
  stamp(document: Uri): DecisionStamp {
    const name = this.nameFor(document);
    // Whole seconds are enough to tell which decision is the later one, and easier to read.
    const time = new Date().toISOString().replace(/\.\d+Z$/, "Z");
    return { time, id: decisionIdOf, ...(name === undefined ? {} : { author: name }) };
  }

  /** The name to sign with, asked for where none is known; undefined where the user gives none. */
  async nameOrAsk(document: Uri): Promise<string | undefined> {
    return this.nameFor(document) ?? this.ask();
  }

  /** Asks for the name to sign with and keeps it in the settings. */
  async ask(proposal = author() ?? ""): Promise<string | undefined> {
    const written = await window.showInputBox({
      title: l10n.t("Sign Decisions"),
      prompt: l10n.t("Your name, as it is to stand in .healthgeo/annotations. It is kept in your settings."),
      value: proposal,
    });
    const name = written?.trim() ?? "";
    if (name === "") return undefined;
    await setAuthor(name);
    return name;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #gitNameFor(document: Uri): string | undefined {
    const repository = this.#git?.getRepository(document);
    return repository ? this.#gitNames.get(repository.rootUri.toString()) : undefined;
  }

  async #followGit(): Promise<void> {
    try {
      const git = await extensions.getExtension<GitExtension>(GIT_EXTENSION)?.activate();
      if (git?.enabled !== true) return;
      this.#git = git.getAPI(1);
      this.#store.add(this.#git.onDidOpenRepository((repository) => void this.#readName(repository)));
      await Promise.all(this.#git.repositories.map((repository) => this.#readName(repository)));
    } catch (error) {
      this.#log.warn(`git is not asked for your name: ${String(error)}`);
    }
  }

  async #readName(repository: GitRepository): Promise<void> {
    const name = (await read(repository.getConfig(NAME_KEY))) ?? (await read(repository.getGlobalConfig?.(NAME_KEY)));
    if (name !== undefined) this.#gitNames.set(repository.rootUri.toString(), name);
  }
}

/** A value of git's settings; git fails where there is none. */
async function read(value: Promise<string> | undefined): Promise<string | undefined> {
  try {
    const trimmed = (await value)?.trim();
    return trimmed === "" ? undefined : trimmed;
  } catch {
    return undefined;
  }
}
