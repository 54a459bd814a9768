import { spawnSync } from "node:child_process";

/** Where a Python may be: the one on the path need not be the one that the system's packages belong to. */
const INTERPRETERS = process.platform === "win32" ? ["python"] : ["python3", "/usr/bin/python3"];

/** Builds an automaton of a file's terms and prints how many milliseconds that took, reading the file not counted. */
const BUILD = `
import sys, time, ahocorasick
with open(sys.argv[1], encoding="utf-8") as file:
    terms = [line.rstrip("\\n").lower() for line in file]
began = time.perf_counter()
automaton = ahocorasick.Automaton()
for place, term in enumerate(terms):
    automaton.add_word(term, (place, len(term)))
automaton.make_automaton()
print((time.perf_counter() - began) * 1000)
`;

/** The Python package pyahocorasick, a C extension: measured where somebody has installed it, for npm cannot. */
export class Pyahocorasick {
  private constructor(readonly python: string) {}

  /** Undefined where no Python has it. */
  static find(): Pyahocorasick | undefined {
    const python = INTERPRETERS.find((path) => spawnSync(path, ["-c", "import ahocorasick"]).status === 0);
    return python === undefined ? undefined : new Pyahocorasick(python);
  }

  /**
   * The milliseconds in which it makes the terms of a file ready.
   *
   * @throws {Error} when Python fails
   */
  buildTime(termsFile: string): number {
    const { status, stdout, stderr } = spawnSync(this.python, ["-c", BUILD, termsFile], { encoding: "utf8" });
    if (status !== 0) throw new Error(`pyahocorasick failed: ${stderr}`);
    return Number(stdout);
  }
}
