/** What the core may use beyond the language, for every host has it: Node, browsers and their workers. */

/** Encoding Standard, https://encoding.spec.whatwg.org/ */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(encoding?: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** HTML Standard, section 8.3 (base 64). Throws if the text is not base 64. */
declare function atob(base64: string): string;

/** Compression Standard, https://compression.spec.whatwg.org/, on Streams, https://streams.spec.whatwg.org/ */
declare class DecompressionStream {
  constructor(format: "deflate-raw");
  readonly writable: { getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> } };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: false; readonly value: Uint8Array } | { readonly done: true }>;
      cancel(): Promise<void>;
    };
  };
}
