import type { ContextCase } from "./context-case";

/** The longest reading wins; where a condition refuses it, the next shorter one does. */
export const fallback: readonly ContextCase[] = [
  ["the longest name of a body wins", "The [[United Nations General Assembly]] voted.", "un-general-assembly"],
  ["the shorter name stands where the longer does not", "The [[United Nations]] voted in general.", "united-nations"],
  ["a ministry with its country is one mention", "The [[Ministry of Health of Kenya]] signed.", "actor.agency"],
  ["a ministry without its country stands alone", "The [[Ministry of Health]] signed.", "actor.agency"],
  [
    "health data space is longer than health data",
    "A [[European Health Data Space]] was agreed.",
    "european-health-data-space",
  ],
  ["health data stands where no space follows", "Their [[health data]] left the country.", "infrastructure.data"],
  [
    "the long reading does not cross a full stop",
    "It concerns [[health data]]. Space is short.",
    "infrastructure.data",
  ],
  ["the long reading does not cross a comma", "Kept were [[genomic data]], sharing was not.", "infrastructure.data"],
  ["a compound reading needs all of its words", "They sold [[genomic data]] brokers a copy.", "infrastructure.data"],
  ["a plural head is still the long reading", "Two [[NHS trusts]] merged.", "actor.agency"],
  [
    "a country inside an agency's name is no state",
    "The [[Jordan]] Food and Drug Administration objected.",
    "not jordan",
  ],
  ["a country inside a survey's name is no state", "The [[Turkey]] Genome Project began.", "not turkiye"],
  ["a name inside an ignored phrase is nothing", "A [[China]] clay pit polluted the well.", "nothing"],
  ["a name beside an ignored phrase stands", "The china clay came from [[China]].", "china"],
];
