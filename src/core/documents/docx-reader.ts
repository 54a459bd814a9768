import { readHtml } from "./html-reader";
import { type ReadOptions, type ReadResult, refused } from "./read-result";
import { ZipArchive, ZipError, type ZipLimits } from "./zip-archive";

const MEGABYTE = 1_000_000;
const LIMITS: ZipLimits = { files: 10_000, file: 60 * MEGABYTE, all: 200 * MEGABYTE };

const MAIN_PART = "word/document.xml";
const FLAT_XML = [0xd0, 0xcf, 0x11, 0xe0];

/** What we use of mammoth. */
interface Mammoth {
  convertToHtml(
    input: {
      readonly file: {
        exists(name: string): boolean;
        read(name: string, encoding?: string): Promise<string | Uint8Array>;
      };
    },
    options: { readonly convertImage: unknown; readonly externalFileAccess: boolean },
  ): Promise<{ readonly value: string }>;
  readonly images: { imgElement(convert: () => Promise<{ readonly src: string }>): unknown };
}

function loadMammoth(): Mammoth {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("mammoth") as Mammoth;
}

/** A document of Word as Markdown: text, headings, lists, tables, links and notes; images are left out. */
export async function readDocx(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  if (FLAT_XML.every((byte, index) => bytes[index] === byte)) return refused("encrypted", ENCRYPTED, options);
  try {
    const archive = new ZipArchive(bytes, LIMITS);
    if (!archive.has(MAIN_PART) && !archive.has("_rels/.rels")) return refused("broken", BROKEN, options);
    const mammoth = loadMammoth();
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
    const { value } = await mammoth.convertToHtml(
      { file: fileOf(archive) },
      { convertImage, externalFileAccess: false },
    );
    return readHtml(value, options);
  } catch (error) {
    if (error instanceof ZipError && error.code === "too-large") return refused("too-large", TOO_LARGE, options);
    if (error instanceof ZipError && error.code === "encrypted") return refused("encrypted", ENCRYPTED, options);
    return refused("broken", BROKEN, options);
  }
}

const ENCRYPTED =
  "The document is protected by a password, or in the format of Word 97. Open it in Word and save it as .docx without a password.";
const TOO_LARGE = "The document grows to more than 200 MB when it is unpacked; it was not read. Save a part of it.";
const BROKEN = "The file is no .docx document, or it is damaged. Open it in Word and save it again as .docx.";

function fileOf(archive: ZipArchive) {
  return {
    exists: (name: string) => archive.has(name),
    read: async (name: string, encoding?: string) => {
      const content = await archive.read(name);
      // Images are asked for in base 64 only, and left out.
      return encoding === undefined || encoding === "base64" ? content : new TextDecoder().decode(content);
    },
  };
}
