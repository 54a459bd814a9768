/** The readers with the packages they need. Required when the first document is imported; in a browser there are none. */
export { readDocx } from "./docx-reader";
export { readHtml, tooDeep } from "./html-reader";
export { readPdf } from "./pdf-reader";
