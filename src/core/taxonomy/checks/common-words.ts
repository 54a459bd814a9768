/** Words of two to five letters that people write every day, as far as organisations might have them for a short name. */
const COMMON_WORDS = new Set(
  (
    "able about above act add age ago agree ahead aid aim air all allow alone along also always am an and any arc are area " +
    "arise arm army art as ask asset at away back bad band bank bar base be beam bear beat bed began begin being below best " +
    "big bill bird bit black blue board boat body bond bone book born both box brain brand break bring broad build bus but " +
    "buy by call can cap car card care case cash cast cat cause cell chain chair cheap check chief child city claim class " +
    "clean clear close club coal coast code cold come core cost could count court cover crop cross cure cut dam data date " +
    "day deal death debt deep did die diet do dog done door down draw dream drive drop drug dry due each early earth east " +
    "easy eat edge eight else end enter equal even ever every exact extra eye face fact fair faith fall far farm fast fear " +
    "feed feel few field fight fill film final find fine fire firm first fish fit five fix flow focus food foot for force " +
    "form forum found four frame free fresh from front full fund gain game gap gas gate gave get gift give glass go goal " +
    "gold gone good got grain grand grant great green grid group grow guard guide had half hall hand happy hard harm has " +
    "have he head hear heart heat help her here hero high hill him his hit hold home hope host hour house how hub human if " +
    "ill image in index inner into iron is issue it its job join just keep key kind knew know labor lack land large last " +
    "late later law lay lead leap learn least left legal less let level life lift light like limit line link lion list live " +
    "local long look lose loss lot love low made main major make man many map march mark market mask match may me mean meet " +
    "men met mild mind mine model money month moon more most mouth move much must name near need net never new news next " +
    "nice night no node none north nose not note now of off offer office oil old on once one only open or order other our " +
    "out over own page paid pain panel paper part party pass past path pay peace peer phase phone pick place plan plant " +
    "play plus point poor port power press price prime prior prize proof pull pulse pure push put quick race rain raise ran " +
    "range rapid rate raw reach read ready real red rest rich ride right ring rise risk river road rock role room root rose " +
    "rule run safe said sail salt same sand save say scale scan sea seat see seed seek seem sell send sense serve set seven " +
    "shall shape share she shell shift ship shop short shot show side sign since site six size skill skin sky small smart " +
    "so soil solid some son soon sound south space spark speak speed spend spot staff stage stand star start state stay " +
    "steel step stick still stock stone stop store storm story study style such suit sum sun sure sweet swift table take " +
    "talk tall tank task tax team tell ten term test text than that the their them then there these they thing think this " +
    "those three tide tie time tiny tip to today told tone too took tool top total touch tough tour town track trade trail " +
    "train trap tree trend trial trip true trust truth try turn two type under union unit until up upon us use user value " +
    "very via video view vital voice vote wage wait walk wall want war warm was waste watch water wave way we wear week " +
    "well went were west what when where which while white who whole whose why wide wife will wind wing wire wise wish with " +
    "woman women won wood word work world worse worst worth would write year yes yet you young your youth zone"
  ).split(" "),
);

/** Whether a word in lower case is one that people write every day. */
export function isCommonWord(word: string): boolean {
  return COMMON_WORDS.has(word);
}
