/**
 * Adjectives of nationality and region, folded as `foldWord` gives them, and the abbreviations that stand for one before a noun
 * ("U.S. companies"). Adjectives of two words are known by their last: "South African", "New Zealand".
 */
export const NATIONALITY_WORDS: ReadonlySet<string> = new Set(
  (
    "afghan african albanian algerian american andorran angolan arab argentine argentinian armenian asian australian " +
    "austrian azerbaijani bahamian bahraini bangladeshi barbadian belarusian belgian belizean beninese bhutanese " +
    "bolivian bosnian botswanan brazilian british bruneian bulgarian burkinabe burmese burundian cambodian " +
    "cameroonian canadian caribbean chadian chilean chinese colombian congolese croatian cuban cypriot czech danish " +
    "djiboutian dominican dutch ecuadorian egyptian emirati english eritrean estonian ethiopian eu european fijian " +
    "filipino finnish french gabonese gambian georgian german ghanaian greek greenlandic guatemalan guinean guyanese " +
    "haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican " +
    "japanese jordanian kazakh kenyan korean kosovar kuwaiti kyrgyz lankan lao laotian latvian lebanese leonean " +
    "liberian libyan lithuanian luxembourgish macedonian malagasy malawian malaysian maldivian malian maltese " +
    "mauritanian mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali " +
    "nicaraguan nigerian nigerien nordic norwegian omani pakistani palestinian panamanian paraguayan peruvian " +
    "philippine polish portuguese qatari rican romanian russian rwandan salvadoran samoan saudi scottish senegalese " +
    "serbian singaporean slovak slovenian somali soviet spanish sudanese surinamese swazi swedish swiss syrian " +
    "taiwanese tajik tanzanian thai togolese tongan tunisian turkish turkmen ugandan uk ukrainian uruguayan us uzbek " +
    "venezuelan vietnamese welsh western yemeni zambian zealand zimbabwean"
  ).split(" "),
);

/** First words of nationalities of two words. */
export const NATIONALITY_LEADS: ReadonlySet<string> = new Set(
  "central costa east eastern el latin new north northern puerto saharan saudi sierra south southeast southern sri sub west western".split(
    " ",
  ),
);
