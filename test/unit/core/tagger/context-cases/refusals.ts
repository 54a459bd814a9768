/** Words in double square brackets, and what the reason says that they are not tagged. */
export type RefusalCase = readonly [title: string, text: string, reason: RegExp];

/** Explaining names the condition that refused a term. */
export const refusals: readonly RefusalCase[] = [
  ["missing capitals", "Those [[who]] hold samples decide.", /capitals are missing/],
  ["missing capitals of a country", "The [[china]] was replaced.", /capitals are missing/],
  ["a sentence's start", "[[Turkey]] was on the menu.", /every word has a capital at the start of a sentence/],
  [
    "a sentence's start behind a quotation mark",
    "“[[Chad]] is tired,” she wrote.",
    /capital at the start of a sentence/,
  ],
  ["a line of capitals", "[[WHO]] DECIDES ON SAMPLES", /every word has capitals in this line/],
  ["a line of capitals for a country", "BIRD FLU FOUND IN [[TURKEY]] BARN", /every word has capitals in this line/],
  ["the word before", "The loan came from the Bank of [[Georgia]].", /directly before it, one of: .*bank of/],
  ["a given name before", "The panel heard Michael [[Jordan]] on access.", /directly before it, one of: #GivenName/],
  ["a title before", "On Monday Mr [[Jordan]] withdrew.", /directly before it, one of: .*mr/],
  ["the word behind", "Samples of [[Turkey]] breast carried the gene.", /directly behind it, one of: .*breast/],
  ["a surname behind", "The analyst [[Chad]] Bown tracked the tariffs.", /directly behind it, one of: #Surname/],
  [
    "a word in the sentence",
    "Clinics in Alabama and [[Georgia]] ran short.",
    /rules it out stands in the sentence, one of: .*alabama/,
  ],
  [
    "a missing word in the sentence",
    "Labs in [[Georgia]] joined Kansas.",
    /none of the words it needs stands near it: .*tbilisi/,
  ],
  [
    "a missing word behind",
    "[[Turkey]] was on the menu.",
    /none of the words it needs stands directly behind it: signed/,
  ],
  ["the pronoun behind let", "The banner said let [[US]] decide.", /directly before it, one of: .*let/],
  ["exact letters", "An [[apple]] a day was the slogan.", /written exactly so: Apple/],
  [
    "another use in the document",
    "The panel thanked Mr Jordan. Nobody heard from [[Jordan]] again.",
    /the document uses the word for something else/,
  ],
  ["a longer reading", "The [[Jordan]] Food and Drug Administration objected.", /longer reading|directly behind/],
];
