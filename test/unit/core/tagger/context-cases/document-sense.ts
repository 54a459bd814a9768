import type { ContextCase } from "./context-case";

/** One sense per document: what is said elsewhere decides where capitals say nothing. */
export const documentSense: readonly ContextCase[] = [
  [
    "the long name raises WHO in a line of capitals",
    "[[WHO]] TO LEAD SAMPLE SHARING\n\nThe World Health Organization agreed.",
    "who",
  ],
  [
    "the long name raises WHO in an earlier paragraph too",
    "Before.\n\n[[WHO]] UNDER PRESSURE\n\nStaff of the World Health Organization resigned.",
    "who",
  ],
  [
    "a Markdown heading in capitals is raised",
    "# [[WHO]] DELAYS THE VOTE\n\nThe World Health Organization met.",
    "who",
  ],
  ["WHO with evidence of its own raises WHO without", "[[WHO]] DELAYS THE VOTE\n\nThe WHO met in May.", "who"],
  ["an unrelated body raises nothing", "[[WHO]] GAINS FROM SECRECY\n\nThe World Bank met.", "nothing"],
  ["the pronoun raises nothing", "[[WHO]] GAINS FROM SECRECY\n\nThose who gain are few.", "nothing"],
  [
    "the United States raises US in a line of capitals",
    "[[US]] WIDENS THE LIST\n\nThe United States added sequencers.",
    "united-states",
  ],
  ["LET US stays a pronoun whatever the document names", "LET [[US]] ACT\n\nThe United States voted.", "nothing"],
  ["a defined short form stays a pronoun behind LET", "LET [[US]] ACT\n\nThe United States (US) voted.", "nothing"],
  [
    "the Republic of Türkiye raises Turkey",
    "[[Turkey]] was not consulted.\n\nThe Republic of Türkiye objected.",
    "turkiye",
  ],
  ["Türkiye raises Turkey", "[[Turkey]] was not consulted.\n\nTürkiye objected.", "turkiye"],
  ["Turkish raises Turkey", "[[Turkey]] was not consulted.\n\nThe Turkish delegation objected.", "turkiye"],
  [
    "Turkey with evidence of its own raises Turkey without",
    "The plant is in Turkey. [[Turkey]] was not consulted.",
    "turkiye",
  ],
  [
    "Turkey in a later paragraph raises Turkey in an earlier one",
    "[[Turkey]] was not consulted.\n\nThe plant is in Turkey.",
    "turkiye",
  ],
  ["the bird raises nothing", "[[Turkey]] was on the menu.\n\nThe chef carved the turkey.", "nothing"],
  [
    "a name that holds Turkey raises nothing",
    "[[Turkey]] was on the menu.\n\nThe National Turkey Federation sent it.",
    "nothing",
  ],
  [
    "the Republic of Georgia raises Georgia",
    "[[Georgia]] was not consulted.\n\nThe Republic of Georgia objected.",
    "georgia",
  ],
  ["Georgian raises Georgia", "[[Georgia]] was not consulted.\n\nGeorgian scientists objected.", "georgia"],
  [
    "Georgia beside Armenia raises Georgia elsewhere",
    "[[Georgia]] was not consulted.\n\nExperts from Armenia and Georgia objected.",
    "georgia",
  ],
  [
    "the University of Georgia raises nothing",
    "[[Georgia]] was not consulted.\n\nThe University of Georgia objected.",
    "nothing",
  ],
  ["Atlanta raises nothing", "[[Georgia]] was not consulted.\n\nA clinic in Atlanta, Georgia, objected.", "nothing"],
  [
    "the University of Georgia and the Republic raise the country",
    "[[Georgia]] objected.\n\nThe University of Georgia and the Republic of Georgia met.",
    "georgia",
  ],
  [
    "a document on the American state makes no country of Georgia",
    "The University of Georgia runs it. Labs in [[Georgia]] joined.",
    "nothing",
  ],
  [
    "the country's full name outweighs the American state",
    "The University of Georgia advised. Labs in [[Georgia]] joined.\n\nThe Republic of Georgia paid.",
    "georgia",
  ],
  ["Jordanian raises Jordan", "[[Jordan]] asked for more time.\n\nThe Jordanian delegation agreed.", "jordan"],
  [
    "a person called Jordan raises nothing",
    "[[Jordan]] asked for more time.\n\nThe panel thanked Mr Jordan.",
    "nothing",
  ],
  [
    "a person called Jordan keeps the country from likely places",
    "The panel thanked Mr Jordan. Nobody heard from [[Jordan]] again.",
    "nothing",
  ],
  ["Chadian raises Chad", "[[Chad]] asked for more time.\n\nChadian officials agreed.", "chad"],
  ["a person called Chad raises nothing", "[[Chad]] asked for more time.\n\nThe analyst Chad Bown agreed.", "nothing"],
  [
    "the label raises NICE in a line of capitals",
    "[[NICE]] REVIEWS THE PRICE\n\nThe National Institute for Health and Care Excellence reported.",
    "nice",
  ],
  [
    "a short form that the document defines counts everywhere",
    "HGRAC rules.\n\nThe Human Genetic Resources Administration of China ([[HGRAC]]) decides.",
    "hgrac",
  ],
  [
    "a defined WHO counts in a line of capitals",
    "[[WHO]] DELAYS THE VOTE\n\nThe World Health Organization (WHO) met.",
    "who",
  ],
];
