/** Limits on what an archive may become; a small one can hold gigabytes of nothing. */
export interface ZipLimits {
  /** Files in the archive. */
  readonly files: number;
  /** In bytes, when inflated: of one file, and of all that are read together. */
  readonly file: number;
  readonly all: number;
}

/** Why an archive cannot be read. */
export class ZipError extends Error {
  override readonly name = "ZipError";

  constructor(readonly code: "broken" | "too-large" | "encrypted") {
    super(code);
  }
}

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly compressed: number;
  readonly header: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const HEADER_MARK = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * A ZIP archive of which no file is inflated before it is asked for, and none beyond its limits, whatever sizes it claims.
 * Archives beyond 4 GB (ZIP64) and methods other than deflate are not read; no word processor writes them.
 *
 * PKWARE, .ZIP File Format Specification, version 6.3.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limits: ZipLimits;
  readonly #entries = new Map<string, Entry>();
  #inflated = 0;

  /** @throws ZipError where the bytes are no archive, or its directory claims more than the limits allow */
  constructor(bytes: Uint8Array, limits: ZipLimits) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a file. @throws ZipError where there is no such file, it is damaged or larger than the limits allow */
  async read(name: string): Promise<Uint8Array> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new ZipError("broken");
    if (entry.isEncrypted) throw new ZipError("encrypted");
    const start = this.#dataStart(entry);
    const data = this.#bytes.subarray(start, start + entry.compressed);
    if (data.length < entry.compressed) throw new ZipError("broken");
    const limit = Math.min(this.#limits.file, this.#limits.all - this.#inflated);
    const content = await this.#content(entry, data, limit);
    if (content.length > limit) throw new ZipError("too-large");
    this.#inflated += content.length;
    return content;
  }

  async #content({ method }: Entry, data: Uint8Array, limit: number): Promise<Uint8Array> {
    if (method === STORED) return data;
    if (method !== DEFLATED) throw new ZipError("broken");
    return inflated(data, limit);
  }

  #readDirectory(): void {
    const end = this.#endOfDirectory();
    const count = this.#view.getUint16(end + 10, true);
    if (count > this.#limits.files) throw new ZipError("too-large");
    let at = this.#view.getUint32(end + 16, true);
    let claimed = 0;
    for (let index = 0; index < count; index++) {
      if (this.#number(at, 4) !== ENTRY_MARK) throw new ZipError("broken");
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => this.#number(at + offset, 2));
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength!));
      claimed += this.#number(at + 24, 4);
      this.#entries.set(name, {
        method: this.#number(at + 10, 2),
        isEncrypted: (this.#number(at + 8, 2) & 1) === 1,
        compressed: this.#number(at + 20, 4),

        header: this.#number(at + 42, 4),
      });
      at += 46 + nameLength! + extraLength! + commentLength!;
    }
    if (claimed > this.#limits.all) throw new ZipError("too-large");
  }

  #endOfDirectory(): number {
    const last = this.#bytes.length - END_LENGTH;
    for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (this.#view.getUint32(at, true) === END_MARK) return at;
    }
    throw new ZipError("broken");
  }

  #dataStart({ header }: Entry): number {
    if (this.#number(header, 4) !== HEADER_MARK) throw new ZipError("broken");
    return header + 30 + this.#number(header + 26, 2) + this.#number(header + 28, 2);
  }

  #number(at: number, length: 2 | 4): number {
    if (at < 0 || at + length > this.#bytes.length) throw new ZipError("broken");
    return length === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }
}

/** Inflates until the limit is passed and no further. */
async function inflated(data: Uint8Array, limit: number): Promise<Uint8Array> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  // What is wrong with the data shows in what is read.
  void writer
    .write(data as Uint8Array<ArrayBuffer>)
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader.read().catch(() => {
      throw new ZipError("broken");
    })) as { readonly done: boolean; readonly value?: Uint8Array };
    if (done || value === undefined) break;
    length += value.length;
    if (length > limit) {
      void reader.cancel().catch(() => undefined);
      throw new ZipError("too-large");
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
