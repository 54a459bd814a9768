/** What the core may use beyond the language, for every host has it: Node, browsers and their workers. */

/** Encoding Standard, https://encoding.spec.whatwg.org/ */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

/** HTML Standard, section 8.3 (base 64). Throws if the text is not base 64. */
declare function atob(base64: string): string;
