/**
 * Names that are also ordinary words, as packs write them. Where any word has such capitals, theirs are no evidence:
 * "Turkey is served", "LET US ACT". A pack can say the same of any other name with `case: ambiguous`, and free one of these
 * with another `case`.
 */
const NAMES = new Set(
  "Chad Cloud Hetero Intel Jersey Lupin March May Nature Platform Polish Quad Trust Turkey Vision West".split(" "),
);

/** The same for names in capitals. AI is not among them: "ai" is no English word. */
const ACRONYMS = new Set(
  (
    "ABS ACTS ACTs ACT AID AIDS AIMS AMA ARIA BIO CAMS CAN CAR CARE CHOP COP COPs DOE DOGE EAR ELIXIR ENCODE FAIR FIND " +
    "GRAIL HAS HERA HOPE ICE IT ME MIC MOST NICE NIFTY PACE PATH RAND REC SAGE SAIL SAP SEC SEER SIDS STAG TRIPS UPS US " +
    "VECTOR WHO"
  ).split(" "),
);

/** Whether a term, as a pack writes it, is one word that texts also use for something else. */
export function isOrdinaryWord(written: string): boolean {
  return NAMES.has(written) || ACRONYMS.has(written);
}
