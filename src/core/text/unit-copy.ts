/** What Node has to write a string into memory at once, and web hosts have not. */
interface BulkMemory {
  write(text: string, encoding: "utf16le"): number;
}

interface BulkMemoryClass {
  from(memory: ArrayBufferLike, byteOffset: number, bytes: number): BulkMemory;
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The fastest way of this host to copy the code units of texts into `units`, from its first place on; whoever copies sees to
 * it that there is room. Engines look at the representation of a string with every `charCodeAt`, which takes as long as
 * all else that is done with a unit, so a copy of a whole text at once pays where there is one.
 */
export function createUnitCopy(units: Uint16Array): (text: string) => void {
  const { Buffer } = globalThis as { readonly Buffer?: BulkMemoryClass };
  if (Buffer === undefined || !isLittleEndian) return (text) => copyOneByOne(text, units);
  const memory = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  return (text) => void memory.write(text, "utf16le");
}

function copyOneByOne(text: string, units: Uint16Array): void {
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
}
