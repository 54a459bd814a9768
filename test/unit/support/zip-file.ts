import { deflateRawSync } from "node:zlib";

export interface ZippedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The size that the directory claims, in bytes, if it lies. */
  readonly claimed?: number;
  /** As they are, without compression. */
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
}

/** The bytes of a ZIP archive. Checksums are left at 0, as nobody here reads them. */
export function zipFile(files: readonly ZippedFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed, isStored = false, isEncrypted = false } of files) {
    const bytes = Buffer.from(content);
    const data = isStored ? bytes : deflateRawSync(bytes);
    const fields = [
      [20, 2],
      [isEncrypted ? 1 : 0, 2],
      [isStored ? 0 : 8, 2],
      [0, 4],
      [0, 4],
      [data.length, 4],
      [claimed ?? bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const;
    const local = Buffer.concat([numbers([0x04034b50, 4], ...fields), Buffer.from(name), data]);
    const rest = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ] as const;
    directory.push(Buffer.concat([numbers([0x02014b50, 4], [20, 2], ...fields, ...rest), Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = files.length;
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2]);
  return Uint8Array.from(Buffer.concat([...parts, ...directory, end]));
}

/** Numbers of two or four bytes, little endian. */
function numbers(...fields: readonly (readonly [value: number, length: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, length]) => {
      const bytes = Buffer.alloc(length);
      if (length === 2) bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
}

const OFFICE = "http://schemas.openxmlformats.org";

/** The bytes of a document of Word with this body, in WordprocessingML; its style `h` is "heading 1". */
export function docxFile(body: string, others: readonly ZippedFile[] = []): Uint8Array {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relationships = (inner: string) =>
    `<Relationships xmlns="${OFFICE}/package/2006/relationships">${inner}</Relationships>`;
  const word = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
  return zipFile([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: "_rels/.rels", content: relationships(relationship("a", "officeDocument", "word/document.xml")) },
    { name: "word/_rels/document.xml.rels", content: relationships(relationship("b", "styles", "styles.xml")) },
    {
      name: "word/styles.xml",
      content: `<w:styles ${word}><w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style></w:styles>`,
    },
    { name: "word/document.xml", content: `<w:document ${word}><w:body>${body}</w:body></w:document>` },
    ...others,
  ]);
}
