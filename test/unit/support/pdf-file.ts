/** Words on a page: `x` from the left and `y` of the baseline from the top, in points; the font is Helvetica. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of the font; 10 points if absent. */
  readonly size?: number;
  /** Whether the text is set upwards. */
  readonly isUpright?: false;
}

export const PAGE = { width: 600, height: 800 };

/** The bytes of a PDF with the words given, page by page; Latin letters only. `isEncrypted` claims a password nobody knows. */
export function pdfFile(pages: readonly (readonly DrawnText[])[], { isEncrypted = false } = {}): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((texts, index) => {
      const content = texts.map(drawing).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return fileOf(objects, isEncrypted);
}

function drawing({ text, x, y, size = 10, isUpright }: DrawnText): string {
  const rotation = isUpright === false ? "0 1 -1 0" : "1 0 0 1";
  return `BT /F ${size} Tf ${rotation} ${x} ${PAGE.height - y} Tm (${text.replace(/[\\()]/g, "\\$&")}) Tj ET`;
}

function fileOf(objects: readonly string[], isEncrypted: boolean): Uint8Array {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const key = "00".repeat(32);
  const protection = isEncrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>] `
    : "";
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${protection}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, (letter) =>
    letter.charCodeAt(0),
  );
}
